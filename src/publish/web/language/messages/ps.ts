import type { Translation } from "./translation.ts";

export const ps: Translation = { reviewed: [], messages: {} };
