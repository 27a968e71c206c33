/**
 * Every series that detection looks at, in the order of its keys, with what was
 * found in it: so that an hour's new data is looked at without reading a year
 * of cells again. Derived like the cells it is made from, and checked record by
 * record: a file that is missing or damaged is made again from the cells.
 */
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { RasaiError } from "../../base/index.ts";
import type { World } from "../../model/index.ts";
import { writeAtomically } from "./atomic.ts";
import type { WorkspacePaths } from "./layout.ts";

/** Networks that belong to one country, target, layer and service. */
export interface SeriesSetKey {
	readonly cc: string;
	readonly target: string;
	readonly layer: string;
	readonly service: string;
}

export interface KeptSeries {
	readonly asn: number;
	/** Of look-ups; else 0. */
	readonly resolverAsn: number;
	readonly cellCount: number;
	/** Its cells, as `packCells` makes them. */
	readonly cells: Uint8Array;
}

export interface KeptSet<Found> {
	readonly key: SeriesSetKey;
	/** The last hour that holds data. */
	readonly lastHour: number;
	/** In order of network and resolver. */
	readonly series: readonly KeptSeries[];
	readonly found: Found;
}

/** Parallel arrays, hours rising. */
export interface Cells {
	readonly hours: Int32Array;
	readonly k: Int32Array;
	readonly n: Int32Array;
}

/** A mark of the layout of the file: another one is made again. */
const FORMAT = "rasai series 1";
const RECORD_HEAD = 12;
const WRITE_BYTES = 1 << 20;

interface Head {
	readonly key: SeriesSetKey;
	readonly lastHour: number;
	/** Of each series: network, resolver's network, cells, bytes. */
	readonly series: readonly (readonly [number, number, number, number])[];
	readonly found: unknown;
}

/** Packs cells: of each the hours since the one before, n and k, as numbers of seven bits a byte. */
export function packCells({ hours, k, n }: Cells, count: number): Uint8Array {
	const bytes = Buffer.allocUnsafe(count * 15);
	let at = 0;
	const put = (value: number): void => {
		let rest = value;
		for (; rest > 0x7f; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80;
		bytes[at++] = rest;
	};
	let before = 0;
	for (let i = 0; i < count; i++) {
		const hour = hours[i] as number;
		put(hour - before);
		put(n[i] as number);
		put(k[i] as number);
		before = hour;
	}
	return new Uint8Array(bytes.subarray(0, at));
}

export function unpackCells({
	cells,
	cellCount,
}: Pick<KeptSeries, "cells" | "cellCount">): Cells {
	const hours = new Int32Array(cellCount);
	const k = new Int32Array(cellCount);
	const n = new Int32Array(cellCount);
	let at = 0;
	const take = (): number => {
		let byte = cells[at++] as number;
		let value = byte & 0x7f;
		for (let shift = 7; byte > 0x7f; shift += 7) {
			byte = cells[at++] as number;
			value |= (byte & 0x7f) << shift;
		}
		return value;
	};
	let hour = 0;
	for (let i = 0; i < cellCount; i++) {
		hour += take();
		hours[i] = hour;
		n[i] = take();
		k[i] = take();
	}
	return { hours, k, n };
}

/** Puts keys in the order of the file: that of their bytes, as databases sort texts. */
export function compareSetKeys(a: SeriesSetKey, b: SeriesSetKey): number {
	return (
		compareTexts(a.cc, b.cc) ||
		compareTexts(a.target, b.target) ||
		compareTexts(a.layer, b.layer) ||
		compareTexts(a.service, b.service)
	);
}

const compareTexts = (a: string, b: string): number =>
	a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));

const pathOf = (
	{ derived }: Pick<WorkspacePaths, "derived">,
	world: World,
): string => join(derived, "detect", `${world}.series`);

