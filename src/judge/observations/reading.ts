/** What the readers of one set of standard keys share. */
import { type AddressBook, createAddressBook } from "./address-book.ts";
import type { Draft } from "./draft.ts";
import { type EventIndex, indexEvents } from "./event-index.ts";
import type { Row } from "./fields.ts";
import { type Layout, plainLayout } from "./layout.ts";

/** The part of a service that an endpoint belongs to; empty where the test has no parts. */
export type RoleOf = (hostname: string, ip: string, port: number) => string;

export interface Reading {
	readonly draft: Draft;
	/** Where the keys stand in test_keys, for problems: empty or `lookups[2].`. */
	readonly path: string;
	readonly layout: Layout;
	readonly roleOf: RoleOf;
	readonly book: AddressBook;
	readonly events: EventIndex;
	/** AS of addresses as the record states it elsewhere. */
	readonly asns: Map<string, number>;
	/** Whether handshakes that do not say so are verified. */
	readonly verified: boolean;
	/** SNI of handshakes that do not state it. */
	readonly serverName: string;
}

export type ReadingOptions = Partial<
	Pick<
		Reading,
		"path" | "layout" | "roleOf" | "book" | "asns" | "verified" | "serverName"
	>
>;

const noRole: RoleOf = () => "";

export function createReading(
	draft: Draft,
	keys: Row,
	options: ReadingOptions = {},
): Reading {
	return {
		draft,
		path: options.path ?? "",
		layout: options.layout ?? plainLayout,
		roleOf: options.roleOf ?? noRole,
		book: options.book ?? createAddressBook(),
		events: indexEvents(keys["network_events"]),
		asns: options.asns ?? new Map(),
		verified: options.verified ?? true,
		serverName: options.serverName ?? "",
	};
}
