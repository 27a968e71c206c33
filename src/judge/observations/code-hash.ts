/** Hash of the code that reads facts, written by scripts/judging-code.mjs at each build. */
export const FACTS_CODE = "9ae977b5ea120462";
