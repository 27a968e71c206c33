/**
 * The nouns: types, closed word lists and validators, nothing else. What
 * comes in is unknown JSON; what goes out is a typed record or a reason for
 * refusing it. Serves P1, P4, P5 and P7.
 */
export * from "./failures.ts";
export * from "./incident.ts";
export * from "./measurement.ts";
export * from "./mechanisms.ts";
export * from "./observation.ts";
export * from "./reject.ts";
export * from "./signal.ts";
export * from "./states.ts";
export * from "./verdict.ts";
