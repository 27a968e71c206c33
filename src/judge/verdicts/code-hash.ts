/** Hash of the code that judges, written by scripts/judging-code.mjs at each build. */
export const JUDGING_CODE = "9c4dc8c77d7d3fb7";
