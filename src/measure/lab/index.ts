/**
 * The lab: emulated networks, and what probes see in them. Seeds come in and
 * records in OONI's data format go out, made up (`story`, `corpus`) or
 * measured on an emulated internet on loopback (`net`, `scenarios`,
 * `world`).
 */
export * from "./certificate.ts";
export * from "./corpus/index.ts";
export * from "./namespaces/index.ts";
export * from "./net/index.ts";
export * from "./random.ts";
export * from "./scenarios/index.ts";
export * from "./story/index.ts";
export * from "./world/index.ts";
