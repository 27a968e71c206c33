/** Level `recount`: the dossier's numbers again, from the rows. */
import type { Bundle, Tree } from "./integrity.ts";
import { FIELDS, isOpen } from "./lines.ts";
import type { Statement } from "./statement.ts";
import { type CountedRow, type Numbers, weigh } from "./weigh.ts";

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
	if (dossier.edition !== edition)
		throw new Error("another edition was signed");
	if ((measured.nothing ?? null) !== measurements.nothing)
		throw new Error("the dossier says otherwise why nothing was measured");
	if (measured.nothing !== undefined) {
		if (lines.length > 0) throw new Error("there are measurements after all");
		return "nothing recomputed: the bundle rests on no measurement";
	}
	const parts = new Map(
		measured.networks.map(({ asn, isPart }) => [asn, isPart]),
	);
	const rows = lines.flatMap(({ asn, at, id, verdict }): CountedRow[] => {
		const when = isOpen(at) ? at[1] : at.standIn;
		const [since, until] = isOpen(at)
			? [measured.since, measured.until]
			: [measured.since.slice(0, 10), measured.until];
		if (when < since || when >= until)
			throw new Error(
				`a measurement of ${when} is not of the time that is told`,
			);
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
			if (told[name] !== value)
				throw new Error(
					`${what}: ${name} is told as ${told[name]} and counts ${value}`,
				);
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
	if (
		!hidden &&
		new Set(rows.map(({ network }) => network)).size !==
			measured.networks.length
	)
		throw new Error("a network was measured and is not told of");
	if (incident.basis !== "documented" && incident.targets.length > 0)
		hold("the incident", incident.counts, {
			sessions:
				Number(whole["blockedSessionCount"]) +
				Number(whole["slowedSessionCount"]),
			of: whole["sessionCount"] ?? 0,
			networks: whole["networkCount"] ?? 0,
			measurements: whole["measurementCount"] ?? 0,
		});
	return `${count} numbers from ${rows.length} rows; ${whole["workingSessionCount"]} contrary sessions are among them${hidden ? "; not those by network, since networks are withheld" : ""}`;
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
	if (told(found) !== told(withheld))
		throw new Error(
			`${told(found)} is withheld, and ${told(withheld)} is told`,
		);
	return told(found);
}
