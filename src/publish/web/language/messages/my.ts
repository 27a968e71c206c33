import type { Translation } from "./translation.ts";

export const my: Translation = { reviewed: [], messages: {} };
