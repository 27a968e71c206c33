/**
 * The pages: server-rendered, without script. What comes in are the store's
 * named queries, the service registry, the shipped record and a clock; what
 * goes out is a Hono application. Serves P4 (words change below the floor),
 * P5 (every claim shows its denominator and leads to its measurements), P11
 * and P12 (what is said stands apart from what is measured).
 */
export { verifierScript } from "./evidence/verifier-script.ts";
export { listPages } from "./page-list.ts";
export { offeredOf, type Reporting } from "./report/report-deps.ts";
export { type ServedSite, type ServeOptions, serveSite } from "./serve.ts";
export { createSite } from "./site.tsx";
export type { SiteDeps } from "./site-deps.ts";
