import type { Translation } from "./translation.ts";

export const fa: Translation = { reviewed: [], messages: {} };
