import type { Translation } from "./translation.ts";

export const bn: Translation = { reviewed: [], messages: {} };
