/**
 * Telling those who asked: by mail and by webhook. What comes in are the
 * ledger's alerts, incidents, dates ahead and subscriptions; what goes out are
 * messages, and what became of each. Serves P4 (a suspicion is never told), P8
 * (what was told is revised in the same thread), P9 (silence of a source, and
 * silence of ours, are told apart from nothing happening) and P11 (plain text,
 * no tracking, gone at once).
 */
export { type DeliverOptions, deliverAlerts } from "./deliver.ts";
export { type AlertHealth, type AlertState, alertHealth } from "./health.ts";
export type { News } from "./plan.ts";
export { type Posts, postsOf } from "./posts.ts";
export type { AlertSite, Outcome, Sender } from "./sender.ts";
export { createMailSender, type SmtpOptions } from "./smtp.ts";
export {
	createWebhookSecret,
	createWebhookSender,
	signWebhook,
} from "./webhook.ts";
export { alertNotice, type DateAhead } from "./wording.ts";
