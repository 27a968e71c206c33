/**
 * Google's transparency report, traffic by product and country: shares,
 * normalised and with noise. The answer begins with six bytes that keep it
 * from being run as a script. Neither it nor the CSV made of it says which
 * country and product it is of; the file's name may.
 */
import type { SignalKey } from "../../../model/index.ts";
import { ccOf, numberOf, secondsOf } from "../fields.ts";
import { headerOf, parseJson, readRows } from "../tables.ts";
import type { ReadOptions, SignalReader } from "../types.ts";

const PREFIX = ")]}'\n";
const PRODUCTS = ["youtube", "web_search", "gmail", "maps", "translate"];

function keyOf(name: string, options: ReadOptions): SignalKey {
	const product = PRODUCTS.find((word) => name.toLowerCase().includes(word));
	return {
		source: "google-traffic",
		measure: product ?? "traffic",
		unit: "normalised share",
		entity: { cc: ccOf(options, name), area: null, asn: null },
		access: null,
		licence: "Google Terms of Service; unsupported endpoint",
		trouble: "fall",
		verified: true,
	};
}

export const googleTrafficApi: SignalReader = {
	source: "google-traffic",
	verified: true,
	accepts: ({ text }) => text.startsWith(PREFIX.trimEnd()),
	read({ name, text }, _, options, out) {
		const json = parseJson(text.slice(PREFIX.length).trim());
		const points = pointsOf(json);
		if (!points) return out.reject("file", "no points at [0][1]");
		const key = keyOf(name, options);
		points.forEach((point, i) => {
			const [ms, parts] = Array.isArray(point) ? point : [];
			const value =
				Array.isArray(parts) && Array.isArray(parts[0])
					? numberOf(parts[0][1])
					: undefined;
			if (typeof ms !== "number") out.reject(`[0][1][${i}]`, "no time");
			else out.add(key, Math.floor(ms / 1000), value ?? "gap");
		});
	},
};

function pointsOf(json: unknown): readonly unknown[] | undefined {
	const first = Array.isArray(json) ? json[0] : undefined;
	const points = Array.isArray(first) ? first[1] : undefined;
	return Array.isArray(points) ? points : undefined;
}

export const googleTrafficCsv: SignalReader = {
	source: "google-traffic",
	verified: true,
	accepts: ({ name, text }) =>
		headerOf(text) === "date and time,value" ||
		(headerOf(text) === "ts,value" &&
			PRODUCTS.some((word) => name.includes(word))),
	read({ name, text }, _, options, out) {
		const key = keyOf(name, options);
		const time = headerOf(text).split(",")[0] ?? "";
		readRows(text, [time, "value"], out, (row) => {
			const at = secondsOf(row.get(time));
			const cell = row.get("value");
			const value = numberOf(cell);
			if (at === undefined) return "no time";
			if (cell !== "" && value === undefined) return "not a number";
			out.add(key, at, value ?? "gap");
			return undefined;
		});
	},
};
