/** Level `recount`: the dossier's numbers again, from the rows. */
import type { Bundle, Tree } from "./integrity.ts";
import { FIELDS, isOpen } from "./lines.ts";
import type { Statement } from "./statement.ts";
import { type CountedRow, type Numbers, weigh } from "./weigh.ts";
import { need } from "./zip.ts";

/** What is read of `data/dossier.json`. */
interface CountedDossier {
	readonly edition: string;
	readonly incident: {
		readonly basis: string;
		readonly targets: readonly string[];
		readonly counts: Numbers;
	};
	readonly measured: {
		readonly since: string;
		readonly until: string;
		readonly nothing?: string;
		readonly whole: Numbers;
		readonly bins: readonly {
			readonly since: string;
			readonly until: string;
			readonly numbers: Numbers;
		}[];
		readonly networks: readonly {
			readonly asn: number;
			readonly isPart: boolean;
			readonly numbers: Numbers;
		}[];
	};
}

export function recountNumbers(
	bundle: Bundle,
	{ lines }: Tree,
	{ edition, measurements }: Statement,
): string {
	const dossier = bundle.json<CountedDossier>("data/dossier.json");
	const { measured, incident } = dossier;
	need(dossier.edition === edition, "another edition was signed");
	const nothing = measured.nothing ?? null;
	need(nothing === measurements.nothing, "the dossier says otherwise why");
	if (nothing !== null) {
		need(lines.length === 0, "there are measurements after all");
		return "nothing recomputed: the bundle rests on no measurement";
	}
	const parts = new Map(
		measured.networks.map(({ asn, isPart }) => [asn, isPart]),
	);
	const rows = lines.flatMap(({ asn, at, id, verdict }): CountedRow[] => {
		const when = isOpen(at) ? at[1] : at.standIn;
		const since = measured.since.slice(0, isOpen(at) ? undefined : 10);
		const isWithin = since <= when && when < measured.until;
		need(isWithin, `a measurement of ${when} is not of the time told`);
		return verdict[1].map(({ state }) => ({
			day: when.slice(0, 10),
			network: isOpen(asn) ? asn[1] : asn.standIn.network,
			isPart: isOpen(asn) ? parts.get(asn[1]) === true : asn.standIn.isPart,
			session: isOpen(id) ? id[1].session : id.standIn,
			state,
		}));
	});
	const own = rows.filter(({ isPart }) => isPart);
	let count = 0;
	const hold = (what: string, told: Numbers, found: Numbers): void => {
		for (const [name, value] of Object.entries(found)) {
			const its = told[name];
			need(its === value, `${what}: ${name} is told as ${its}, is ${value}`);
			count += 1;
		}
	};
	const whole = weigh(own);
	hold("the whole", measured.whole, whole);
	for (const { since, until, numbers } of measured.bins)
		hold(
			`${since} to ${until}`,
			numbers,
			weigh(own.filter(({ day }) => day >= since && day < until)),
		);
	const hidden = rows.some(({ network }) => typeof network === "string");
	for (const { asn, numbers } of hidden ? [] : measured.networks)
		hold(
			`AS${asn}`,
			numbers,
			weigh(rows.filter(({ network }) => network === asn)),
		);
	const networks = new Set(rows.map(({ network }) => network)).size;
	need(
		hidden || networks === measured.networks.length,
		"a network was measured and is not told of",
	);
	if (incident.basis !== "documented" && incident.targets.length > 0)
		hold("the incident", incident.counts, {
			sessions: whole.blockedSessionCount + whole.slowedSessionCount,
			of: whole.sessionCount,
			networks: whole.networkCount,
			measurements: whole.measurementCount,
		});
	return `${count} numbers from ${rows.length} rows; ${whole.workingSessionCount} contrary sessions are among them${hidden ? "; not those by network, since networks are withheld" : ""}`;
}

/** What is withheld is what the statement says. */
export function recountWithheld(
	{ lines }: Tree,
	{ withheld }: Statement,
): string {
	const found: Record<string, number> = {};
	for (const line of lines) {
		const reasons = new Set(
			FIELDS.flatMap((name) => {
				const field = line[name];
				return isOpen<unknown>(field) ? [] : [field.reason];
			}),
		);
		for (const reason of reasons) found[reason] = (found[reason] ?? 0) + 1;
	}
	const told = (counts: Readonly<Record<string, number>>): string =>
		Object.entries(counts)
			.map(([reason, n]) => `${n} for ${reason}`)
			.sort()
			.join(", ") || "nothing";
	need(
		told(found) === told(withheld),
		`${told(found)} is withheld, ${told(withheld)} is told`,
	);
	return told(found);
}
