/** Text of any source to a table of signals: the first reader that knows it reads it. */
import { RasaiError } from "../../base/index.ts";
import { atlas } from "./atlas/index.ts";
import { censoredPlanet } from "./censored-planet/index.ts";
import { createCollector } from "./collector.ts";
import { genericCsv } from "./csv/index.ts";
import { googleTrafficApi, googleTrafficCsv } from "./google-traffic/index.ts";
import { googleTrends } from "./google-trends/index.ts";
import { iodaApi, iodaCurated, iodaExport } from "./ioda/index.ts";
import { monash } from "./monash/index.ts";
import { mozilla } from "./mozilla/index.ts";
import { ndt } from "./ndt/index.ts";
import { pulse } from "./pulse/index.ts";
import { radar } from "./radar/index.ts";
import { ripestat } from "./ripestat/index.ts";
import { parseJson } from "./tables.ts";
import { tor } from "./tor/index.ts";
import type { ReadOptions, SignalReader, SignalTable } from "./types.ts";
import { wikimedia } from "./wikimedia/index.ts";

/** In the order in which they are asked; the one for any CSV is last. */
export const SIGNAL_READERS: readonly SignalReader[] = [
	iodaApi,
	iodaExport,
	iodaCurated,
	radar,
	ripestat,
	googleTrafficApi,
	googleTrafficCsv,
	googleTrends,
	monash,
	atlas,
	censoredPlanet,
	tor,
	ndt,
	mozilla,
	pulse,
	wikimedia,
	genericCsv,
];

/** Reads one file or answer. Throws RasaiError `invalid_record` where no reader knows it. */
export function readSignals(
	name: string,
	text: string,
	options: ReadOptions = {},
): SignalTable {
	const json = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
	const input = { name, text };
	const reader = SIGNAL_READERS.find((one) => one.accepts(input, json));
	if (!reader)
		throw new RasaiError(
			"invalid_record",
			`${name}: of no signal that is known`,
			{
				hint: "A CSV file with the columns at and value is always read.",
			},
		);
	const out = createCollector();
	reader.read(input, json, options, out);
	return out.finish(reader.source);
}
