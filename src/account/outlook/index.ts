/**
 * What is likely next: a calendar with the Hijri calendar, a daily probability
 * that a restriction begins, and how good such forecasts were. Restrictions of
 * the record and lists of dates come in, forecasts with their reasons and their
 * score go out. Serves P13 (no forecast without its score against the base
 * rate) and P12 (documented, never measured: no row means "not documented").
 */
export * from "./areas.ts";
export * from "./baselines.ts";
export * from "./calendar.ts";
export * from "./coverage.ts";
export * from "./days.ts";
export * from "./hijri.ts";
export * from "./occasions.ts";
export * from "./onsets.ts";
export * from "./outlook.ts";
export * from "./reasons.ts";
export * from "./run.ts";
export * from "./score.ts";
export * from "./upcoming.ts";
export * from "./walk.ts";
