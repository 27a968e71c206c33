/**
 * What observations mean. Facts of one measurement, the control and reference
 * data come in; a state, a mechanism, every fired rule and a sentence come
 * out. Rules are data (`rules/`); the files named `subjects-*` say what may be
 * asked of each layer. Serves P1, P3-P7 and P10.
 */
export {
	buildNetworkControl,
	CONTROL_NETWORKS,
	OUTAGE_SPAN_HOURS,
	WIDE_HOUR,
} from "./control.ts";
export { factsOf } from "./evaluate.ts";
export { judgeMeasurement } from "./judge.ts";
export { buildRuleset, defaultRuleset, type Ruleset } from "./ruleset.ts";
export { SPEED_MIN_BYTES } from "./subjects-http.ts";
export { inputHost, ownTarget } from "./targets.ts";
export * from "./types.ts";
export {
	buildValidity,
	DEFECT_NETWORKS,
	type InstrumentRow,
	instrumentOf,
} from "./validity.ts";
export * from "./window.ts";
