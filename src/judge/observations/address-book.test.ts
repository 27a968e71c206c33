import assert from "node:assert/strict";
import { test } from "node:test";
import { createAddressBook } from "./address-book.ts";

const lookup = (end: number, more: object = {}) => ({
	depth: 0,
	flow: undefined,
	end,
	bySystem: true,
	...more,
});

test("an address that one name gave is that name's", () => {
	const book = createAddressBook();
	book.enter("192.0.2.1", "a.example.org", lookup(1));
	assert.equal(book.nameOf("192.0.2.1", 443, {}), "a.example.org");
	assert.equal(book.nameOf("192.0.2.2", 443, {}), undefined);
});

test("names that share an address are told apart by depth, flow or the look-up before", () => {
	const book = createAddressBook();
	book.enter("192.0.2.1", "a.example.org", lookup(1, { flow: 1 }));
	book.enter("192.0.2.1", "b.example.org", lookup(2, { depth: 1, flow: 2 }));
	const nameOf = (clues: object) => book.nameOf("192.0.2.1", 443, clues);
	assert.equal(nameOf({ depth: 1 }), "b.example.org");
	assert.equal(nameOf({ flow: 2 }), "b.example.org");
	assert.equal(nameOf({ lookupEnd: 1 }), "a.example.org");
});

test("names of a resolver that answers all alike are told apart by the order of the runs", () => {
	const book = createAddressBook();
	const runs: readonly (readonly [string, number])[] = [
		["web.example.org", 80],
		["e1.example.org", 5222],
		["e2.example.org", 5222],
		["e1.example.org", 443],
	];
	runs.forEach(([name], at) => {
		book.enter("0.0.0.0", name, lookup(at));
		book.enter("::", name, lookup(at));
	});
	for (const [name, port] of runs) {
		assert.equal(book.nameOf("0.0.0.0", port, {}), name);
		assert.equal(book.nameOf("::", port, {}), name);
	}
});

test("who found an address is remembered", () => {
	const book = createAddressBook();
	book.enter("192.0.2.1", "a", lookup(1, { bySystem: false }));
	assert.equal(book.originOf("192.0.2.1"), "other");
	book.enter("192.0.2.1", "a", lookup(2));
	assert.equal(book.originOf("192.0.2.1"), "system");
	assert.equal(book.originOf("192.0.2.9"), "unknown");
});

test("a name reached at two addresses has no only address", () => {
	const book = createAddressBook();
	book.connected("a", "192.0.2.1", 443);
	assert.equal(book.onlyAddress("a", 443), "192.0.2.1");
	book.connected("a", "192.0.2.2", 443);
	book.connected("a", "192.0.2.1", 443);
	assert.equal(book.onlyAddress("a", 443), undefined);
});
