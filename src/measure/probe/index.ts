/**
 * The probe: measures from here, now. A URL or a service and a vantage come
 * in, measurements in OONI's data format go out, scrubbed of what names the
 * person. Serves P1 (what happened, never what it means), P7 (no target leads
 * it into a private network), P10 (a broken line is no restriction) and P11
 * (do no harm).
 */
export { createVisit, hostOf } from "./addresses.ts";
export { portOf } from "./aside.ts";
export { type Conclusions, conclude } from "./conclusions.ts";
export {
	addressOf,
	type Connection,
	connect,
	endpointOf,
} from "./connection.ts";
export * from "./envelope.ts";
export * from "./exposure.ts";
export * from "./lists.ts";
export * from "./messaging.ts";
export * from "./several.ts";
export * from "./throttle.ts";
export { type Handshake, shakeHands } from "./tls.ts";
export {
	createTrace,
	type Limits,
	STANDARD_LIMITS,
	type Trace,
} from "./trace.ts";
export * from "./vantage.ts";
export * from "./vantage-check.ts";
export { follow } from "./visit.ts";
export * from "./watch.ts";
export { runWebConnectivity, type WebOptions } from "./web-connectivity.ts";
