/** Hash of the code that judges, written by scripts/judging-code.mjs at each build. */
export const JUDGING_CODE = "f9c0b167238947c2";
