/** Which finding rests on what, as W3C PROV in JSON: claim -> cells -> verdicts -> observations -> measurement. */
import type { Statement } from "../../account/evidence/index.ts";
import type { Dossier } from "../dossier/index.ts";

type Members = Record<string, Record<string, unknown>>;

export interface ProvenanceInput {
	readonly dossier: Pick<
		Dossier,
		"edition" | "title" | "witnesses" | "measured"
	>;
	readonly judged: Statement["judged"];
	readonly program: string;
	/** Hour and network of a witness, and its raw record; undefined for what is withheld. */
	readonly witnessOf: (uid: string) =>
		| {
				readonly at: string;
				readonly asn: number;
				readonly records: readonly string[];
				readonly targets: readonly string[];
		  }
		| undefined;
}

/** The chain of every witness of a dossier. */
export function provenanceOf({
	dossier,
	judged,
	program,
	witnessOf,
}: ProvenanceInput): unknown {
	const entity: Members = {
		"rasai:dossier": {
			"prov:label": dossier.title,
			"rasai:edition": dossier.edition,
		},
	};
	const activity: Members = {
		"rasai:observe": {
			"prov:label": "read facts",
			"rasai:code": judged?.facts,
		},
		"rasai:judge": {
			"prov:label": "judge facts",
			"rasai:ruleset": judged?.ruleset,
			"rasai:reference": judged?.reference,
		},
		"rasai:aggregate": { "prov:label": "count into cells" },
		"rasai:compose": { "prov:label": "compose the dossier" },
	};
	const wasDerivedFrom: Members = {};
	const derive = (made: string, from: string, by: string): void => {
		wasDerivedFrom[`_:${made} ${from}`] = {
			"prov:generatedEntity": made,
			"prov:usedEntity": from,
			"prov:activity": by,
		};
	};
	for (const { label, uid, shows } of dossier.witnesses) {
		const found = witnessOf(uid);
		if (!found) continue;
		const { at, asn, records, targets } = found;
		const name = (what: string): string =>
			`rasai:${what}/${encodeURIComponent(uid)}`;
		entity[name("measurement")] = {
			"prov:label": `${label}: ${shows}`,
			"rasai:sha256": records,
		};
		entity[name("observations")] = {};
		entity[name("verdict")] = {};
		derive(name("observations"), name("measurement"), "rasai:observe");
		derive(name("verdict"), name("observations"), "rasai:judge");
		for (const target of targets) {
			const cell = `rasai:cell/${encodeURIComponent(target)}/as${asn}/${at.slice(0, 13)}Z`;
			entity[cell] = { "rasai:target": target, "rasai:asn": asn };
			derive(cell, name("verdict"), "rasai:aggregate");
			derive("rasai:dossier", cell, "rasai:compose");
		}
	}
	return {
		prefix: { rasai: "urn:rasai:" },
		entity,
		activity,
		agent: {
			"rasai:program": {
				"prov:type": "prov:SoftwareAgent",
				"rasai:version": program,
			},
		},
		wasDerivedFrom,
		wasAssociatedWith: Object.fromEntries(
			Object.keys(activity).map((one) => [
				`_:${one}`,
				{ "prov:activity": one, "prov:agent": "rasai:program" },
			]),
		),
	};
}
