/**
 * Measurements into facts. A measurement in OONI's format comes in; what
 * happened at each layer goes out, as the probe saw it and as its helper did,
 * with the certificates met and the fields that could not be used. Nothing
 * here says what it means (P1), no address of the probe's own is kept (P11),
 * and no field is trusted (P7).
 */
export { APP_NAMES, type AppName } from "./app.ts";
export { FACTS_CODE } from "./code-hash.ts";
export { observe } from "./observe.ts";
export { PAGE_MARKS, type PageMark } from "./page-marks.ts";
export { scanRecord } from "./scan/index.ts";
export * from "./types.ts";
