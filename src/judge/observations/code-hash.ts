/** Hash of the code that reads facts, written by scripts/judging-code.mjs at each build. */
export const FACTS_CODE = "f47dfbb292cf0e3e";
