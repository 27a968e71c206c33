/** Signals into the raw archive: kept as received, with what only the importer knew of them. */
import { basename } from "node:path";
import { type Clock, formatInstant } from "../../base/index.ts";
import {
	type ReadOptions,
	readSignals,
	SIGNAL_FORMAT,
} from "../../gather/signals/index.ts";
import {
	SIGNAL_ACCESSES,
	type Signal,
	type SignalEntity,
} from "../../model/index.ts";
import { areaOf } from "../../reference/index.ts";
import type { Archive } from "../../store/index.ts";

export interface SignalImport {
	readonly name: string;
	readonly source: string;
	readonly hash: string;
	readonly duplicate: boolean;
	readonly signals: number;
	readonly readings: number;
	/** The newest reading that is a value; null where there is none. */
	readonly newestAt: string | null;
	readonly told: number;
	readonly rejected: number;
	/** Names of areas that have no code: kept as the source gives them. */
	readonly unknownAreas: number;
}

/** Takes one text in. Throws `invalid_record`, and keeps nothing, where no reader knows it. */
export async function importSignals(
	archive: Pick<Archive, "receive">,
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
			format: formatOf(table.source, options),
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
		newestAt: newestOf(table.signals),
		told: table.told.length,
		rejected: table.rejected.length,
		unknownAreas: unknownAreas([...table.signals, ...table.told]),
	};
}

function newestOf(signals: readonly Signal[]): string | null {
	let newest = Number.NEGATIVE_INFINITY;
	for (const { points } of signals)
		for (const { at, reading } of points)
			if (typeof reading === "number" && at > newest) newest = at;
	return newest === Number.NEGATIVE_INFINITY
		? null
		: formatInstant(new Date(newest * 1000));
}

function unknownAreas(
	all: readonly { readonly entity: SignalEntity }[],
): number {
	const unknown = all.flatMap(({ entity: { cc, area } }) =>
		area !== null && areaOf(cc, area).code === undefined
			? [`${cc} ${area}`]
			: [],
	);
	return new Set(unknown).size;
}

/** `signal:csv?cc=PK&access=mobile`: an archived text is read again as it was read first (P3). */
function formatOf(source: string, options: ReadOptions): string {
	const { cc, area, asn, access, zone } = options;
	const told = Object.entries({ cc, area, asn, access, zone }).flatMap(
		([name, value]) =>
			value === undefined ? [] : [[name, String(value)] as [string, string]],
	);
	const query = new URLSearchParams(told).toString();
	return `${SIGNAL_FORMAT}${source}${query === "" ? "" : `?${query}`}`;
}

/** What an archived text was read with. */
export function optionsOfFormat(format: string): ReadOptions {
	const told = new URLSearchParams(format.split("?")[1] ?? "");
	const text = (name: string) => told.get(name) ?? undefined;
	const asn = text("asn");
	return {
		cc: text("cc"),
		area: text("area"),
		asn: asn === undefined ? undefined : Number(asn),
		access: SIGNAL_ACCESSES.find((word) => word === text("access")),
		zone: text("zone"),
	};
}
