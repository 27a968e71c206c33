/**
 * Reference data as versioned snapshots: services, domains, networks,
 * countries, test lists, fingerprints, IP-to-AS data. Texts come in, immutable
 * look-up structures named by a content hash go out. Serves P3.
 */
export * from "./types.ts";
