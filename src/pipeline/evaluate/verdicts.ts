/**
 * Verdicts against labels made by hand: the confusion of states with Wilson's
 * intervals, and hierarchical precision and recall of mechanisms (Kiritchenko
 * et al., Canadian AI 2006: both paths are expanded to their ancestors). The
 * baseline is what each measurement's own source stated.
 */
import { isRecord, mechanismPath } from "../../model/index.ts";
import type { JudgedLine } from "../judge-files.ts";
import { type Estimate, shareOf } from "./intervals.ts";

export interface Outcome {
	readonly state: string;
	readonly mechanism: string | undefined;
}

export interface Label extends Outcome {
	/** Path below the folder of measurements. */
	readonly file: string;
	readonly alsoAcceptable: readonly Outcome[];
	/** What the source states: `blocked`, `ok`, `down`; undefined where it states nothing. */
	readonly sourceVerdict: string | undefined;
}

/** Reads a labels file, leaving out what is no label. */
export function readLabels(value: unknown): readonly Label[] {
	const list = isRecord(value) ? value["labels"] : undefined;
	if (!Array.isArray(list)) return [];
	return list.flatMap((label: unknown) => {
		if (!isRecord(label) || typeof label["file"] !== "string") return [];
		const also = label["alsoAcceptable"];
		const stated = label["sourceVerdict"];
		return [
			{
				file: label["file"],
				...outcomeOf(label),
				alsoAcceptable: Array.isArray(also)
					? also.filter(isRecord).map(outcomeOf)
					: [],
				sourceVerdict:
					typeof stated === "string" && stated !== "none" ? stated : undefined,
			},
		];
	});
}

const outcomeOf = (record: Record<string, unknown>): Outcome => ({
	state: String(record["state"]),
	mechanism:
		typeof record["mechanism"] === "string" ? record["mechanism"] : undefined,
});

const isBlocked = (state: string | undefined): boolean =>
	state === "blocked" || state === "likely_blocked";

/** How well some judge tells blocked from the rest. */
export interface Discrimination {
	readonly sensitivity: Estimate | undefined;
	readonly specificity: Estimate | undefined;
	readonly precision: Estimate | undefined;
}

export interface VerdictsReport {
	readonly labels: number;
	readonly judged: number;
	/** Label's state, our state, how many. */
	readonly confusion: readonly {
		readonly label: string;
		readonly ours: string;
		readonly count: number;
	}[];
	readonly exact: Estimate | undefined;
	/** The label, or what it accepts beside it; a shallower mechanism of the same state counts. */
	readonly acceptable: Estimate | undefined;
	readonly ours: Discrimination;
	/** Of labels whose source states a verdict. */
	readonly source: Discrimination;
	readonly oursWhereStated: Discrimination;
	readonly mechanisms: {
		readonly precision: Estimate | undefined;
		readonly recall: Estimate | undefined;
	};
	readonly disagreements: readonly {
		readonly file: string;
		readonly label: Outcome;
		readonly ours: Outcome;
	}[];
}

/** Scores judged measurements, by the file they came from. */
export function scoreVerdicts(
	labels: readonly Label[],
	judged: ReadonlyMap<string, Pick<JudgedLine, "state" | "mechanism">>,
): VerdictsReport {
	const pairs = labels.flatMap((label) => {
		const verdict = judged.get(label.file);
		return verdict
			? [
					{
						label,
						ours: {
							state: verdict.state,
							mechanism: verdict.mechanism ?? undefined,
						},
					},
				]
			: [];
	});
	const confusion = new Map<
		string,
		{ label: string; ours: string; count: number }
	>();
	for (const { label, ours } of pairs) {
		const name = `${label.state}\n${ours.state}`;
		const cell = confusion.get(name) ?? {
			label: label.state,
			ours: ours.state as string,
			count: 0,
		};
		cell.count++;
		confusion.set(name, cell);
	}
	const exact = pairs.filter(({ label, ours }) => same(label, ours));
	const stated = pairs.filter(({ label }) => label.sourceVerdict !== undefined);
	return {
		labels: labels.length,
		judged: pairs.length,
		confusion: [...confusion.entries()]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([, cell]) => cell),
		exact: shareOf(exact.length, pairs.length),
		acceptable: shareOf(
			pairs.filter(({ label, ours }) =>
				[label, ...label.alsoAcceptable].some((one) => accepts(one, ours)),
			).length,
			pairs.length,
		),
		ours: discriminate(pairs, ({ ours }) => isBlocked(ours.state)),
		source: discriminate(
			stated,
			({ label }) => label.sourceVerdict === "blocked",
		),
		oursWhereStated: discriminate(stated, ({ ours }) => isBlocked(ours.state)),
		mechanisms: scoreMechanisms(pairs),
		disagreements: pairs
			.filter(({ label, ours }) => !same(label, ours))
			.map(({ label, ours }) => ({
				file: label.file,
				label: { state: label.state, mechanism: label.mechanism },
				ours,
			})),
	};
}

interface Pair {
	readonly label: Label;
	readonly ours: Outcome;
}

const same = (a: Outcome, b: Outcome): boolean =>
	a.state === b.state && a.mechanism === b.mechanism;

function accepts(label: Outcome, ours: Outcome): boolean {
	if (label.state !== ours.state) return false;
	if (ours.mechanism === undefined) return !isBlocked(ours.state);
	return mechanismPath(label.mechanism ?? "").includes(ours.mechanism);
}

function discriminate(
	pairs: readonly Pair[],
	says: (pair: Pair) => boolean,
): Discrimination {
	const truth = pairs.filter(({ label }) => isBlocked(label.state));
	const rest = pairs.filter(({ label }) => !isBlocked(label.state));
	const claimed = pairs.filter(says);
	return {
		sensitivity: shareOf(truth.filter(says).length, truth.length),
		specificity: shareOf(
			rest.filter((pair) => !says(pair)).length,
			rest.length,
		),
		precision: shareOf(
			claimed.filter(({ label }) => isBlocked(label.state)).length,
			claimed.length,
		),
	};
}

function scoreMechanisms(pairs: readonly Pair[]): VerdictsReport["mechanisms"] {
	let [shared, claimed, wanted] = [0, 0, 0];
	const nodes = ({ mechanism }: Outcome): readonly string[] =>
		mechanismPath(mechanism ?? "").filter((node) => node !== "");
	for (const { label, ours } of pairs) {
		const [mine, theirs] = [nodes(ours), nodes(label)];
		claimed += mine.length;
		wanted += theirs.length;
		shared += mine.filter((node) => theirs.includes(node)).length;
	}
	return {
		precision: shareOf(shared, claimed),
		recall: shareOf(shared, wanted),
	};
}
