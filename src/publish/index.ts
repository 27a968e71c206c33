/** What leaves the house: pages now; the API, alerts and exports later. */
export * from "./web/index.ts";
