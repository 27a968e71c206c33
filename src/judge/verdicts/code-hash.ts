/** Hash of the code that judges, written by scripts/judging-code.mjs at each build. */
export const JUDGING_CODE = "b50d185e8c8e084d";
