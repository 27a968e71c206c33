/**
 * How good it is: detector and verdicts against known truth, with intervals,
 * beside an oracle and the baselines in the same run. Serves P6 and P13.
 */
export {
	type CorpusReport,
	readCorpusIndex,
	scoreEntry,
} from "./corpus.ts";
export { type CorpusFile, readCorpusFile } from "./corpus-files.ts";
export { type Estimate, shareOf } from "./intervals.ts";
export {
	type Discrimination,
	readLabels,
	scoreVerdicts,
	type VerdictsReport,
} from "./verdicts.ts";
export type * from "./world-report.ts";
export { scoreWorlds, type WorldsPlan } from "./worlds.ts";
