/**
 * Censored Planet: Hyperquack, Satellite and the older Quack, one test to a
 * line, as the part of an hour's usable tests that showed an anomaly. Tests
 * whose controls failed say nothing. Quack does not name the country.
 */
import { isRecord, type SignalKey, UNKNOWN_CC } from "../../../model/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import { secondsOf, textOf } from "../fields.ts";
import { firstLineJson, readLines } from "../tables.ts";
import type { SignalReader } from "../types.ts";

type Item = Readonly<Record<string, unknown>>;

export const censoredPlanet: SignalReader = {
	source: "censored-planet",
	verified: true,
	accepts: ({ text }) => {
		const first = firstLineJson(text);
		return (
			("vp" in first && "anomaly" in first) ||
			("Keyword" in first && "FailSanity" in first)
		);
	},
	read({ text }, _, options, out) {
		const keys = new Map<string, SignalKey>();
		readLines(text, out, (record) => {
			const test = readTest(record);
			if (typeof test === "string") return test;
			const entity = {
				cc: test.cc ?? options.cc ?? UNKNOWN_CC,
				area: null,
				asn: options.asn ?? null,
			};
			const name = `${entity.cc} ${test.measure}`;
			const key = keys.get(name) ?? keyOf(test.measure, entity);
			keys.set(name, key);
			out.average(key, test.at, test.anomaly ? 1 : 0);
			return undefined;
		});
	},
};

interface Test {
	readonly measure: string;
	readonly cc: string | undefined;
	readonly at: number;
	readonly anomaly: boolean;
}

function readTest(record: Item): Test | string {
	if ("Keyword" in record) return readQuack(record);
	const isSatellite = "passed_control" in record;
	const controlsFailed = isSatellite
		? record["passed_control"] !== true || record["connect_error"] === true
		: record["controls_failed"] !== false;
	if (controlsFailed) return "its controls failed";
	const response = record["response"];
	const first = Array.isArray(response) ? response[0] : undefined;
	const at = secondsOfGo(
		textOf(
			record["start_time"] ??
				(isRecord(first) ? first["start_time"] : undefined),
		),
	);
	if (at === undefined) return "no time";
	if (typeof record["anomaly"] !== "boolean") return "no anomaly field";
	const code = isRecord(record["location"])
		? record["location"]["country_code"]
		: undefined;
	return {
		measure: isSatellite
			? "satellite"
			: `hyperquack.${textOf(record["service"]) ?? "unknown"}`,
		cc: typeof code === "string" && isCountryCode(code) ? code : undefined,
		at,
		anomaly: record["anomaly"],
	};
}

function readQuack(record: Item): Test | string {
	if (record["FailSanity"] !== false) return "its controls failed";
	const results = record["Results"];
	const first = Array.isArray(results) ? results[0] : undefined;
	const at = secondsOfGo(
		textOf(isRecord(first) ? first["StartTime"] : undefined),
	);
	if (at === undefined) return "no time";
	if (typeof record["Blocked"] !== "boolean") return "no Blocked field";
	return { measure: "quack", cc: undefined, at, anomaly: record["Blocked"] };
}

/** Go prints nanoseconds, and its own form with the zone's name and a monotonic clock. */
function secondsOfGo(text: string | null): number | undefined {
	const [, day, time, zone] =
		/^(\S{10})[T ](\d\d:\d\d:\d\d)(?:\.\d+)? ?(Z|[+-]\d\d:?\d\d)/.exec(
			text ?? "",
		) ?? [];
	return day === undefined ? undefined : secondsOf(`${day}T${time}${zone}`);
}

function keyOf(measure: string, entity: SignalKey["entity"]): SignalKey {
	return {
		source: "censored-planet",
		measure,
		unit: "part of tests with an anomaly",
		entity,
		access: null,
		licence: "not stated with the data",
		trouble: "rise",
		verified: true,
	};
}
