/**
 * The private store: editors, drafts, protected names, subscriptions. What comes in and goes
 * out are small records; nothing of it is ever exported. Serves P2 (few
 * durable things) and P11 (whose pseudonym it is stands nowhere else).
 */
export * from "./alert-run.ts";
export * from "./drafts.ts";
export * from "./editors.ts";
export * from "./protected-names.ts";
export * from "./subscriptions.ts";
