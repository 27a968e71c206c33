/**
 * What an operation of the API is: one record from which its checks, its
 * answers, its columns and its part of the OpenAPI document are made.
 */
import type { z } from "zod";
import type { World } from "../../model/index.ts";
import type { LicenceId } from "../terms/index.ts";
import type { Asked } from "./api-deps.ts";
import type { ProblemName } from "./problems.ts";

/** Fields of a row by their names, as plain values. */
export type Row = Readonly<Record<string, unknown>>;

export interface Page<Item = Row> {
	readonly items: readonly Item[];
	/** Where the next page begins; undefined at the end. */
	readonly next: Cursor | undefined;
}

/** Place in a list: the sort key of its last row so far. */
export type Cursor = readonly (string | number)[];

interface Described {
	/** Unique; clients generate function names from it. */
	readonly id: string;
	/** With parts in braces: `/api/v1/incidents/{id}`. */
	readonly path: string;
	readonly tag: string;
	readonly summary: string;
	readonly description?: string;
	/** Parts of the path and of the query, by name. */
	readonly params: z.ZodObject;
	/** Problems beside those that any operation may have. */
	readonly problems: readonly ProblemName[];
	/** What one call costs of the points that an address may spend. */
	readonly points: number;
}

/** Gives rows, page by page or whole as a file. */
export interface ListOperation extends Described {
	readonly kind: "list";
	/** Name of a row in the document. */
	readonly rowName: string;
	readonly row: z.ZodObject;
	readonly read: (asked: Asked, params: never) => Listing | Promise<Listing>;
}

/** A list as it was asked for. */
export interface Listing {
	readonly world: World;
	/** Licences of the data that the rows come from. */
	licences(): Promise<ReadonlySet<LicenceId>>;
	page(cursor: Cursor | undefined, limit: number): Promise<Page>;
	/** Changes whenever the rows may have changed. */
	stamp(): Promise<string>;
}

/** Gives one value as JSON. */
export interface ItemOperation extends Described {
	readonly kind: "item";
	readonly answerName: string;
	readonly answer: z.ZodType;
	readonly read: (asked: Asked, params: never) => Promise<Item>;
	/** CSV can be asked for; what `format=CSV` gives (OONI's way). */
	readonly csv?: boolean;
}

export interface Item {
	readonly value: unknown;
	/** Sent as it is, instead of `value` as JSON. */
	readonly text?: { readonly type: string; readonly body: string };
	/** Name, without its ending, under which it is to be saved. */
	readonly fileName?: string;
	/** Says where the answer stands, for an id that leads elsewhere. */
	readonly location?: string;
}

export type Operation = ListOperation | ItemOperation;

/** A list operation, whose `read` gets what its `params` give. */
export function listOperation<Params extends z.ZodObject>(
	operation: Omit<ListOperation, "kind" | "params" | "read"> & {
		readonly params: Params;
		readonly read: (
			asked: Asked,
			params: z.output<Params>,
		) => Listing | Promise<Listing>;
	},
): ListOperation {
	return { ...operation, kind: "list" };
}

/** An item operation, whose `read` gets what its `params` give. */
export function itemOperation<Params extends z.ZodObject>(
	operation: Omit<ItemOperation, "kind" | "params" | "read"> & {
		readonly params: Params;
		readonly read: (asked: Asked, params: z.output<Params>) => Promise<Item>;
	},
): ItemOperation {
	return { ...operation, kind: "item" };
}
