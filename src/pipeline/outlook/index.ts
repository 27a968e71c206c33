/** Outlooks where the wings meet: the record as it stands, and what ships for calendars. */
export * from "./outlooks.ts";
