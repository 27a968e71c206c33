import type { Translation } from "./translation.ts";

export const ur: Translation = { reviewed: [], messages: {} };
