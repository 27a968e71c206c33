/** Outlooks where the wings meet: the record as it stands, and what ships for calendars. */
export { type OutlookThread, openOutlookThread } from "./outlook-thread.ts";
export * from "./outlooks.ts";
