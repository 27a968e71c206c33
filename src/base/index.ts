/**
 * The common ground: errors, time, hashes, canonical JSON, log and progress.
 * Nothing here knows what Rasai is about. Serves P3 (deterministic: time is
 * handed in, JSON is canonical) and P11 (logs carry no addresses).
 */
export * from "./canonical-json.ts";
export * from "./clock.ts";
export * from "./errors.ts";
export * from "./ids.ts";
export * from "./log.ts";
export * from "./progress.ts";
