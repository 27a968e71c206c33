/** Messages by language. */
import type { Language } from "../languages.ts";
import { ar } from "./ar.ts";
import { bn } from "./bn.ts";
import { es } from "./es.ts";
import { fa } from "./fa.ts";
import { fr } from "./fr.ts";
import { my } from "./my.ts";
import { ps } from "./ps.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";
import type { Translation } from "./translation.ts";
import { ur } from "./ur.ts";

export type { MessageKey } from "./translation.ts";

export const TRANSLATIONS: Readonly<
	Record<Exclude<Language, "en">, Translation>
> = { ur, ps, ar, fa, ru, fr, es, bn, tr, my };
