export * from "./types.ts";
export * from "./detect.ts";
export { type Condition } from "./model.ts";
export * from "./cusum.ts";
export * from "./floor.ts";
export { ONSET_LOG_ODDS, ENDING_LOG_ODDS } from "./model.ts";
export { logBetaBinomial } from "./beta-binomial.ts";
