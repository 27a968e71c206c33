/**
 * The lab: emulated networks, and what probes see in them. Nothing here
 * touches a network. Seeds come in, records in OONI's data format go out.
 */
export * from "./certificate.ts";
export * from "./corpus/index.ts";
export * from "./random.ts";
export * from "./story/index.ts";
