/**
 * The probe's own measurements, judged where they were made. A measurement
 * comes in, a verdict and a plain sentence go out: for one target, and for a
 * service as a whole. Serves P1, P4 and P5.
 */
export * from "./judge-probed.ts";
export * from "./service-answer.ts";
