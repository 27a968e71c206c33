/** Hash of the code that judges, written by scripts/judging-code.mjs at each build. */
export const JUDGING_CODE = "66a286c73a9e6d1b";
