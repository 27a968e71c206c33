/**
 * The record: what officials, courts, press and others said and did about
 * restrictions. Texts come in, entries with their sources go out, and what
 * could not be read, with the reason. Serves P12 (said and measured are
 * separate tracks) and P5 (every entry has a source).
 */
export * from "./dossier.ts";
export * from "./restrictions.ts";
export * from "./types.ts";
