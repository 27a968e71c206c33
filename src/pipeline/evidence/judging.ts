/**
 * What a judgement rests on, taken along: enough of the reference data and of
 * the control that whoever holds the bundle can judge its raw records again.
 */
import type { VerdictRow } from "../../account/evidence/index.ts";
import { canonicalJson, sha256Hex } from "../../base/index.ts";
import {
	buildNetworkControl,
	buildValidity,
	defaultRuleset,
	judgeMeasurement,
} from "../../judge/verdicts/index.ts";
import { LAYERS, type Verdict, type World } from "../../model/index.ts";
import {
	emptyFingerprints,
	type FingerprintTexts,
	parseFingerprints,
	parseServices,
	type ReferenceSnapshot,
	snapshotOf,
} from "../../reference/index.ts";
import type { QueryReader } from "../../store/index.ts";
import { readControlOf } from "../explain.ts";
import { type RecordFacts, readFacts } from "../facts.ts";
import type { WorkspaceReference } from "../reference.ts";

/** `data/judging/records.json`, a member a raw record. */
export interface JudgingOf {
	/** SHA-256 of the raw record. */
	readonly record: string;
	readonly uid: string;
	/** When the file was received that it came in: a measurement from after it is absurd. */
	readonly receivedAt: string;
	/** Name of the file with its control. */
	readonly control: string;
}

type Control = Awaited<ReturnType<typeof readControlOf>>["found"];

/** Facts of a raw record; undefined where it is refused. */
export function factsOfRecord(
	bytes: Uint8Array,
	{ uid, receivedAt }: Pick<JudgingOf, "uid" | "receivedAt">,
	{ fingerprints }: Pick<ReferenceSnapshot, "fingerprints">,
): RecordFacts | undefined {
	const read = readFacts(
		{ bytes, member: "", line: 1, uidHint: uid },
		{ fingerprints, seenCertificates: new Set(), receivedAt },
	);
	return "facts" in read ? read.facts : undefined;
}

/** Rows as a bundle has them. What a redirect led to is not counted and has none. */
export function judgedRows(
	facts: RecordFacts,
	reference: ReferenceSnapshot,
	control: Control,
): readonly VerdictRow[] {
	const verdict = judgeMeasurement(
		facts,
		{
			reference,
			networks: buildNetworkControl(control.networks, control.speeds),
			validity: buildValidity(control.instruments),
		},
		defaultRuleset,
	);
	return verdict.targets
		.filter(({ viaRedirect }) => !viaRedirect)
		.map((target) => rowOf(target, verdict));
}

function rowOf(
	{
		target,
		state,
		mechanism,
		locus,
		layers,
		fired,
	}: Verdict["targets"][number],
	{ control }: Verdict,
): VerdictRow {
	return {
		target,
		state,
		mechanism: mechanism ?? "",
		locus,
		layers: Object.fromEntries(
			LAYERS.map((layer) => [
				layer,
				[layers[layer].rule ?? "", layers[layer].state],
			]),
		),
		fired: [...new Set(fired.map(({ rule }) => rule))].sort(),
		control,
	};
}

/** Collects what raw records are judged with. */
export interface JudgingCollector {
	take(
		bytes: Uint8Array,
		of: Omit<JudgingOf, "record" | "control">,
	): Promise<void>;
	/** Files below `data/`. */
	files(): ReadonlyMap<string, string>;
}

export function collectJudging(
	reader: QueryReader,
	world: World,
	{ snapshot, fingerprintTexts }: WorkspaceReference,
): JudgingCollector {
	const addresses = new Map<string, number>();
	const controls = new Map<string, string>();
	const records: JudgingOf[] = [];
	const noting: ReferenceSnapshot = {
		...snapshot,
		asn: {
			...snapshot.asn,
			lookup(ip) {
				const asn = snapshot.asn.lookup(ip);
				addresses.set(ip, asn);
				return asn;
			},
		},
	};
	return {
		async take(bytes, of) {
			const facts = factsOfRecord(bytes, of, snapshot);
			if (!facts) return;
			const { found } = await readControlOf(reader, world, facts);
			judgedRows(facts, noting, found);
			const text = `${canonicalJson(found)}\n`;
			const control = `judging/control/${sha256Hex(text).slice(0, 16)}.json`;
			controls.set(control, text);
			records.push({ ...of, record: sha256Hex(bytes), control });
		},
		files: () =>
			new Map([
				...controls,
				["judging/records.json", jsonFile(records)],
				["judging/addresses.json", jsonFile(Object.fromEntries(addresses))],
				[
					"judging/ruleset.json",
					jsonFile({ hash: defaultRuleset.hash, rules: defaultRuleset.rules }),
				],
				[
					"judging/services.json",
					jsonFile({ services: snapshot.services.services }),
				],
				["judging/reference.json", jsonFile(partsOf(snapshot))],
				...(fingerprintTexts
					? ([
							["judging/fingerprints_dns.csv", fingerprintTexts.dns],
							["judging/fingerprints_http.csv", fingerprintTexts.http],
						] as const)
					: []),
			]),
	};
}

/** A JSON file of a bundle: canonical, and a line. */
export function jsonFile(value: unknown): string {
	return `${canonicalJson(JSON.parse(JSON.stringify(value)))}\n`;
}

export interface ReferenceParts {
	readonly asn: string;
	readonly fingerprints: string;
	readonly services: string;
}

const partsOf = ({
	asn,
	fingerprints,
	services,
}: ReferenceSnapshot): ReferenceParts => ({
	asn: asn.hash,
	fingerprints: fingerprints.hash,
	services: services.hash,
});

/** Reference data out of a bundle: fingerprints and services whole, of the networks' addresses those that were asked for. */
export function openTakenReference(
	texts: FingerprintTexts | undefined,
	services: unknown,
	addresses: Readonly<Record<string, number>>,
	{ asn }: ReferenceParts,
): ReferenceSnapshot {
	const parts = {
		fingerprints: texts ? parseFingerprints(texts) : emptyFingerprints,
		services: parseServices(services),
		asn: {
			hash: asn,
			lookup: (ip: string) => addresses[ip] ?? 0,
			nameOf: () => undefined,
		},
	};
	return snapshotOf(parts);
}
