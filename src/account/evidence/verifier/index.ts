/**
 * The verifier: everything it needs is in this folder and in the platform. The
 * files named in `VERIFIER_FILES`, one behind the other, are the script that
 * the page of the site runs.
 */
export * from "./integrity.ts";
export * from "./ledger.ts";
export * from "./lines.ts";
export * from "./merkle.ts";
export * from "./statement.ts";
export * from "./verify.ts";
export * from "./weigh.ts";
export * from "./zip.ts";
