/**
 * Google Trends: demand for VPNs, as days of relative values. A rise is a
 * suspicion that people look for a way around something, and never a cause.
 */
import type { SignalKey } from "../../../model/index.ts";
import { ccOf, numberOf, secondsOf } from "../fields.ts";
import { headerOf, readRows } from "../tables.ts";
import type { Collector, ReadOptions, SignalReader } from "../types.ts";
import { stitchWindows } from "./stitch.ts";

function keyOf(name: string, options: ReadOptions): SignalKey {
	return {
		source: "google-trends",
		measure: "vpn_demand",
		unit: "relative interest",
		entity: { cc: ccOf(options, name), area: options.area ?? null, asn: null },
		access: null,
		licence: "not stated by the source",
		trouble: "rise",
		verified: true,
	};
}

/** `on,value`: one stitched series. `window,on,value`: downloads to be stitched here. */
export const googleTrends: SignalReader = {
	source: "google-trends",
	verified: true,
	accepts: ({ text }) => /^(window,)?on,value$/.test(headerOf(text)),
	read({ name, text }, _, options, out) {
		const windows = readWindows(text, out);
		const { values, unjoined } = stitchWindows(
			[...windows.values()].map((one) => ({ values: one })),
		);
		for (const index of unjoined)
			out.reject(
				`window ${[...windows.keys()][index]}`,
				"shares no day of use with the windows before it",
			);
		const key = keyOf(name, options);
		for (const [at, value] of values) out.add(key, at, value);
	},
};

function readWindows(
	text: string,
	out: Collector,
): ReadonlyMap<string, ReadonlyMap<number, number>> {
	const windows = new Map<string, Map<number, number>>();
	readRows(text, ["on", "value"], out, (row) => {
		const [at, value] = [secondsOf(row.get("on")), numberOf(row.get("value"))];
		if (at === undefined) return "no day";
		if (value === undefined || value < 0) return "no usable value";
		const name = row.get("window");
		const window = windows.get(name) ?? new Map<number, number>();
		windows.set(name, window.set(at, value));
		return undefined;
	});
	return windows;
}
