/**
 * The texts outside the chain: one line each, in the order of their entries,
 * in segments that can be rewritten. A segment is a few megabytes and is read
 * at one go, between lines of the chain.
 */
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import {
	type KeptText,
	readText,
	textKey,
	writeText,
} from "../../../account/ledger/index.ts";
import { syncFolder, unfinishedOwner, writeFileAtomically } from "../atomic.ts";
import { type LedgerPaths, segmentOf, segmentPath } from "./paths.ts";

export interface SegmentTexts {
	/** Texts by the number of their entry. */
	readonly bySeq: ReadonlyMap<number, readonly KeptText[]>;
	/** Lines that are no texts, from 1. A crash leaves one at the end. */
	readonly unreadable: readonly number[];
}

/** All texts of a segment. One that is not there has none. */
export function readSegment(paths: LedgerPaths, segment: number): SegmentTexts {
	const lines = segmentLines(paths, segment);
	const bySeq = new Map<number, KeptText[]>();
	const unreadable: number[] = [];
	lines.forEach((line, index) => {
		const text = readText(line);
		if (!text || segmentOf(text.seq) !== segment) unreadable.push(index + 1);
		else {
			const texts = bySeq.get(text.seq);
			if (texts) texts.push(text);
			else bySeq.set(text.seq, [text]);
		}
	});
	return { bySeq, unreadable };
}

/** Numbers of the segments that are there. */
export function listSegments(paths: LedgerPaths): readonly number[] {
	return namesIn(paths.texts)
		.flatMap((name) =>
			/^\d{6,}\.jsonl$/.test(name) ? [parseInt(name, 10)] : [],
		)
		.sort((a, b) => a - b);
}

/** Appends texts durably. */
export async function appendTexts(
	paths: LedgerPaths,
	texts: readonly KeptText[],
): Promise<void> {
	if (texts.length > 0)
		await mkdir(paths.texts, { recursive: true, mode: 0o700 });
	for (const segment of new Set(texts.map(({ seq }) => segmentOf(seq)))) {
		const own = texts.filter(({ seq }) => segmentOf(seq) === segment);
		const path = segmentPath(paths, segment);
		const handle = await open(path, "a", 0o600);
		try {
			const isNew = (await handle.stat()).size === 0;
			await handle.writeFile(`${own.map(writeText).join("\n")}\n`);
			await handle.sync();
			if (isNew) await syncFolder(paths.texts);
		} finally {
			await handle.close();
		}
	}
}

/** Removes what an interrupted rewriting left: it may hold texts that were to be erased. */
export async function sweepTexts(paths: LedgerPaths): Promise<void> {
	for (const name of namesIn(paths.texts))
		if (unfinishedOwner(name) !== undefined)
			await rm(join(paths.texts, name), { force: true });
}

/** Removes the texts of entries behind `lastSeq`, which was never acknowledged, and torn lines at the end. Says how many lines. */
export async function cutTexts(
	paths: LedgerPaths,
	lastSeq: number,
): Promise<number> {
	let cut = 0;
	for (const segment of listSegments(paths)) {
		if (segment < segmentOf(Math.max(0, lastSeq))) continue;
		const lines = segmentLines(paths, segment);
		let end = lines.length;
		while (end > 0 && isTail(lines[end - 1] ?? "", lastSeq)) end -= 1;
		if (end === lines.length) continue;
		cut += lines.length - end;
		await writeSegment(paths, segment, lines.slice(0, end));
	}
	return cut;
}

function isTail(line: string, lastSeq: number): boolean {
	const text = readText(line);
	return text === undefined || text.seq > lastSeq;
}

/** Removes one text with its salt. */
export async function removeText(
	paths: LedgerPaths,
	seq: number,
	name: string,
): Promise<void> {
	const segment = segmentOf(seq);
	const lines = segmentLines(paths, segment);
	const left = lines.filter((line) => {
		const text = readText(line);
		return !text || textKey(text.seq, text.name) !== textKey(seq, name);
	});
	if (left.length < lines.length) await writeSegment(paths, segment, left);
}

function segmentLines(paths: LedgerPaths, segment: number): readonly string[] {
	try {
		const content = readFileSync(segmentPath(paths, segment), "utf8");
		return content.split("\n").filter((line) => line !== "");
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
		throw error;
	}
}

async function writeSegment(
	paths: LedgerPaths,
	segment: number,
	lines: readonly string[],
): Promise<void> {
	const path = segmentPath(paths, segment);
	if (lines.length === 0) {
		await rm(path, { force: true });
		await syncFolder(paths.texts);
	} else await writeFileAtomically(path, `${lines.join("\n")}\n`);
}

function namesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
		throw error;
	}
}
