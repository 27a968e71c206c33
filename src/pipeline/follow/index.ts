/**
 * The live loop. Sources are looked at on a schedule; what is new is imported,
 * judged and detected in; alerts come out, and a heartbeat of each source.
 * Serves P8 (late data are found, what was told is revised), P9 and P10 (a
 * source that is late is no shutdown).
 */
export * from "./alerts.ts";
export { follow } from "./follow.ts";
export * from "./sent-alerts.ts";
export * from "./types.ts";
