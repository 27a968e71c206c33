/**
 * When it began and when it ended. Series come in; stretches of `ok`,
 * `partly` and `blocked`, changepoints with their intervals, and incidents go
 * out: pure functions over a window, run again when rows arrive (P8). The
 * evidence floor (P4, P7) stands in `floor.ts`, what else could explain a
 * change (P10) in `confounds.ts`, the numbers of the model in `model.ts`. Two
 * baselines stand beside the detector, to be beaten in the same run.
 */
export { logBetaBinomial } from "./beta-binomial.ts";
export { detectByChocolatine } from "./chocolatine.ts";
export * from "./confounds.ts";
export * from "./cusum.ts";
export * from "./detect.ts";
export * from "./floor.ts";
export * from "./group.ts";
export { detectByMedian, type MedianChange } from "./ioda-median.ts";
export {
	BACKGROUND_PRIOR,
	type BackgroundPrior,
	type Condition,
	ENDING_LOG_ODDS,
	ONSET_LOG_ODDS,
} from "./model.ts";
export { learnBackground } from "./prior.ts";
export { findSlopes } from "./slope.ts";
export * from "./types.ts";
export * from "./value-types.ts";
export { detectColumns, detectValues } from "./values.ts";
