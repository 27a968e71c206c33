/** What OONI's clients ask for and rely on, over measurements whose counts are plain. */
import assert from "node:assert/strict";
import test from "node:test";
import { openApi } from "./api-world.ts";

type Json = Readonly<Record<string, unknown>>;

const verdict = (uid: string, at: string, state: string, more: Json = {}) => ({
	uid,
	measuredAt: at,
	day: at.slice(0, 10),
	cc: "PK",
	asn: 64496,
	reportId: `report-${uid}`,
	testName: "web_connectivity",
	input: "https://x.com/",
	target: "x.com",
	state,
	mechanism: "",
	measurementState: state,
	measurementMechanism:
		state === "blocked"
			? "http.blockpage"
			: state === "likely_blocked"
				? "tls.reset.sni"
				: "",
	...more,
});

const api = await openApi({
	tables: {
		real: {
			verdicts: [
				verdict("a", "2026-02-27T10:00:00Z", "blocked"),
				verdict("b", "2026-02-27T11:30:00Z", "likely_blocked"),
				verdict("c", "2026-02-28T11:00:00Z", "ok"),
				verdict("d", "2026-02-28T12:00:00Z", "insufficient", { asn: 64497 }),
				verdict("e", "2026-02-28T13:00:00Z", "down", { asn: 64497 }),
				verdict("f", "2026-02-28T14:00:00Z", "impaired", {
					cc: "IR",
					input: "https://other.example/",
					target: "other.example",
				}),
				// A second target of the same measurement, and one that a redirect led to.
				verdict("a", "2026-02-27T10:00:00Z", "ok", {
					target: "signal/other",
					measurementState: "blocked",
					measurementMechanism: "http.blockpage",
				}),
				verdict("f", "2026-02-28T14:00:00Z", "ok", {
					cc: "IR",
					target: "x.com",
					viaRedirect: true,
					input: "https://other.example/",
					measurementState: "impaired",
				}),
				verdict("g", "2026-02-28T15:00:00Z", "ok", { asn: 0 }),
				verdict("h", "2026-02-28T15:00:00Z", "ok", { cc: "ZZ" }),
			],
		},
	},
});
test.after(() => api.close());

const RANGE = "since=2026-02-27&until=2026-03-01";

async function list(query: string) {
	const { results } = await api.json(
		`/ooni/api/v1/measurements?${RANGE}&${query}`,
	);
	return (results as readonly Json[]).map((row) => row["measurement_uid"]);
}

test("a measurement is listed once, newest first, without unknown networks and countries", async () => {
	assert.deepEqual(await list(""), ["f", "e", "d", "c", "b", "a"]);
	assert.deepEqual(await list("order=asc&limit=2"), ["a", "b"]);
	assert.deepEqual(
		await list("order_by=probe_asn&order=asc&limit=1&offset=5"),
		["e"],
	);
});

test("filters are OONI's: lists with commas, AS or not, flags both ways", async () => {
	assert.deepEqual(await list("probe_cc=IR"), ["f"]);
	assert.deepEqual(await list("probe_cc=IR,PK&probe_asn=AS64497"), ["e", "d"]);
	assert.deepEqual(await list("probe_asn=64497,0"), ["g", "e", "d"]);
	assert.deepEqual(await list("domain=other.example"), ["f"]);
	assert.deepEqual(
		await list("domain=x.com&probe_cc=IR"),
		[],
		"what a redirect led to is not what was asked for",
	);
	assert.deepEqual(await list("input=https://other.example/"), ["f"]);
	assert.deepEqual(await list("confirmed=true"), ["a"]);
	assert.deepEqual(await list("anomaly=true"), ["f", "b", "a"]);
	assert.deepEqual(await list("anomaly=false&failure=false"), ["e", "c"]);
	assert.deepEqual(await list("failure=true"), ["d"]);
	assert.deepEqual(await list("test_name=signal"), []);
});

test("after since, up to and with until: OONI's list", async () => {
	const { results } = await api.json(
		"/ooni/api/v1/measurements?since=2026-02-27T10:00:00&until=2026-02-28%2011:00:00",
	);
	assert.deepEqual(
		(results as readonly Json[]).map((row) => row["measurement_uid"]),
		["c", "b"],
	);
});

test("next_url leads through all pages, and its measurements say where their raw form is", async () => {
	const seen: unknown[] = [];
	let next: string | null =
		`http://localhost/ooni/api/v1/measurements?${RANGE}&limit=2`;
	while (next !== null) {
		const page = (await (await api.app.request(next)).json()) as {
			metadata: { next_url: string | null };
			results: readonly Json[];
		};
		seen.push(...page.results.map((row) => row["measurement_uid"]));
		next = page.metadata.next_url;
		for (const row of page.results)
			assert.equal(
				row["measurement_url"],
				`http://localhost/ooni/api/v1/raw_measurement?measurement_uid=${row["measurement_uid"]}`,
			);
	}
	assert.deepEqual(seen, ["f", "e", "d", "c", "b", "a"]);
});

