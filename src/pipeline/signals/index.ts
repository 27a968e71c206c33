/** Signals of others: read, kept and told, each with its own start, end and depth. */
export * from "./demand.ts";
export {
	detectSignal,
	type SignalChange,
	type SignalInterval,
} from "./detect.ts";
export * from "./import.ts";
export * from "./keep.ts";
export * from "./neighbours.ts";
export * from "./report.ts";
export * from "./samples.ts";
export * from "./score.ts";
export {
	readShownSignals,
	type ShownSignal,
	type ShownSignals,
} from "./shown.ts";
