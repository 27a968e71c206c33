/**
 * The whole site as files: every page that a list names, and every page and
 * file that these lead to, fetched from the application itself. Nothing is
 * left out silently: what answers with a fault, what is listed and not
 * reached, and links that lead nowhere are given back.
 */
import {
	mkdir,
	readdir,
	readFile,
	rm,
	rmdir,
	writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Hono } from "hono";
import { RasaiError, sha256Hex } from "../../base/index.ts";
import { fileOf } from "./address.ts";
import {
	MANIFEST_FILE,
	type MirrorFile,
	type MirrorManifest,
	manifestText,
	SIGNATURE_FILE,
	signManifest,
} from "./manifest.ts";
import { NOT_HERE, rewritePage } from "./rewrite.ts";

/** Pages that need a server, to answer a form, to be framed or to compare what was cited: they are not in a mirror. */
const NEEDS_SERVER =
	/^\/(?:edit|api|ooni|explore|report|subscribe|sign-in|cost|embed)(?:[/?.]|$)|[?&]revision=[0-9a-f]{16}(?:&|$)/;
/** Days of one network or target, and measurements: hundreds to a strip; charts as PNG, which are there as SVG. In a mirror where they are listed or asked for. */
const DETAIL =
	/^\/(?:[a-z]{2}\/as[0-9]+\/[0-9]{4}-|measurement\/)|\.png(?:\?|$)/;
/** Pages asked of the application at once. */
const AT_ONCE = 4;

export interface MirrorOptions {
	/** Emptied of what the mirror does not hold. */
	readonly folder: string;
	readonly siteName: string;
	/** Addresses that must be there. */
	readonly expected: readonly string[];
	/** Where the live site is; undefined where the copy must not name it. */
	readonly origin?: string | undefined;
	/** With a page for every day of a strip and every measurement behind it. */
	readonly withDetails: boolean;
	/** Emulated data too: a copy to try, never to publish. */
	readonly withEmulated: boolean;
	/** Most pages and files; more are counted as left out. */
	readonly limit: number;
	readonly keyPem: string;
	readonly now: Date;
	readonly signal: AbortSignal;
	onProgress?(done: number, total: number): void;
}

export interface MirrorFault {
	readonly address: string;
	readonly why: string;
}

export interface MirrorResult {
	readonly files: number;
	readonly bytes: number;
	/** Files that differ from what lay in the folder before. */
	readonly written: number;
	readonly removed: number;
	/** Expected pages that are not in the mirror, and links to pages that are not there. */
	readonly faults: readonly MirrorFault[];
	/** Addresses beyond the limit. */
	readonly leftOut: number;
	readonly publicKey: string;
}

/** Writes the mirror. Faults are given back with the rest written: the caller decides whether such a copy may go out. */
export async function buildMirror(
	app: Pick<Hono, "request">,
	options: MirrorOptions,
): Promise<MirrorResult> {
	const wanted = new Set(options.expected);
	const isWanted = (address: string): boolean =>
		wanted.has(address) ||
		(!NEEDS_SERVER.test(address) &&
			(options.withDetails || !DETAIL.test(address)));
	const queue = [...wanted];
	const files = new Map<string, MirrorFile>();
	const faults: MirrorFault[] = [];
	const leftOut = new Set<string>();
	let written = 0;
	let next = 0;
	await prepareFolder(options.folder);
	const found = (address: string): string | undefined => {
		if (!isWanted(address)) return undefined;
		if (!wanted.has(address)) {
			if (wanted.size >= options.limit) {
				leftOut.add(address);
				return undefined;
			}
			wanted.add(address);
			queue.push(address);
		}
		return fileOf(address);
	};
	const write = async (path: string, content: Uint8Array): Promise<void> => {
		const changed = await writeIfChanged(join(options.folder, path), content);
		if (changed) written++;
		files.set(path, {
			path,
			sha256: sha256Hex(content),
			bytes: content.length,
		});
	};
	const take = async (address: string): Promise<void> => {
		const answer = await ask(app, address, options.withEmulated);
		if (typeof answer === "string") {
			faults.push({ address, why: answer });
			return;
		}
		const file = fileOf(address);
		await write(
			file,
			/html|svg/.test(answer.type) && !isDocument(address)
				? Buffer.from(
						rewritePage(answer.content.toString("utf8"), {
							file,
							fileOf: found,
							note: noteOf(options),
							origin: options.origin,
						}),
					)
				: answer.content,
		);
	};
	const worker = async (): Promise<void> => {
		for (;;) {
			options.signal.throwIfAborted();
			const address = queue[next];
			if (address === undefined) return;
			next++;
			await take(address);
			options.onProgress?.(next, queue.length);
		}
	};
	// A worker that finds the queue empty ends while others may still add to it.
	while (next < queue.length)
		await Promise.all(Array.from({ length: AT_ONCE }, worker));
	await write(NOT_HERE, Buffer.from(notHerePage(options)));
	const manifest: MirrorManifest = {
		format: "rasai-mirror-1",
		siteName: options.siteName,
		madeAt: options.now.toISOString(),
		files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
	};
	const text = manifestText(manifest);
	const signed = signManifest(text, options.keyPem);
	await writeFile(join(options.folder, MANIFEST_FILE), text);
	await writeFile(
		join(options.folder, SIGNATURE_FILE),
		`${JSON.stringify(signed)}\n`,
	);
	return {
		files: files.size,
		bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
		written,
		removed: await removeOthers(options.folder, new Set(files.keys())),
		faults,
		leftOut: leftOut.size,
		publicKey: signed.publicKey,
	};
}