async function counts(query: string) {
	return (await api.json(`/ooni/api/v1/aggregation?${RANGE}&${query}`))[
		"result"
	];
}
const five = (
	anomaly: number,
	confirmed: number,
	failure: number,
	ok: number,
) => ({
	anomaly_count: anomaly,
	confirmed_count: confirmed,
	failure_count: failure,
	ok_count: ok,
	measurement_count: anomaly + confirmed + failure + ok,
});

test("aggregation counts each measurement once, in one of four ways", async () => {
	assert.deepEqual(await counts("probe_cc=PK"), five(1, 1, 1, 2));
	assert.deepEqual(
		await counts("probe_cc=PK&axis_x=measurement_start_day&time_grain=day"),
		[
			{ ...five(1, 1, 0, 0), measurement_start_day: "2026-02-27" },
			{ ...five(0, 0, 1, 2), measurement_start_day: "2026-02-28" },
		],
	);
	assert.deepEqual(await counts("axis_x=probe_cc&axis_y=probe_asn"), [
		{ ...five(1, 0, 0, 0), probe_cc: "IR", probe_asn: 64496 },
		{ ...five(1, 1, 0, 1), probe_cc: "PK", probe_asn: 64496 },
		{ ...five(0, 0, 1, 1), probe_cc: "PK", probe_asn: 64497 },
	]);
	assert.deepEqual(await counts("axis_x=domain&probe_cc=IR"), [
		{ ...five(1, 0, 0, 0), domain: "other.example" },
	]);
});

test("time is cut as OONI cuts it: hours in a week, weeks from Sunday, and no finer than it allows", async () => {
	assert.deepEqual(
		await counts("probe_cc=PK&axis_x=measurement_start_day&time_grain=hour"),
		[
			{ ...five(0, 1, 0, 0), measurement_start_day: "2026-02-27T10:00:00Z" },
			{ ...five(1, 0, 0, 0), measurement_start_day: "2026-02-27T11:00:00Z" },
			{ ...five(0, 0, 0, 1), measurement_start_day: "2026-02-28T11:00:00Z" },
			{ ...five(0, 0, 1, 0), measurement_start_day: "2026-02-28T12:00:00Z" },
			{ ...five(0, 0, 0, 1), measurement_start_day: "2026-02-28T13:00:00Z" },
		],
	);
	const weekly = await api.json(
		"/ooni/api/v1/aggregation?probe_cc=PK&since=2026-02-05&until=2026-03-06&time_grain=week&axis_x=measurement_start_day",
	);
	assert.deepEqual(weekly["result"], [
		{ ...five(1, 1, 1, 2), measurement_start_day: "2026-02-22" },
	]);
	for (const [days, grain] of [
		["since=2026-01-01&until=2026-03-01", "hour"],
		[RANGE, "week"],
		[RANGE, "year"],
	])
		assert.equal(
			(await api.get(`/ooni/api/v1/aggregation?${days}&time_grain=${grain}`))
				.status,
			400,
			`${days} ${grain}`,
		);
});

test("blocking types are OONI's, and CSV has the columns that its scripts name", async () => {
	assert.deepEqual(await counts("probe_cc=PK&axis_x=blocking_type"), [
		{ ...five(0, 0, 1, 2), blocking_type: "" },
		{ ...five(0, 1, 0, 0), blocking_type: "http-diff" },
		{ ...five(1, 0, 0, 0), blocking_type: "http-failure" },
	]);
	const answer = await api.get(
		`/ooni/api/v1/aggregation?${RANGE}&probe_cc=PK&axis_x=probe_asn&format=CSV&download=true`,
	);
	assert.equal(
		await answer.text(),
		"anomaly_count,confirmed_count,failure_count,measurement_count,ok_count,probe_asn\r\n1,1,0,3,1,64496\r\n0,0,1,2,1,64497\r\n",
	);
	assert.equal(
		answer.headers.get("Content-Disposition"),
		'attachment; filename="ooni-aggregate-data.csv"',
	);
});

test("what OONI knows and we do not is refused, and not passed over", async () => {
	for (const query of ["category_code=NEWS", "ooni_run_link_id=1"])
		assert.equal(
			(await api.get(`/ooni/api/v1/measurements?${query}`)).status,
			400,
			query,
		);
});
