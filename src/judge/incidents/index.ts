export { logBetaBinomial } from "./beta-binomial.ts";
export * from "./cusum.ts";
export * from "./detect.ts";
export * from "./floor.ts";
export { type Condition, ENDING_LOG_ODDS, ONSET_LOG_ODDS } from "./model.ts";
export * from "./types.ts";
