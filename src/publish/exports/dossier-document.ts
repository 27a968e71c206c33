/** A dossier as a printed document: one wording for Markdown, HTML and PDF. */

import type { Dossier } from "../../pipeline/index.ts";
import { countryName } from "../../reference/index.ts";
import type { PrintedDocument } from "./document.ts";
import { annexBlocks } from "./dossier-annex.ts";
import { frontBlocks } from "./dossier-front.ts";
import { limitBlocks } from "./dossier-limits.ts";
import { recordBlocks } from "./dossier-record.ts";

export function dossierDocument(dossier: Dossier): PrintedDocument {
	const { title, localTitle, edition, asOf, isEmulated, incident } = dossier;
	return {
		title,
		overline: `Rasai · Dossier of a restriction · ${countryName(incident.cc)}`,
		localTitle,
		foot: `Rasai dossier ${incident.id}, edition ${edition.slice(0, 12)}, state of the record ${asOf.slice(0, 10)} UTC. A table of facts, not a legal opinion.`,
		isEmulated,
		asOf,
		blocks: [
			...frontBlocks(dossier),
			...recordBlocks(dossier),
			...limitBlocks(dossier),
			...annexBlocks(dossier),
		],
	};
}
