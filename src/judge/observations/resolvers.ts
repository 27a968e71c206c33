/**
 * Tests of resolvers: dnscheck asks one for a name by each of its addresses,
 * dnsping asks again and again.
 *
 * | test     | role        | what                                          |
 * | -------- | ----------- | --------------------------------------------- |
 * | dnscheck | `bootstrap` | the look-up of the resolver's own name        |
 * |          | `lookup`    | the look-up by way of one of its addresses    |
 *
 * App facts: `resolver_lookup` (each address; text: the endpoint asked),
 * `pings_sent`, `pings_answered` (dnsping).
 */
import { createAddressBook } from "./address-book.ts";
import { addApp } from "./app.ts";
import { readQuery } from "./dns.ts";
import type { Draft } from "./draft.ts";
import { failureOf, type Row, rowOf, textOf } from "./fields.ts";
import { addCounts, pingsOf } from "./pings.ts";
import { createReading } from "./reading.ts";
import { readStandard } from "./standard.ts";

export function observeDnscheck(draft: Draft): void {
	const keys = draft.measurement.testKeys;
	// The addresses found here are the ones asked below.
	const book = createAddressBook();
	readStandard(draft, rowOf(keys["bootstrap"]), {
		path: "bootstrap.",
		roleOf: () => "bootstrap",
		book,
	});
	const failure = failureOf(keys["bootstrap_failure"]);
	if (failure !== undefined)
		addApp(draft, { name: "resolver_lookup", role: "bootstrap", failure });
	const lookups = rowOf(keys["lookups"]);
	const endpoints = Object.keys(lookups);
	for (let index = 0; index < endpoints.length && !draft.full; index++) {
		const endpoint = endpoints[index] as string;
		const lookup = rowOf(lookups[endpoint]);
		readStandard(draft, lookup, {
			path: `lookups[${index}].`,
			roleOf: () => "lookup",
			book,
		});
		addApp(draft, {
			name: "resolver_lookup",
			role: "lookup",
			failure: failureOf(lookup["failure"]),
			text: textOf(endpoint, 256),
		});
	}
}

export function observeDnsping(draft: Draft): void {
	const reading = createReading(draft, {});
	const pings = pingsOf(draft);
	let answered = 0;
	let sent = 0;
	const read = (row: Row, index: number): void => {
		sent++;
		if (failureOf(row["failure"]) === undefined) answered++;
		readQuery(reading, row, `pings[${index}].query`, 0);
	};
	pings.forEach((ping, index) => {
		// Before 0.1 a ping held a list of look-ups.
		const query = ping["query"];
		if (Array.isArray(query)) for (const row of query) read(rowOf(row), index);
		else read(rowOf(query), index);
	});
	addCounts(draft, sent, answered);
}
