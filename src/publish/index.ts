/** What leaves the house: pages, copies of them, and news. */

export * from "./alerts/index.ts";
export * from "./api/index.ts";
export * from "./mirror/index.ts";
export * from "./web/index.ts";
