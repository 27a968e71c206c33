/** Hash of the code that reads facts, written by scripts/judging-code.mjs at each build. */
export const FACTS_CODE = "c97b484a33bacaf7";
