/**
 * Web archive files: WARC 1.1 (ISO 28500:2017), each record a gzip member of
 * its own (annex D), so that common tools can read one record by its place.
 */
import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { sha256Hex } from "../../base/index.ts";

export interface WarcRecord {
	readonly type: "warcinfo" | "response" | "request" | "metadata";
	/** UTC, ISO 8601. */
	readonly at: string;
	readonly uri?: string;
	readonly contentType: string;
	/** Id of the record that this one belongs to. */
	readonly concurrentTo?: string;
	/** Address that answered. */
	readonly ip?: string | undefined;
	readonly block: Uint8Array;
}

export interface WrittenRecord {
	/** `<urn:uuid:...>`. */
	readonly id: string;
	readonly bytes: Buffer;
}

/** One record, packed. */
export function writeWarcRecord(record: WarcRecord): WrittenRecord {
	const id = `<urn:uuid:${randomUUID()}>`;
	const { type, at, uri, contentType, concurrentTo, ip, block } = record;
	const fields = [
		["WARC-Type", type],
		["WARC-Record-ID", id],
		["WARC-Date", at],
		["WARC-Target-URI", uri],
		["WARC-Concurrent-To", concurrentTo],
		["WARC-IP-Address", ip],
		["WARC-Block-Digest", `sha256:${sha256Hex(block)}`],
		["Content-Type", contentType],
		["Content-Length", String(block.length)],
	].flatMap(([name, value]) =>
		value === undefined ? [] : [`${name}: ${value}\r\n`],
	);
	return {
		id,
		bytes: gzipSync(
			Buffer.concat([
				Buffer.from(`WARC/1.1\r\n${fields.join("")}\r\n`),
				block,
				Buffer.from("\r\n\r\n"),
			]),
		),
	};
}

/** A block of `application/warc-fields`. */
export function warcFields(
	fields: Readonly<Record<string, string | number>>,
): Buffer {
	return Buffer.from(
		Object.entries(fields)
			.map(([name, value]) => `${name}: ${value}\r\n`)
			.join(""),
	);
}
