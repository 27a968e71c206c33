/**
 * The pages: server-rendered, without script. What comes in are the store's
 * named queries, the service registry, the shipped record and a clock; what
 * goes out is a Hono application. Serves P4 (words change below the floor),
 * P5 (every claim shows its denominator and leads to its measurements), P11
 * and P12 (what is said stands apart from what is measured).
 */
export { moneyRange } from "./cost/money.ts";
export { estimateIncident } from "./cost/running-total.tsx";
export { verifierScript } from "./evidence/verifier-script.ts";
export { isAbout, wasPublished } from "./feeds/news.ts";
export { type RecordDate, recordDates } from "./feeds/record-dates.ts";
export {
	incidentTitle,
	isPublishedOutage,
	isRestriction,
	statusSentence,
} from "./incident-words.ts";
export { addressIn } from "./language/address.ts";
export type { Language } from "./language/languages.ts";
export { say, wordsOf } from "./language/speech.ts";
export { entryPath, incidentPath, outlookPath } from "./names.ts";
export { occasionSentence } from "./outlook/outlook-words.ts";
export { listPages } from "./page-list.ts";
export { offeredOf, type Reporting } from "./report/report-deps.ts";
export { type ServedSite, type ServeOptions, serveSite } from "./serve.ts";
export { createSite } from "./site.tsx";
export type { SiteDeps } from "./site-deps.ts";
export { subscriptionPath } from "./subscribe/links.ts";
export type { Subscribing } from "./subscribe/subscribe-deps.ts";
export * from "./subscribe/subscription.ts";
export { formatDay, formatMoment } from "./times.ts";
export { countOf } from "./words.ts";
