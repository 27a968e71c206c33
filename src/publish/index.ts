/** What leaves the house: pages and copies of them. */

export * from "./api/index.ts";
export * from "./mirror/index.ts";
export * from "./api/index.ts";
export * from "./web/index.ts";
