/**
 * A made-up country that loses a service and gets it back: a seed comes in,
 * measurements in OONI's data format and the truth about them go out. Serves
 * the first look at an empty installation and the scoring of verdicts and
 * incidents. Emulated throughout (DESIGN, section 4); P3: the same seed gives
 * the same records.
 */
export * from "./emulate.ts";
export * from "./pack.ts";
export type { Confound, Episode, StoryTruth, Technique } from "./plot.ts";
