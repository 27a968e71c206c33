/** Hash of the code that reads facts, written by scripts/judging-code.mjs at each build. */
export const FACTS_CODE = "43e2b34814c94397";
