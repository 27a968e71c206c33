/**
 * The common ground: errors, time, hashes, canonical JSON, log, progress and
 * the guarded HTTP client. Nothing here knows what Rasai is about. Serves P3
 * (deterministic: time is handed in, JSON is canonical), P7 (no input leads a
 * request to a private address) and P11 (logs carry no addresses).
 */
export * from "./canonical-json.ts";
export * from "./clock.ts";
export * from "./csv.ts";
export * from "./errors.ts";
export * from "./http-client.ts";
export * from "./http-download.ts";
export * from "./ids.ts";
export * from "./ip.ts";
export * from "./log.ts";
export * from "./nearest.ts";
export * from "./program.ts";
export * from "./progress.ts";
export * from "./remember.ts";
export * from "./time-limit.ts";
