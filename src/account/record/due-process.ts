/**
 * The due-process table: what the entries about one restriction show of each
 * field that the standards ask for. Facts with their evidence, never a ruling;
 * the burden is on the state, so what nothing shows is `not_shown`. A limb of
 * the test is answered by what a court or another body found of it, as an
 * entry says, and is never added up from fields.
 */
import { deadlinesOf } from "./deadlines.ts";
import { dayOf, FIELDS, type Finding, joined } from "./due-process-fields.ts";
import {
	ANSWERS,
	type Answer,
	LIMBS,
	type Limb,
	type RecordEntry,
} from "./entry.ts";
import { turningPoints } from "./turning-points.ts";

export interface DueProcessRow {
	readonly field: string;
	readonly limb: Limb;
	/** What is asked, as a question of fact. */
	readonly question: string;
	readonly answer: Answer;
	/** Entries that show it. */
	readonly evidence: readonly string[];
	/** What they show, where it is more than yes or no. */
	readonly shown: string | undefined;
}

export interface LimbRow {
	readonly limb: Limb;
	/** What bodies found of the limb as a whole. */
	readonly answer: Answer;
	readonly evidence: readonly string[];
	/** Fields of the limb, by answer. */
	readonly counts: Readonly<Record<Answer, number>>;
}

export interface DueProcessTable {
	readonly rows: readonly DueProcessRow[];
	readonly limbs: readonly LimbRow[];
}

/** The table of one restriction, from the entries about it. Entries of low confidence show nothing. */
export function dueProcessOf(entries: readonly RecordEntry[]): DueProcessTable {
	const firm = entries.filter(({ confidence }) => confidence !== "low");
	const start = turningPoints(firm).start?.when;
	const rows = [
		...FIELDS.map(({ of, ever, ...field }): DueProcessRow => {
			const found = firm.flatMap((entry) => {
				const finding = of(entry, { start });
				return finding ? [{ entry: entry.id, ...finding }] : [];
			});
			const met = found.filter((one) => one.met);
			return { ...field, ...judge(ever && met.length > 0 ? met : found) };
		}),
		courtDeadlines(firm),
	];
	return {
		rows,
		limbs: LIMBS.map((limb) =>
			limbRow(
				limb,
				firm,
				rows.filter((row) => row.limb === limb),
			),
		),
	};
}

function judge(
	found: readonly (Finding & { readonly entry: string })[],
): Pick<DueProcessRow, "answer" | "evidence" | "shown"> {
	const met = found.some((one) => one.met);
	const notMet = found.some((one) => !one.met);
	const shown = [...new Set(found.flatMap((one) => one.shown ?? []))];
	return {
		answer:
			met && notMet
				? "unknown"
				: met
					? "met"
					: notMet
						? "not_met"
						: "not_shown",
		evidence: found.map(({ entry }) => entry),
		shown: joined(shown),
	};
}

/** Whether what courts set by a day was done by then. */
function courtDeadlines(entries: readonly RecordEntry[]): DueProcessRow {
	const found = deadlinesOf(entries)
		.filter(({ outcome }) => outcome !== "unknown")
		.map(({ entries: own, outcome, due }) => ({
			entry: own.at(-1) ?? "",
			met: outcome === "kept",
			shown: `${outcome}: due ${dayOf(due)}`,
		}));
	const { answer, ...rest } = judge(found);
	return {
		field: "court_deadlines_kept",
		limb: "review_and_remedy",
		question: "Was what courts set a day for done by that day?",
		// One that was kept does not make up for one that was not.
		answer: answer === "unknown" ? "not_met" : answer,
		...rest,
	};
}

function limbRow(
	limb: Limb,
	entries: readonly RecordEntry[],
	rows: readonly DueProcessRow[],
): LimbRow {
	const found = entries.flatMap(({ id, findings }) =>
		(findings ?? [])
			.filter((finding) => finding.limb === limb)
			.map(({ answer }) => ({ entry: id, met: answer === "met" })),
	);
	const { answer, evidence } = judge(found);
	const counts = Object.fromEntries(
		ANSWERS.map((one) => [
			one,
			rows.filter((row) => row.answer === one).length,
		]),
	) as Record<Answer, number>;
	return { limb, answer, evidence, counts };
}
