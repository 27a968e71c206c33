/**
 * An emulated internet on loopback, with a censor in the path: addresses of
 * the documentation ranges, servers that answer for them, and networks to
 * measure from. Nothing here needs root or leaves the machine.
 */
export { type BlackHole, openBlackHole } from "./black-hole.ts";
export * from "./cast.ts";
export * from "./condition.ts";
export { markEmulated } from "./emulated.ts";
export { type Internet, openInternet } from "./internet.ts";
export { type Network, openNetwork } from "./network.ts";
export { BLOCK_PAGE_MARK } from "./pages.ts";
export { LAB_LIMITS } from "./timing.ts";
