/**
 * The named queries that pages and the API read: over `daily`, `verdicts`,
 * `measurements` and `rejects` of schema.sql. Parameters are always bound.
 * They give counts; what counts mean is said by `judge/verdicts` (P1, P4).
 */

export { cacheQueries } from "./cached.ts";
export * from "./countries.ts";
export {
	type DayCounts,
	type DayRange,
	daysOfNetwork,
	daysOfService,
	daysOfTargets,
	daysOfUnit,
	type StateCounts,
} from "./day-counts.ts";
export * from "./explain.ts";
export * from "./history.ts";
export * from "./listed.ts";
export * from "./measurements.ts";
export * from "./networks.ts";
export * from "./now.ts";
export type { QueryReader } from "./reader.ts";
export * from "./rejects.ts";
export { type Unit, unitKey } from "./units.ts";
