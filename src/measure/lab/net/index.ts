/**
 * An emulated internet on loopback, with a censor in the path: addresses of
 * the documentation ranges, servers that answer for them, and networks to
 * measure from. Nothing here needs root or leaves the machine.
 */
export { TRUSTED_ROOT } from "./authority.ts";
export { type BlackHole, openBlackHole } from "./black-hole.ts";
export * from "./cast.ts";
export * from "./condition.ts";
export { markEmulated } from "./emulated.ts";
export { openGate } from "./gate.ts";
export {
	type Internet,
	type InternetEndpoint,
	openInternet,
} from "./internet.ts";
export {
	CLOSED_PORT,
	createListeners,
	type Listeners,
	type Running,
} from "./listeners.ts";
export {
	type Network,
	openInterceptors,
	openNetwork,
	vantageOn,
} from "./network.ts";
export { BLOCK_PAGE_MARK } from "./pages.ts";
export { openQuicServer } from "./quic.ts";
export { openResolver, type Zone } from "./resolver.ts";
export { lookUpAt } from "./stub.ts";
export { LAB_LIMITS } from "./timing.ts";
