/**
 * Reference data as versioned snapshots: services, domains, networks,
 * countries, test lists, fingerprints, IP-to-AS data. Texts come in, immutable
 * look-up structures named by a content hash go out. Serves P3, and P7 where
 * the texts come from outside.
 */
export * from "./areas.ts";
export * from "./asn.ts";
export * from "./countries.ts";
export * from "./csv.ts";
export * from "./domains.ts";
export * from "./fingerprints.ts";
export { compileCountries } from "./ip-country.ts";
export * from "./manifest.ts";
export * from "./services.ts";
export * from "./snapshot.ts";
export * from "./sources.ts";
export * from "./subscriber-shares.ts";
export * from "./test-lists.ts";
export * from "./types.ts";
export * from "./update.ts";
