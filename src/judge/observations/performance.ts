/**
 * Tests of speed. They say nothing of a target: only how fast the line was.
 *
 * App facts: `speed_download_kbps`, `speed_upload_kbps`, `min_rtt_ms` (ndt),
 * `dash_median_bitrate_kbps`, `dash_min_playout_delay_ms` (dash). Where the
 * test failed the first of each carries the failure.
 */
import { type AppName, addApp } from "./app.ts";
import type { Draft } from "./draft.ts";
import { failureOf, listOf, numberOf, rowOf } from "./fields.ts";

/** A terabit a second: what is faster is forged. */
const MAX_KBPS = 1e9;
const MAX_MS = 600_000;

export function observeNdt(draft: Draft): void {
	const keys = draft.measurement.testKeys;
	const failure = failureOf(keys["failure"]);
	// ndt7 has `summary`; the older protocol had `simple`.
	const summary = rowOf(keys["summary"] ?? keys["simple"]);
	const download = within(summary["download"], MAX_KBPS);
	const upload = within(summary["upload"], MAX_KBPS);
	const roundTrip = within(summary["min_rtt"] ?? summary["ping"], MAX_MS);
	addNumber(
		draft,
		"speed_download_kbps",
		download ?? lastSpeed(keys["download"]),
		failure,
	);
	addNumber(draft, "speed_upload_kbps", upload ?? lastSpeed(keys["upload"]));
	addNumber(draft, "min_rtt_ms", roundTrip);
}

export function observeDash(draft: Draft): void {
	const keys = draft.measurement.testKeys;
	const failure = failureOf(keys["failure"]);
	const simple = rowOf(keys["simple"]);
	const bitrate = within(simple["median_bitrate"], MAX_KBPS);
	addNumber(draft, "dash_median_bitrate_kbps", bitrate, failure);
	// Zero is an answer here: the stream would never have stalled.
	const delay = within(simple["min_playout_delay"], MAX_MS / 1000);
	if (bitrate !== undefined)
		addNumber(draft, "dash_min_playout_delay_ms", (delay ?? 0) * 1000);
}

function addNumber(
	draft: Draft,
	name: AppName,
	value: number | undefined,
	failure?: string | undefined,
): void {
	if (value === undefined && failure === undefined) return;
	const number =
		value === undefined ? undefined : Math.round(value * 1000) / 1000;
	addApp(draft, { name, number, failure });
}

/** A number above zero, which the tests write where they measured nothing, and below what can be. */
function within(value: unknown, max: number): number | undefined {
	const number = numberOf(value);
	return number !== undefined && number > 0 && number <= max
		? number
		: undefined;
}

/** Speed out of the last count of the stream: bytes since its start, and microseconds. */
function lastSpeed(value: unknown): number | undefined {
	const counts = listOf(value).map((item) => rowOf(rowOf(item)["AppInfo"]));
	const last = counts.findLast((count) => numberOf(count["ElapsedTime"]));
	if (last === undefined) return undefined;
	const bytes = numberOf(last["NumBytes"]) ?? 0;
	const microseconds = numberOf(last["ElapsedTime"]) ?? 0;
	return within((bytes * 8000) / microseconds, MAX_KBPS);
}
