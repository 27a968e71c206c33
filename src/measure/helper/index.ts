/**
 * The other half of measuring: the helper, which looks at a site from
 * elsewhere, and the collector, which accepts measurements. Both speak the
 * protocols of OONI's clients. Requests come in, answers go out; what is
 * accepted goes to a sink that is handed in. Serves P7 (everything that comes
 * in may be forged) and P11 (addresses are never kept, and a lone probe is
 * not found through what is published).
 */
export { type HelperAsk, type Read, readAsk } from "./ask.ts";
export { addressOfClient } from "./client.ts";
export { type CoarseAs, coarsen } from "./coarse.ts";
export * from "./collector-routes.ts";
export { type HelperOptions, helperRoutes } from "./helper-routes.ts";
export { createLineBook } from "./line-book.ts";
export { createLook, type HelperAnswer } from "./look.ts";
export { createRateLimit } from "./rate-limit.ts";
export { type Decision, decideReleases } from "./release.ts";
export * from "./submission.ts";
export * from "./visitor-report.ts";
export * from "./waiting.ts";
