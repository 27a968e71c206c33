/**
 * Files judged without a workspace: what `measurement judge` prints, a line
 * per measurement and a line per reject, in the order of the files. No
 * network control (there is no window to take it from), so a verdict may be
 * weaker than the one the same measurement gets in an archive.
 */
import { type ArchiveFile, readRecords } from "../gather/archives/index.ts";
import {
	buildValidity,
	defaultRuleset,
	type JudgeContext,
	judgeMeasurement,
	type Ruleset,
} from "../judge/verdicts/index.ts";
import type {
	LayerVerdicts,
	Locus,
	RejectReason,
	State,
	TargetVerdict,
} from "../model/index.ts";
import type { ReferenceSnapshot } from "../reference/index.ts";
import { type FactsContext, type RecordFacts, readFacts } from "./facts.ts";

export interface JudgedLine {
	readonly file: string;
	/** Member of a tar; empty otherwise. */
	readonly member: string;
	readonly line: number;
	readonly uid: string;
	readonly testName: string;
	readonly input: string;
	readonly target: string;
	readonly cc: string;
	readonly asn: number;
	readonly measuredAt: string;
	readonly state: State;
	/** Null where no interference is claimed. */
	readonly mechanism: string | null;
	readonly locus: Locus;
	readonly layers: LayerVerdicts;
	readonly targets: readonly TargetVerdict[];
	readonly ruleset: string;
	readonly why: string;
}

export interface RejectedLine {
	readonly file: string;
	readonly member: string;
	readonly line: number;
	readonly rejected: RejectReason;
	readonly message: string;
}

export interface JudgeFilesOptions {
	readonly reference: ReferenceSnapshot;
	/** Now: a measurement from after it is absurd. */
	readonly receivedAt: string;
	readonly ruleset?: Ruleset;
	readonly signal?: AbortSignal;
}

/** Judges every measurement of the files. Throws RasaiError `aborted` and nothing else of its own. */
export async function* judgeFiles(
	files: Iterable<ArchiveFile> | AsyncIterable<ArchiveFile>,
	options: JudgeFilesOptions,
): AsyncGenerator<JudgedLine | RejectedLine> {
	const judging: JudgeContext = {
		reference: options.reference,
		validity: buildValidity(),
	};
	const reading: FactsContext = {
		fingerprints: options.reference.fingerprints,
		seenCertificates: new Set(),
		receivedAt: options.receivedAt,
	};
	for await (const file of files)
		for await (const batch of readRecords(file, undefined, options.signal))
			for (const item of batch) {
				if (item.kind === "reject") {
					const { member, line, reason, message } = item.reject;
					yield { file: file.name, member, line, rejected: reason, message };
					continue;
				}
				const { member, line } = item.record;
				const place = { file: file.name, member, line };
				const read = readFacts(item.record, reading);
				yield "reject" in read
					? {
							...place,
							rejected: read.reject.reason,
							message: read.reject.message,
						}
					: {
							...place,
							...judgedLine(
								read.facts,
								judging,
								options.ruleset ?? defaultRuleset,
							),
						};
			}
}

function judgedLine(
	{ header, observations }: RecordFacts,
	context: JudgeContext,
	ruleset: Ruleset,
): Omit<JudgedLine, "file" | "member" | "line"> {
	const verdict = judgeMeasurement({ header, observations }, context, ruleset);
	return {
		uid: header.uid,
		testName: header.testName,
		input: header.input,
		target: verdict.targets[0]?.target ?? header.testName,
		cc: header.probeCc,
		asn: header.probeAsn,
		measuredAt: header.measuredAt,
		state: verdict.state,
		mechanism: verdict.mechanism ?? null,
		locus: verdict.locus,
		layers: verdict.layers,
		targets: verdict.targets,
		ruleset: verdict.ruleset,
		why: verdict.why,
	};
}
