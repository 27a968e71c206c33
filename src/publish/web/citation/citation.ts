/**
 * What stands under a page for those who quote it: an address that keeps what
 * was chosen and names the revision, and a hash by which anybody sees later
 * whether the data are the same.
 *
 * An incident's revisions are in the ledger, so each can be shown again. A
 * chart is made from derived data, of which only the newest state is kept:
 * its revision is the hash of its table, and a page that is asked for with
 * another one says that the data have changed.
 */
import { canonicalJson, sha256Hex } from "../../../base/index.ts";
import type { Incident } from "../../../model/index.ts";
import type { Terms } from "../../terms/index.ts";
import { daysCsv } from "../data-files.ts";
import { incidentPath } from "../names.ts";
import type { StripFrame } from "../pages/strip-figure.tsx";
import type { StripData } from "../strips.ts";

/** Digits of a hash that name a revision: enough that no two of a page meet. */
const REVISION_DIGITS = 16;

export interface Citation {
	readonly title: string;
	/** Path and query, without the site. */
	readonly address: string;
	readonly revision: string;
	/** When it was told; undefined: as of today. */
	readonly toldAt: string | undefined;
	/** SHA-256. */
	readonly hash: string;
	/** What the hash is of: a file that can be had, or an entry of the ledger. */
	readonly of:
		| { readonly kind: "table"; readonly path: string; readonly query: string }
		| { readonly kind: "ledger" };
	/** Why what is shown is not what was asked for, or not the newest. */
	readonly notice?: CitationNotice | undefined;
}

export type CitationNotice =
	| { readonly kind: "changed"; readonly asked: string }
	| {
			readonly kind: "newer";
			readonly path: string;
			readonly toldAt: string;
	  };

/** `choice`: what the page chose for the reader, to be kept in the address; `asked`: the revision that was asked for; `terms`: those of the chart's table, which has them in a column. */
export function citeStrip(
	{ data, frame }: { readonly data: StripData; readonly frame: StripFrame },
	choice: string,
	asked: string | undefined,
	terms: Terms,
): Citation {
	const hash = sha256Hex(
		daysCsv(data.days, { emulated: frame.emulated, terms }),
	);
	const revision = hash.slice(0, REVISION_DIGITS);
	const query = new URLSearchParams(frame.query);
	for (const [name, value] of new URLSearchParams(choice))
		query.set(name, value);
	query.set("until", data.window.lastOn);
	const table = query.toString();
	query.set("revision", revision);
	return {
		title: frame.title,
		address: `${frame.path}?${query}`,
		revision,
		toldAt: undefined,
		hash,
		of: { kind: "table", path: frame.path, query: table },
		notice:
			asked === undefined || asked === revision
				? undefined
				: { kind: "changed", asked },
	};
}

/** `revisions`: all of it, oldest first. Undefined for an incident that is documented and was never measured: it has none. */
export function citeIncident(
	title: string,
	shown: Incident,
	revisions: readonly Incident[],
): Citation | undefined {
	const told = revisions.find(({ revision }) => revision === shown.revision);
	const newest = revisions.at(-1);
	if (told === undefined || newest === undefined) return undefined;
	const path = incidentPath(shown.id);
	return {
		title,
		address: `${path}?revision=${shown.revision}`,
		revision: String(shown.revision),
		toldAt: told.revisedAt,
		hash: sha256Hex(canonicalJson(told)),
		of: { kind: "ledger" },
		notice:
			newest === told
				? undefined
				: { kind: "newer", path, toldAt: newest.revisedAt },
	};
}

/** Text that can name a revision of a chart. */
export function readRevisionHash(text: string): string | undefined {
	return /^[0-9a-f]{16}$/.test(text) ? text : undefined;
}
