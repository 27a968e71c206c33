/**
 * The probe: measures from here, now. A URL or a service and a vantage come
 * in, measurements in OONI's data format go out, scrubbed of what names the
 * person. Serves P1 (what happened, never what it means), P7 (no target leads
 * it into a private network) and P11 (do no harm).
 */
export * from "./envelope.ts";
export { type Limits, STANDARD_LIMITS } from "./trace.ts";
export * from "./vantage.ts";
export { runWebConnectivity, type WebOptions } from "./web-connectivity.ts";
