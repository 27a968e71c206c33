/**
 * Synthetic worlds for scoring the detector: a seed comes in, series of hourly
 * counts with the truth about them go out. Some worlds follow the laws that
 * the detector assumes and some deliberately do not. Serves P6 (errors of both
 * kinds, measured) and P13.
 */
export { MISSPECIFIED_NOISES, NOISES, rateAt } from "./background.ts";
export { HAZARDS, isOn } from "./events.ts";
export * from "./types.ts";
export { makeWorld, type WorldPlan } from "./world.ts";