/** A dossier is a document of its own, without the site's frame or links. */
const isDocument = (address: string): boolean =>
	/\/dossier\.[a-z]+(?:\?|$)/.test(address);

/** The page, or why there is none. */
async function ask(
	app: Pick<Hono, "request">,
	address: string,
	withEmulated: boolean,
): Promise<{ readonly type: string; readonly content: Buffer } | string> {
	// A name that is not this machine's is refused emulated data.
	const host = withEmulated ? "http://localhost" : "http://mirror.invalid";
	let path = address;
	for (let hop = 0; hop < 3; hop++) {
		const answer = await app.request(host + path);
		const to = answer.headers.get("location");
		if (answer.status >= 300 && answer.status < 400 && to?.startsWith("/")) {
			path = to;
			continue;
		}
		if (!answer.ok) return `answered with status ${answer.status}`;
		return {
			type: answer.headers.get("content-type") ?? "",
			content: Buffer.from(await answer.arrayBuffer()),
		};
	}
	return "redirects without end";
}

const noteOf = ({ siteName, now, origin }: MirrorOptions): string =>
	`A copy of ${siteName}${origin ? ` (${origin})` : ""}, made on ${now.toISOString().slice(0, 16).replace("T", " ")} UTC. “Now” and “ago” are as of then.`;

function notHerePage(options: MirrorOptions): string {
	return rewritePage(
		`<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Not in this copy</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/site.css"></head><body><main id="main"><h1>Not in this copy</h1><p>What you asked for is not part of this copy: single days and measurements are left out to keep it small, and forms need the site itself.</p><p><a href="/">To the first page of the copy</a></p></main></body></html>`,
		{
			file: NOT_HERE,
			fileOf,
			note: noteOf(options),
			origin: undefined,
		},
	);
}

/**
 * Makes the folder, or finds a mirror in it. Whatever else is in it would be
 * removed, so a folder with other things is refused: throws `usage`.
 */
export async function prepareFolder(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	const names = await readdir(folder);
	if (names.includes(MANIFEST_FILE)) return;
	if (names.length > 0)
		throw new RasaiError("usage", `${folder} holds things that are no mirror`, {
			hint: "Name an empty or a new folder, or one that holds a mirror already.",
		});
	// Until it is replaced at the end, the copy does not verify.
	await writeFile(join(folder, MANIFEST_FILE), "{}\n");
}

async function writeIfChanged(
	path: string,
	content: Uint8Array,
): Promise<boolean> {
	const before = await readFile(path).catch(() => undefined);
	if (before?.equals(content)) return false;
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, content);
	return true;
}

/** Removes files of a folder that a mirror does not hold, and folders that are then empty. */
export async function removeOthers(
	folder: string,
	kept: ReadonlySet<string>,
	below = "",
): Promise<number> {
	let removed = 0;
	for (const entry of await readdir(join(folder, below), {
		withFileTypes: true,
	})) {
		const path = below === "" ? entry.name : `${below}/${entry.name}`;
		if (path === MANIFEST_FILE || path === SIGNATURE_FILE) continue;
		if (entry.isDirectory()) {
			removed += await removeOthers(folder, kept, path);
			await rmdir(join(folder, path)).catch(() => undefined);
		} else if (!kept.has(path)) {
			await rm(join(folder, path));
			removed++;
		}
	}
	return removed;
}