/** Replaces the file of a world. `days`: hash of the verdicts of each day that its cells are from. */
export async function writeKeptSeries(
	paths: Pick<WorkspacePaths, "derived">,
	world: World,
	days: Readonly<Record<string, string>>,
	sets: AsyncIterable<KeptSet<unknown>>,
): Promise<void> {
	await writeAtomically(pathOf(paths, world), async (handle) => {
		let waiting: Uint8Array[] = [];
		let bytes = 0;
		const write = async (part: Uint8Array): Promise<void> => {
			waiting.push(part);
			bytes += part.length;
			if (bytes < WRITE_BYTES) return;
			await handle.writeFile(Buffer.concat(waiting));
			[waiting, bytes] = [[], 0];
		};
		let count = 0;
		await write(record({ format: FORMAT, days }, []));
		for await (const { key, lastHour, series, found } of sets) {
			const head: Head = {
				key,
				lastHour,
				series: series.map(({ asn, resolverAsn, cellCount, cells }) => [
					asn,
					resolverAsn,
					cellCount,
					cells.length,
				]),
				found,
			};
			await write(
				record(
					head,
					series.map(({ cells }) => cells),
				),
			);
			count += 1;
		}
		await write(record({ count }, []));
		await handle.writeFile(Buffer.concat(waiting));
	});
}

/** A record: length of its head, of what follows, and their checksum; a head in JSON; cells. */
function record(head: unknown, cells: readonly Uint8Array[]): Uint8Array {
	const text = Buffer.from(JSON.stringify(head));
	const body = Buffer.concat([text, ...cells]);
	const lengths = Buffer.alloc(RECORD_HEAD);
	lengths.writeUInt32LE(text.length, 0);
	lengths.writeUInt32LE(body.length - text.length, 4);
	lengths.writeUInt32LE(crc32(body), 8);
	return Buffer.concat([lengths, body]);
}

export interface KeptSeriesFile<Found> {
	readonly days: Readonly<Record<string, string>>;
	/** Can be read once. Throws `store_damaged` at a record that is not as it was written. */
	readonly sets: AsyncGenerator<KeptSet<Found>>;
}

/** Opens the file of a world; undefined where there is none of this format. */
export async function openKeptSeries<Found>(
	paths: Pick<WorkspacePaths, "derived">,
	world: World,
): Promise<KeptSeriesFile<Found> | undefined> {
	const records = readRecords(pathOf(paths, world));
	try {
		const first = await records.next();
		const head = first.done
			? undefined
			: (first.value.head as {
					readonly format: string;
					readonly days: Readonly<Record<string, string>>;
				});
		if (head?.format === FORMAT)
			return { days: head.days, sets: readSets<Found>(records) };
	} catch {
		// Missing, or damaged at its start.
	}
	await records.return(undefined);
	return undefined;
}

interface Piece {
	readonly head: unknown;
	readonly cells: Uint8Array;
}

async function* readSets<Found>(
	records: AsyncGenerator<Piece>,
): AsyncGenerator<KeptSet<Found>> {
	let count = 0;
	try {
		for await (const { head, cells } of records) {
			if (!("key" in (head as Head))) {
				if ((head as { readonly count: number }).count === count) return;
				break;
			}
			const { key, lastHour, series, found } = head as Head;
			let at = 0;
			yield {
				key,
				lastHour,
				series: series.map(([asn, resolverAsn, cellCount, bytes]) => {
					at += bytes;
					return {
						asn,
						resolverAsn,
						cellCount,
						cells: cells.subarray(at - bytes, at),
					};
				}),
				found: found as Found,
			};
			count += 1;
		}
	} finally {
		await records.return(undefined);
	}
	throw damaged();
}

async function* readRecords(path: string): AsyncGenerator<Piece> {
	let rest: Buffer = Buffer.alloc(0);
	for await (const chunk of createReadStream(path, {
		highWaterMark: 1 << 22,
	})) {
		rest =
			rest.length === 0
				? (chunk as Buffer)
				: Buffer.concat([rest, chunk as Buffer]);
		while (rest.length >= RECORD_HEAD) {
			const textBytes = rest.readUInt32LE(0);
			const end = RECORD_HEAD + textBytes + rest.readUInt32LE(4);
			if (rest.length < end) break;
			const body = rest.subarray(RECORD_HEAD, end);
			if (crc32(body) !== rest.readUInt32LE(8)) throw damaged();
			yield {
				head: JSON.parse(body.toString("utf8", 0, textBytes)) as unknown,
				cells: body.subarray(textBytes),
			};
			rest = rest.subarray(end);
		}
	}
	if (rest.length > 0) throw damaged();
}

const damaged = (): RasaiError =>
	new RasaiError(
		"store_damaged",
		"the kept series are not as they were written",
	);
