/**
 * Evidence: a dossier's grounds as one file that the other side's expert can
 * check offline and without trusting us. Measurements, texts and keys come in;
 * a signed bundle goes out, and a report of what can be shown of one. Serves
 * P3 (the same inputs give the same bytes), P5 and P11 (what protects someone
 * can be withheld). docs/evidence-format.md describes the file.
 */
export * from "./commit.ts";
export * from "./keys.ts";
export * from "./known-heads.ts";
export * from "./seal.ts";
export * from "./timestamp.ts";
export * from "./verifier/index.ts";
