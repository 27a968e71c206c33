/** A measurement as it was received, byte for byte, from where it stands in the raw archive. */
import { RasaiError } from "../base/index.ts";
import { readRecords } from "../gather/archives/index.ts";
import type { Archive } from "../store/index.ts";

export interface RawMeasurement {
	/** SHA-256 of the archive file. */
	readonly fileHash: string;
	/** Member of a tar; empty otherwise. */
	readonly member: string;
	/** Line in the file or member, from 1. */
	readonly line: number;
}

/** The record's text; undefined where the archive does not hold the file, or not any more. */
export async function readRawMeasurement(
	archive: Pick<Archive, "get" | "isReleased" | "read">,
	{ fileHash, member, line }: RawMeasurement,
	signal?: AbortSignal,
): Promise<string | undefined> {
	const entry = await archive.get(fileHash);
	if (entry === undefined || archive.isReleased(fileHash)) return undefined;
	const file = {
		name: entry.name,
		bytes: entry.bytes,
		open: (stop?: AbortSignal) => archive.read(fileHash, stop),
	};
	for await (const items of readRecords(file, undefined, signal))
		for (const item of items) {
			if (item.kind !== "record") continue;
			const { record } = item;
			if (record.member === member && record.line === line)
				return Buffer.from(record.bytes).toString("utf8");
		}
	throw new RasaiError(
		"store_damaged",
		`${entry.name} holds no record at line ${line}`,
	);
}
