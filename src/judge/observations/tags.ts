/** OONI's tags on a row: how many redirects came before, whether the flow may fetch, who found the address. */
import { listOf, type Row } from "./fields.ts";

export interface Tags {
	readonly depth: number | undefined;
	readonly fetchBody: boolean | undefined;
	readonly classic: boolean;
}

const UNTAGGED: Tags = {
	depth: undefined,
	fetchBody: undefined,
	classic: false,
};
/** Probes follow at most ten redirects, old ones twenty. */
const MAX_DEPTH = 50;
const MAX_TAGS = 32;

export function tagsOf(row: Row): Tags {
	const tags = listOf(row["tags"]);
	if (tags.length === 0) return UNTAGGED;
	let depth: number | undefined;
	let fetchBody: boolean | undefined;
	let classic = false;
	for (let index = 0; index < tags.length && index < MAX_TAGS; index++) {
		const tag = tags[index];
		if (typeof tag !== "string") continue;
		if (tag === "classic") classic = true;
		else if (tag === "fetch_body=true") fetchBody = true;
		else if (tag === "fetch_body=false") fetchBody = false;
		else if (tag.startsWith("depth=")) depth = depthOf(tag.slice(6));
	}
	return { depth, fetchBody, classic };
}

function depthOf(digits: string): number | undefined {
	const depth = Number(digits);
	return Number.isInteger(depth) && depth >= 0 && depth <= MAX_DEPTH
		? depth
		: undefined;
}
