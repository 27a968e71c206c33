/**
 * The record: what officials, courts, press and others said, ordered and did
 * about restrictions. Texts come in, entries with their sources go out, and
 * what could not be read, with the reason; from entries come clocks,
 * contradictions, claim checks and the due-process table. Serves P12 (said,
 * ordered and measured are separate tracks), P5 (every entry has a source) and
 * P7 (one floor for supporting and for contradicting).
 */
export * from "./changes.ts";
export * from "./check.ts";
export * from "./claim-check.ts";
export * from "./clocks.ts";
export * from "./compare.ts";
export * from "./contradictions.ts";
export * from "./deadlines.ts";
export * from "./documented-incidents.ts";
export * from "./dossier.ts";
export * from "./due-process.ts";
export * from "./due-process-counts.ts";
export * from "./entry.ts";
export * from "./from-dossier.ts";
export * from "./from-restrictions.ts";
export * from "./link.ts";
export * from "./network-words.ts";
export * from "./order-blanks.ts";
export * from "./outage-cause.ts";
export * from "./publishable.ts";
export * from "./read-file.ts";
export * from "./record-index.ts";
export * from "./record-links.ts";
export * from "./replies.ts";
export * from "./requests.ts";
export * from "./restriction-rows.ts";
export * from "./restrictions.ts";
export * from "./review-clocks.ts";
export * from "./seal.ts";
export type { Fault } from "./shape.ts";
export * from "./shown-record.ts";
export * from "./signal-weighing.ts";
export * from "./stop/index.ts";
export * from "./time.ts";
export * from "./turning-points.ts";
export * from "./types.ts";
export * from "./weighing.ts";
export { isZone, zoneOfCountry } from "./zones.ts";
