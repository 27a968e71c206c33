/**
 * A country over weeks, measured by the probe at accelerated time. A seed
 * comes in, measurements and the truth about them go out. Serves P6: series
 * and incidents are scored on measurements whose truth is known.
 */
export { measureWorld, type WorldContext } from "./measure.ts";
export * from "./plan.ts";
