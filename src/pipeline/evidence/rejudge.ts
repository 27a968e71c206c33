/** Level `rejudge`: verdict rows again from the raw records, with the engine that the bundle names. */
import {
	type Bundle,
	isOpen,
	type MeasurementLine,
	type Proof,
	readLines,
	type Statement,
	type Step,
	type VerdictRow,
} from "../../account/evidence/index.ts";
import { canonicalJson, sha256Hex } from "../../base/index.ts";
import { FACTS_CODE } from "../../judge/observations/index.ts";
import { defaultRuleset } from "../../judge/verdicts/index.ts";
import type { ReferenceSnapshot } from "../../reference/index.ts";
import {
	factsOfRecord,
	type JudgingOf,
	judgedRows,
	openTakenReference,
	type ReferenceParts,
} from "./judging.ts";

export const REJUDGE_DOES_NOT_PROVE =
	"That the rules are right, that probes told the truth, or that the control from other networks is what the archives held: it is taken along as the issuer read it.";

/** Judges again what a verified bundle holds. Fails closed, and names the step. */
export function rejudgeBundle(
	bundle: Bundle,
	statement: Statement,
): readonly Step[] {
	if (statement.judged === null)
		return [
			{
				step: "rejudged",
				ok: true,
				found: "nothing to judge again: the bundle rests on no measurement",
			},
		];
	const steps = [
		tryStep("engine", () => checkEngine(statement)),
		tryStep("rejudged", () => {
			const reference = readReference(bundle);
			if (reference.hash !== statement.judged?.reference)
				throw new Error("the reference data are not those that judged");
			return rejudge(bundle, reference);
		}),
	];
	return steps;
}

function tryStep(step: string, work: () => string): Step {
	try {
		return { step, ok: true, found: work() };
	} catch (error) {
		return {
			step,
			ok: false,
			found: error instanceof Error ? error.message : String(error),
		};
	}
}

function checkEngine({ judged, program }: Statement): string {
	if (judged?.ruleset !== defaultRuleset.hash || judged.facts !== FACTS_CODE)
		throw new Error(
			`the bundle was judged by rules ${judged?.ruleset} on facts ${judged?.facts} (program ${program}), this program has ${defaultRuleset.hash} on ${FACTS_CODE}: use that program`,
		);
	return `rules ${judged.ruleset} on facts ${judged.facts}, as named`;
}

function readReference(bundle: Bundle): ReferenceSnapshot {
	const hasFingerprints = bundle.files.has("data/judging/fingerprints_dns.csv");
	return openTakenReference(
		hasFingerprints
			? {
					dns: bundle.text("data/judging/fingerprints_dns.csv"),
					http: bundle.text("data/judging/fingerprints_http.csv"),
				}
			: undefined,
		bundle.json("data/judging/services.json"),
		bundle.json("data/judging/addresses.json"),
		bundle.json<ReferenceParts>("data/judging/reference.json"),
	);
}

function rejudge(bundle: Bundle, reference: ReferenceSnapshot): string {
	const lines = readLines(bundle.bytes("data/measurements.jsonl"));
	const judging = new Map(
		bundle
			.json<readonly JudgingOf[]>("data/judging/records.json")
			.map((one) => [one.record, one]),
	);
	const byLine = new Map<number, VerdictRow[]>();
	for (const { file, index } of bundle.json<readonly Proof[]>(
		"data/proofs.json",
	)) {
		const bytes = bundle.bytes(file);
		const of = judging.get(sha256Hex(bytes));
		const facts = of && factsOfRecord(bytes, of, reference);
		if (!of || !facts)
			throw new Error(`${file} cannot be read as a measurement`);
		if (!isAsCounted(lines[index], facts.header))
			throw new Error(
				`line ${index + 1} counts another time, network or session than ${file} states`,
			);
		const rows = judgedRows(
			facts,
			reference,
			bundle.json(`data/${of.control}`),
		);
		byLine.set(index, [...(byLine.get(index) ?? []), ...rows]);
	}
	for (const [index, rows] of byLine) {
		const made = new Set(rows.map((row) => canonicalJson(row)));
		for (const row of lines[index]?.verdict[1] ?? [])
			if (!made.has(canonicalJson(row)))
				throw new Error(
					`line ${index + 1}: ${row.target} is told as ${row.state} and judged as ${rows.find(({ target }) => target === row.target)?.state ?? "nothing"}`,
				);
	}
	return `${byLine.size} of ${lines.length} measurements re-judged, as told`;
}

/** What is counted of a measurement is what its raw record says. */
function isAsCounted(
	line: MeasurementLine | undefined,
	header: {
		readonly uid: string;
		readonly reportId: string;
		readonly probeAsn: number;
		readonly measuredAt: string;
	},
): boolean {
	if (!line) return false;
	const { asn, at, id } = line;
	return (
		(!isOpen(asn) || asn[1] === header.probeAsn) &&
		(!isOpen(at) || at[1] === header.measuredAt) &&
		(!isOpen(id) || id[1].session === (header.reportId || header.uid))
	);
}
