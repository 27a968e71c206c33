/**
 * OONI as a source: how it wraps measurements, and how its public bucket is
 * laid out and listed. Serves P1 (what is handed on is the measurement as it
 * was received) and P7.
 */
export * from "./bucket.ts";
export * from "./envelopes.ts";
export * from "./watch.ts";
