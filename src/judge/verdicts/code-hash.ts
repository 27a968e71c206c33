/** Hash of the code that judges, written by scripts/judging-code.mjs at each build. */
export const JUDGING_CODE = "38c8f5dedc7620bc";
