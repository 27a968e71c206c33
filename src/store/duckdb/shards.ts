/**
 * Shards: what one import worker hands over for a batch of archive files. A
 * shard is a folder that appears under its name only when complete, so any
 * number of threads and processes may write at once without a lock, and a
 * killed one leaves nothing that counts.
 */
import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { RasaiError } from "../../base/index.ts";
import type { Certificate, Reject } from "../../model/index.ts";
import {
	syncFolder,
	UNFINISHED,
	unfinishedName,
	writeFileAtomically,
} from "../files/atomic.ts";
import type { FactsBatch, FactsRow } from "../store.ts";
import { certificateLine, factsLine, rejectLine } from "./lines.ts";
import { RunWriter } from "./runs.ts";

/** What is written in a shard's `shard.json`. Parts are those of `Line`. */
export interface ShardContent {
	/** Archive files that the shard (with earlier ones) covers completely. */
	readonly complete: readonly string[];
	/** The code and the fingerprints that made the facts, where the batch said. */
	readonly madeBy?: string | undefined;
	/** Parts that each archive file has rows in. */
	readonly parts: Readonly<Record<string, readonly string[]>>;
	/** Names of the sorted runs of each part. */
	readonly runs: Readonly<Record<string, readonly string[]>>;
	/** Size of every file, by name: a shorter one was cut by a fault. */
	readonly bytes: Readonly<Record<string, number>>;
}

export interface Shard {
	readonly folder: string;
	readonly content: ShardContent;
	readonly bytes: number;
}

export interface ShardSummary {
	readonly measurementCount: number;
	readonly observationCount: number;
	readonly rejectCount: number;
	readonly bytes: number;
}

/**
 * Writes a batch as one shard under `derived`. Rows are read first, then
 * certificates, then rejects. A measurement whose facts are too long to be
 * kept becomes a reject. When the promise resolves the shard is durable.
 */
export async function writeShard(
	derived: string,
	batch: FactsBatch,
): Promise<ShardSummary> {
	const folder = join(derived, "shards", randomBytes(12).toString("hex"));
	const temporary = unfinishedName(folder);
	await mkdir(temporary, { recursive: true, mode: 0o700 });
	try {
		const summary = await fillShard(temporary, batch);
		await rename(temporary, folder);
		await syncFolder(join(derived, "shards"));
		return summary;
	} catch (error) {
		await rm(temporary, { recursive: true, force: true });
		throw error;
	}
}

async function fillShard(
	folder: string,
	batch: FactsBatch,
): Promise<ShardSummary> {
	const parts = new Map<string, Set<string>>();
	const tooLong: Reject[] = [];
	let measurementCount = 0;
	let observationCount = 0;
	let rejectCount = 0;
	const writer = new RunWriter((part, index) =>
		join(folder, runName(part, index)),
	);
	const take = (row: FactsRow): void => {
		const line = factsLine(row);
		if (!writer.add(line.part, line.key, line.text)) {
			tooLong.push(tooLongReject(row));
			return;
		}
		measurementCount += 1;
		observationCount += row.observations.length;
		const known = parts.get(row.fileHash);
		if (known) known.add(line.part);
		else parts.set(row.fileHash, new Set([line.part]));
	};
	const groups = Symbol.asyncIterator in batch.rows ? batch.rows : [batch.rows];
	for await (const rows of groups) for (const row of rows) take(row);
	for (const certificate of batch.certificates) {
		const line = certificateLine(certificate);
		if (!writer.add(line.part, line.key, line.text)) {
			const cut = certificateLine(withoutContent(certificate));
			writer.add(cut.part, cut.key, cut.text);
		}
	}
	for (const rejects of [tooLong, batch.rejects])
		for (const reject of rejects) {
			const line = rejectLine(reject);
			writer.add(line.part, line.key, line.text);
			rejectCount += 1;
		}
	const runs = writer.finish();
	const bytes = await fileSizes(folder);
	const content: ShardContent = {
		complete: batch.files,
		madeBy: batch.madeBy,
		parts: Object.fromEntries(
			[...parts].map(([file, days]) => [file, [...days].sort()]),
		),
		runs: Object.fromEntries(
			[...runs].map(([part, files]) => [
				part,
				files.map((_, index) => runName(part, index)),
			]),
		),
		bytes,
	};
	await writeFileAtomically(
		join(folder, "shard.json"),
		JSON.stringify(content),
	);
	return {
		measurementCount,
		observationCount,
		rejectCount,
		bytes: sum(bytes),
	};
}

function withoutContent(certificate: Certificate): Certificate {
	return {
		sha256: certificate.sha256,
		der: new Uint8Array(),
		subject: "",
		issuer: "",
		names: [],
		notBeforeAt: "",
		notAfterAt: "",
		selfSigned: false,
		problem: "too long to be kept",
	};
}

function tooLongReject(row: FactsRow): Reject {
	return {
		file: "",
		fileHash: row.fileHash,
		member: row.member,
		line: row.line,
		reason: "json_too_large",
		message: "the facts of the measurement are too long to be kept",
	};
}

/** Every complete shard, in the order of their names. */
export async function listShards(derived: string): Promise<readonly Shard[]> {
	const root = join(derived, "shards");
	const names = await readdir(root).catch(() => []);
	const shards: Shard[] = [];
	for (const name of names.sort()) {
		if (name.endsWith(UNFINISHED)) continue;
		const folder = join(root, name);
		const content = await readShard(folder);
		if (content) shards.push({ folder, content, bytes: sum(content.bytes) });
	}
	return shards;
}

/** Undefined where another process has merged and removed the shard meanwhile. */
async function readShard(folder: string): Promise<ShardContent | undefined> {
	try {
		return JSON.parse(
			await readFile(join(folder, "shard.json"), "utf8"),
		) as ShardContent;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw new RasaiError(
			"store_damaged",
			`${folder}/shard.json cannot be read`,
			{
				cause,
				hint: "Delete the folder and import again: its files were not yet counted as imported.",
			},
		);
	}
}

/** Throws `store_damaged` where a file of the shard is not as long as it was written. */
export async function checkShard(shard: Shard): Promise<void> {
	for (const [name, bytes] of Object.entries(shard.content.bytes)) {
		const found = await stat(join(shard.folder, name)).then(
			(s) => s.size,
			() => -1,
		);
		if (found !== bytes)
			throw new RasaiError(
				"store_damaged",
				`${join(shard.folder, name)} has ${found} bytes, ${bytes} were written`,
				{
					hint: "Delete the folder and import again: its files were not yet counted as imported.",
				},
			);
	}
}

/** Removes a merged shard; a kill half-way leaves what the next write-open clears. */
export async function removeShard(shard: Shard): Promise<void> {
	const aside = unfinishedName(shard.folder);
	await rename(shard.folder, aside);
	await rm(aside, { recursive: true, force: true });
}

function runName(part: string, index: number): string {
	return `${part.replace("/", ".")}.${index}.tsv`;
}

async function fileSizes(folder: string): Promise<Record<string, number>> {
	const sizes: Record<string, number> = {};
	for (const name of (await readdir(folder)).sort())
		sizes[name] = (await stat(join(folder, name))).size;
	return sizes;
}

function sum(bytes: Readonly<Record<string, number>>): number {
	return Object.values(bytes).reduce((total, size) => total + size, 0);
}
