import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { RasaiError } from "../base/index.ts";
import { compileAsn, emptyAsn, openAsn } from "./asn.ts";

const IPV4 = `1.0.0.0,1.0.0.255,64500,"Example, ""Inc."""
1.0.4.0,1.0.7.255,64501,Second Network
9.0.0.0,9.255.255.255,64502,Large
9.1.0.0,9.1.255.255,64503,Inside
255.255.255.0,255.255.255.255,64504,Last
`;
const IPV6 =
	"2001:db8::,2001:db8:0:ffff:ffff:ffff:ffff:ffff,64500,\r\n2001:db8:1::,2001:db8:1:0:0:0:0:7f,64505,Small\r\n";

const { database, rowCount, problems } = compileAsn(IPV4, IPV6);

test("an address is looked up in its range, both ends included", () => {
	assert.deepEqual(problems, []);
	assert.equal(rowCount, 7);
	for (const [ip, asn] of [
		["0.255.255.255", 0],
		["1.0.0.0", 64500],
		["1.0.0.255", 64500],
		["1.0.1.0", 0],
		["1.0.5.1", 64501],
		["255.255.255.255", 64504],
		["2001:db8::1", 64500],
		["2001:db8:0:ffff::", 64500],
		["2001:db8:1::7f", 64505],
		["2001:db8:1::80", 0],
		["2001:db7:ffff::", 0],
		["::", 0],
		["ffff::", 0],
		["::ffff:1.0.0.9", 64500],
	] as const)
		assert.equal(database.lookup(ip), asn, ip);
});

test("inside a larger range the smaller one holds, and the larger after it", () => {
	assert.equal(database.lookup("9.0.255.255"), 64502);
	assert.equal(database.lookup("9.1.0.0"), 64503);
	assert.equal(database.lookup("9.1.255.255"), 64503);
	assert.equal(database.lookup("9.2.0.0"), 64502);
	assert.equal(database.lookup("10.0.0.0"), 0);
});

test("networks have their holders' names", () => {
	assert.equal(database.nameOf(64500), 'Example, "Inc."');
	assert.equal(database.nameOf(64503), "Inside");
	assert.equal(database.nameOf(64499), undefined);
	assert.equal(emptyAsn.nameOf(64500), undefined);
});

test("what is no address belongs to nobody", () => {
	for (const text of [
		"",
		"1.0.0",
		"1.0.0.0.0",
		"1.0.0.256",
		"x",
		"1::2::3",
		":",
		"1.0.0.0:80",
		"2001:db8::g",
	])
		assert.equal(database.lookup(text), 0, text);
	assert.equal(emptyAsn.lookup("1.0.0.0"), 0);
});

test("a database opens again from its bytes, wherever they lie, under the same hash", () => {
	const shifted = new Uint8Array(database.bytes.length + 1);
	shifted.set(database.bytes, 1);
	for (const bytes of [database.bytes, shifted.subarray(1)]) {
		const reopened = openAsn(bytes);
		assert.equal(reopened.hash, database.hash);
		assert.equal(reopened.lookup("9.1.2.3"), 64503);
		assert.equal(reopened.lookup("2001:db8:1::"), 64505);
		assert.equal(reopened.nameOf(64501), "Second Network");
	}
});

test("P3: the same ranges in another order give the same bytes", () => {
	const rows = (IPV4 + IPV6).split(/\r?\n/).reverse().join("\n");
	assert.equal(compileAsn(rows).database.hash, database.hash);
});

test("damaged bytes are refused", () => {
	const refused = (bytes: Uint8Array): void => {
		assert.throws(
			() => openAsn(bytes),
			(error: unknown) =>
				error instanceof RasaiError && error.code === "reference_invalid",
		);
	};
	refused(new Uint8Array());
	refused(database.bytes.subarray(0, database.bytes.length - 1));
	refused(database.bytes.subarray(4));
	refused(database.bytes.slice().fill(255, 4, 16));
});

test("P7: rows that are no ranges become problems, and the others are used", () => {
	const compiled = compileAsn(
		[
			"1.0.0.0,1.0.0.255,64500,Good",
			"1.0.0.0",
			"1.0.0.0,1.0.0.255,AS64500,x",
			"1.0.0.0,1.0.0.255,99999999999,x",
			"1.0.1.0,1.0.0.0,64500,backwards",
			"1.0.0.0,2001:db8::,64500,mixed",
			"start,end,asn,org",
		].join("\n"),
	);
	assert.equal(compiled.rowCount, 1);
	assert.equal(compiled.problems.length, 6);
	assert.match(compiled.problems[0] ?? "", /^line 2: not a range/);
	assert.equal(compiled.database.lookup("1.0.0.9"), 64500);
});

test("look-ups agree with a look at every range, on any ranges that nest or stand apart", () => {
	const range = fc
		.tuple(
			fc.nat({ max: 60 }),
			fc.nat({ max: 60 }),
			fc.integer({ min: 1, max: 5 }),
		)
		.map(([a, b, asn]) => ({
			start: Math.min(a, b),
			end: Math.max(a, b),
			asn,
		}));
	const apartOrNested = fc
		.array(range, { maxLength: 8 })
		.map((ranges) =>
			ranges.filter((one, index) =>
				ranges
					.slice(0, index)
					.every(
						(other) =>
							one.end < other.start ||
							one.start > other.end ||
							(one.start > other.start && one.end < other.end) ||
							(one.start < other.start && one.end > other.end),
					),
			),
		);
	fc.assert(
		fc.property(apartOrNested, fc.boolean(), (ranges, six) => {
			const address = (value: number): string =>
				six ? `2001:db8::${value.toString(16)}` : `192.0.2.${value}`;
			const compiled = compileAsn(
				ranges
					.map(
						({ start, end, asn }) =>
							`${address(start)},${address(end)},${asn},n`,
					)
					.join("\n"),
			);
			for (let value = 0; value <= 61; value++) {
				const smallest = ranges
					.filter(({ start, end }) => start <= value && value <= end)
					.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
				assert.equal(
					compiled.database.lookup(address(value)),
					smallest?.asn ?? 0,
				);
			}
		}),
		{ numRuns: 500 },
	);
});
