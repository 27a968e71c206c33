/** Signals into the raw archive: kept as received, and read again when they are asked for. */
import { basename } from "node:path";
import { type Clock, formatInstant } from "../../base/index.ts";
import {
	type ReadOptions,
	readSignals,
	SIGNAL_FORMAT,
} from "../../gather/signals/index.ts";
import type { Archive } from "../../store/index.ts";

export interface SignalImport {
	readonly name: string;
	readonly source: string;
	readonly hash: string;
	readonly duplicate: boolean;
	readonly signals: number;
	readonly readings: number;
	readonly told: number;
	readonly rejected: number;
}

/** Takes one text in. Throws `invalid_record`, and keeps nothing, where no reader knows it. */
export async function importSignals(
	archive: Archive,
	{ name, text }: { readonly name: string; readonly text: string },
	options: ReadOptions,
	clock: Clock,
	signal: AbortSignal,
): Promise<SignalImport> {
	const table = readSignals(basename(name), text, options);
	const bytes = Buffer.from(text, "utf8");
	const { entry, duplicate } = await archive.receive(
		{
			name,
			format: `${SIGNAL_FORMAT}${table.source}`,
			async *open() {
				yield bytes;
			},
		},
		formatInstant(clock()),
		signal,
	);
	return {
		name,
		source: table.source,
		hash: entry.hash,
		duplicate,
		signals: table.signals.length,
		readings: table.signals.reduce((sum, { points }) => sum + points.length, 0),
		told: table.told.length,
		rejected: table.rejected.length,
	};
}
