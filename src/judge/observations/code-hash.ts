/** Hash of the code that reads facts, written by scripts/judging-code.mjs at each build. */
export const FACTS_CODE = "fda6ca207bc4c2f7";
