import assert from "node:assert/strict";
import test from "node:test";
import { RasaiError } from "../../base/index.ts";
import { parseColumns } from "./columns.ts";
import { reportSeries, reportValues } from "./detect.ts";
import { readSeriesTable, readValueTable } from "./table.ts";

const read = (text: string, ...columns: readonly string[]) =>
	readSeriesTable(text, parseColumns(columns));

const isUsage = (error: unknown): boolean =>
	error instanceof RasaiError && error.code === "usage";

test("counts by hour, in the contract's columns", () => {
	const { items, cellHours, rejected } = read(
		"at,k,n,cc,asn,target,layer\n" +
			"2024-03-01T05:00:00Z,1,2,QZ,AS64500,example.org,dns\n" +
			"2024-03-01T05:40,1,1,QZ,64500,example.org,dns\n" +
			"2024-03-01T08:00:00+02:00,0,3,QZ,64501,example.org,dns\n",
	);
	assert.deepEqual(rejected, []);
	assert.equal(cellHours, 1);
	const [first, second] = items;
	assert.deepEqual(first?.key, {
		cc: "QZ",
		target: "example.org",
		layer: "dns",
		asn: 64500,
	});
	assert.deepEqual([...(first?.k ?? []), ...(first?.n ?? [])], [2, 3]);
	assert.equal(second?.hours[0], (first?.hours[0] ?? 0) + 1);
});

test("days as cells, columns added up, and a condition that says what counts as blocked", () => {
	const { items, cellHours } = read(
		"day,rows,what\n2024-03-01,4,ok\n2024-03-02,3,tcp\n",
		"at=day",
		"n=rows",
		"k=what!=ok",
	);
	assert.equal(cellHours, 24);
	assert.deepEqual([...(items[0]?.k ?? [])], [0, 3]);
	const sums = read("at,a,b,n\n2024-03-01,1,2,5\n", "k=a+b").items[0];
	assert.deepEqual([...(sums?.k ?? [])], [3]);
});

test("P6: a column that says what is blocked is no key too, so that its rows stay one series", () => {
	const { items } = read(
		"date,layer,rows\n2024-03-01,ok,4\n2024-03-01,tcp,3\n",
		"at=date",
		"n=rows",
		"k=layer!=ok",
	);
	assert.equal(items.length, 1);
	assert.notEqual(items[0]?.key.layer, "ok");
	assert.deepEqual([...(items[0]?.k ?? []), ...(items[0]?.n ?? [])], [3, 7]);
});

test("without n each row is a session, and flags are read as people write them", () => {
	const { items } = read(
		"at,k\n2024-03-01T01:00,t\n2024-03-01T02:00,\n2024-03-01T03:00,0.0\n2024-03-01T04:00,1\n2024-03-01T05:00,FALSE\n",
	);
	assert.deepEqual([...(items[0]?.k ?? [])], [1, 0, 0, 1, 0]);
	assert.deepEqual([...(items[0]?.n ?? [])], [1, 1, 1, 1, 1]);
});

test("P7: rows that cannot be used are named with line and reason, and the rest counts", () => {
	const { items, rejected, rowCount } = read(
		"at,k,n,asn\n" +
			"2024-03-01T01:00:00Z,0,1,1\n" +
			"yesterday,0,1,1\n" +
			"2024-02-30,0,1,1\n" +
			"2024-03-01T02:00:00Z,3,1,1\n" +
			"2024-03-01T02:00:00Z,x,1,1\n" +
			"2024-03-01T02:00:00Z,0,,1\n" +
			"2024-03-01T02:00:00Z,0,1.5,1\n" +
			"2024-03-01T02:00:00Z,0,1,99999999999\n" +
			"2024-03-01T02:00:00Z,0,1,1,7\n" +
			"2024-03-01T02:00:00Z,0,1,1\n",
	);
	assert.deepEqual(
		rejected.map(({ line }) => line),
		[3, 4, 5, 6, 7, 8, 9, 10],
	);
	for (const { reason } of rejected) assert.ok(reason.length > 5);
	assert.equal(rowCount, 10);
	assert.deepEqual([...(items[0]?.n ?? [])], [1, 1]);
});

test("columns that are missing or not understood are wrong usage; a file of nothing but rejects is a failure", () => {
	assert.throws(() => read("at,n\n2024-03-01,1\n"), isUsage);
	assert.throws(() => read("at,k\n2024-03-01,1\n", "k=nothere"), isUsage);
	assert.throws(() => parseColumns(["colour=red"]), isUsage);
	assert.throws(() => parseColumns(["k"]), isUsage);
	assert.throws(
		() => read("at,k\nnever,1\n"),
		(error) => error instanceof RasaiError && error.code === "invalid_record",
	);
	assert.deepEqual(read("at,k,n\n").items, []);
});

/** A hundred days of two networks; the block begins on day 50. */
const blocked = [
	"at,k,n,cc,asn,target",
	...Array.from({ length: 100 }, (_, day) =>
		[64500, 64501].map(
			(asn) =>
				`${new Date(Date.UTC(2024, 0, 1 + day, 6)).toISOString()},${day >= 50 ? 2 : 0},2,QZ,${asn},example.org`,
		),
	).flat(),
].join("\n");

test("series are reported in the contract's words, and their country beside them", () => {
	const table = read(blocked);
	const { series, pooled } = reportSeries(table.items, table.cellHours);
	assert.equal(series.length, 2);
	assert.equal(pooled.length, 1);
	assert.deepEqual(pooled[0]?.key, { cc: "QZ", target: "example.org" });
	for (const { segments, changepoints } of series) {
		assert.deepEqual(
			segments.map(({ state }) => state),
			["ok", "blocked"],
		);
		assert.equal(segments[0]?.since, "2024-01-01T06:00:00Z");
		const [onset] = changepoints;
		assert.equal(onset?.direction, "onset");
		const order = [onset.earliest, onset.at, onset.latest];
		assert.deepEqual([...order].sort(), order);
		assert.ok((onset.logOdds ?? 0) > 4);
		assert.equal(onset.sessions, onset.of);
		assert.ok(onset.detectableAt.startsWith("2024-02-2"));
	}
});

test("values: drops are reported with their kind and depth", () => {
	const text = [
		"at,value",
		...Array.from(
			{ length: 24 * 60 },
			(_, hour) =>
				`${new Date(Date.UTC(2024, 0, 1, hour)).toISOString()},${hour >= 1200 && hour < 1260 ? 20 : 100 + (hour % 24)}`,
		),
		"2024-05-01,-3",
	].join("\n");
	const { items, rejected } = readValueTable(text, {});
	assert.equal(rejected.length, 1);
	const [report] = reportValues(items);
	assert.deepEqual(
		report?.changepoints.map(({ direction, kind }) => `${direction} ${kind}`),
		["onset level", "ending level"],
	);
	assert.ok((report?.segments[1]?.depth ?? 0) > 0.7);
});
