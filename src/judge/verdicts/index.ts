export * from "./types.ts";
export * from "./window.ts";
