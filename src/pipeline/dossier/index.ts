/**
 * Dossiers. An incident, the record and measurements come in; one document's
 * worth of facts goes out, every claim with its exhibits. Serves P4 (what is
 * not known is said), P5 (evidence for every claim) and P12 (said, due and
 * measured are three tracks).
 */
export { EVIDENCE_LAW } from "./affidavits.ts";
export { composeDossier, type DossierInput } from "./compose.ts";
export * from "./dates.ts";
export { measuredQuestion } from "./measured.ts";
export { type ReadDossierOptions, readDossier } from "./read-dossier.ts";
export { KIND_WORDS } from "./summary.ts";
export * from "./types.ts";
