import type { Translation } from "./translation.ts";

export const tr: Translation = { reviewed: [], messages: {} };
