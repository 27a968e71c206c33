/**
 * Tests of speed. They say nothing of a target: only how fast the line was.
 *
 * App facts: `speed_download_kbps`, `speed_upload_kbps`, `min_rtt_ms` (ndt),
 * `dash_median_bitrate_kbps`, `dash_min_playout_delay_ms` (dash). Where the
 * test failed the first of each carries the failure.
 */
import { addApp } from "./app.ts";
import type { Draft } from "./draft.ts";
import { failureOf, listOf, numberOf, rowOf } from "./fields.ts";

/** A terabit a second: what is faster is forged. */
const MAX_KBPS = 1e9;
const MAX_MS = 600_000;

export function observeNdt(draft: Draft): void {
	const keys = draft.measurement.testKeys;
	const failure = failureOf(draft, keys["failure"]);
	// ndt7 has `summary`; the older protocol had `simple`.
	const summary = rowOf(keys["summary"] ?? keys["simple"]);
	addNumber(
		draft,
		"speed_download_kbps",
		within(summary["download"], MAX_KBPS) ?? lastSpeed(keys["download"]),
		failure,
	);
	addNumber(
		draft,
		"speed_upload_kbps",
		within(summary["upload"], MAX_KBPS) ?? lastSpeed(keys["upload"]),
	);
	addNumber(
		draft,
		"min_rtt_ms",
		within(summary["min_rtt"] ?? summary["ping"], MAX_MS),
	);
}

export function observeDash(draft: Draft): void {
	const keys = draft.measurement.testKeys;
	const failure = failureOf(draft, keys["failure"]);
	const simple = rowOf(keys["simple"]);
	const delay = within(simple["min_playout_delay"], MAX_MS / 1000);
	addNumber(
		draft,
		"dash_median_bitrate_kbps",
		within(simple["median_bitrate"], MAX_KBPS),
		failure,
	);
	addNumber(
		draft,
		"dash_min_playout_delay_ms",
		delay === undefined ? undefined : delay * 1000,
	);
}

/** A number above 0: the tests write 0 where they measured nothing. A playout delay alone may be 0. */
function addNumber(
	draft: Draft,
	name: string,
	value: number | undefined,
	failure?: string | undefined,
): void {
	const number =
		value === undefined ? undefined : Math.round(value * 1000) / 1000;
	if (number === undefined && failure === undefined) return;
	addApp(draft, { name, number, failure });
}

function within(value: unknown, max: number): number | undefined {
	const number = numberOf(value);
	return number !== undefined && number >= 0 && number <= max
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
