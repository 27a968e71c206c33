/**
 * How a record tells depth and origin of its rows. Web Connectivity 0.5 tags
 * them; its first builds had flows but no tags; 0.4 and older follow one
 * chain of requests with addresses of the system resolver only; other tests
 * say neither.
 */
import type { Origin } from "./address-book.ts";
import type { Tags } from "./tags.ts";

export interface Layout {
	/** Redirects followed before a row other than a request. */
	depthOf(tags: Tags, flow: number | undefined, hostname: string): number;
	/** Depth of each request, in the order of the list; undefined: the tags say it, or else the Location headers. */
	readonly requestDepths: readonly number[] | undefined;
	/** Whether the address came from the system resolver; undefined where the record does not say. */
	classicOf(tags: Tags, origin: Origin): boolean | undefined;
	/** Whether names that share an address are told apart by depth. */
	readonly byDepth: boolean;
}

/** Tests that follow no chain. */
export const plainLayout: Layout = {
	depthOf: () => 0,
	requestDepths: undefined,
	classicOf: () => undefined,
	byDepth: false,
};
