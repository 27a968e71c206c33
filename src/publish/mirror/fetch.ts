/** A copy from a copy: only what has changed is fetched, and nothing is taken that the site did not sign. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
	download,
	type HttpClient,
	RasaiError,
	sha256Hex,
} from "../../base/index.ts";
import { prepareFolder, removeOthers } from "./build.ts";
import {
	fingerprintOf,
	isSigned,
	MANIFEST_FILE,
	readManifest,
	readSignature,
	SIGNATURE_FILE,
} from "./manifest.ts";

export interface FetchOptions {
	readonly client: HttpClient;
	/** Address of the mirror's folder. */
	readonly url: string;
	readonly folder: string;
	/** Fingerprint or public key of the site; where left out, that of the copy that is there already must be the same. */
	readonly key?: string | undefined;
	readonly signal: AbortSignal;
	onProgress?(done: number, total: number): void;
}

export interface FetchResult {
	readonly madeAt: string;
	readonly files: number;
	readonly fetched: number;
	readonly fetchedBytes: number;
	readonly removed: number;
	readonly fingerprint: string;
}

const MOST_MANIFEST_BYTES = 64 * 1024 * 1024;

/**
 * Fetches a mirror, or brings one up to date. The manifest is put in place
 * last, so that an interrupted fetch goes on where it stopped. Throws
 * RasaiError `source_unreadable` where a signature or a hash is not right,
 * or where the copy offered is older than the one that is there.
 */
export async function fetchMirror(options: FetchOptions): Promise<FetchResult> {
	const base = options.url.replace(/\/*$/, "");
	const read = async (path: string, maxBytes: number): Promise<Buffer> => {
		const pieces: Uint8Array[] = [];
		for await (const piece of download(options.client, `${base}/${path}`, {
			signal: options.signal,
			limits: { maxBytes },
		}))
			pieces.push(piece);
		return Buffer.concat(pieces);
	};
	const text = (await read(MANIFEST_FILE, MOST_MANIFEST_BYTES)).toString(
		"utf8",
	);
	const signatureText = (await read(SIGNATURE_FILE, 10_000)).toString("utf8");
	const manifest = readManifest(text);
	const signed = readSignature(signatureText);
	const fingerprint = fingerprintOf(signed.publicKey);
	if (!isSigned(text, signed))
		throw new RasaiError(
			"source_unreadable",
			`${base}/${MANIFEST_FILE} is not signed by the key ${fingerprint} that it names`,
		);
	await prepareFolder(options.folder);
	const before = await heldBefore(options.folder);
	const key = options.key ?? before?.fingerprint;
	if (key !== undefined && key !== fingerprint && key !== signed.publicKey)
		throw new RasaiError(
			"source_unreadable",
			`${base} is signed by the key ${fingerprint}, not by ${key}`,
			{
				hint: "Ask the site for its key by another way before you trust this copy.",
			},
		);
	if (before !== undefined && manifest.madeAt < before.madeAt)
		throw new RasaiError(
			"source_unreadable",
			`${base} is older (${manifest.madeAt}) than what is here (${before.madeAt})`,
		);
	let fetched = 0;
	let fetchedBytes = 0;
	let done = 0;
	for (const { path, sha256, bytes } of manifest.files) {
		options.onProgress?.(done++, manifest.files.length);
		const target = join(options.folder, path);
		const here = await readFile(target).catch(() => undefined);
		if (here !== undefined && sha256Hex(here) === sha256) continue;
		const content = await read(path, Math.max(bytes, 1));
		if (sha256Hex(content) !== sha256)
			throw new RasaiError(
				"source_unreadable",
				`${base}/${path} is not what the site signed`,
				{ hint: "Try again, or fetch from another copy." },
			);
		await mkdir(dirname(target), { recursive: true });
		await writeFile(target, content);
		fetched++;
		fetchedBytes += content.length;
	}
	const removed = await removeOthers(
		options.folder,
		new Set(manifest.files.map(({ path }) => path)),
	);
	await replace(join(options.folder, SIGNATURE_FILE), signatureText);
	await replace(join(options.folder, MANIFEST_FILE), text);
	return {
		madeAt: manifest.madeAt,
		files: manifest.files.length,
		fetched,
		fetchedBytes,
		removed,
		fingerprint,
	};
}

/** Whose copy lies here already; undefined where none does, or none that is whole. */
async function heldBefore(
	folder: string,
): Promise<
	{ readonly fingerprint: string; readonly madeAt: string } | undefined
> {
	try {
		const text = await readFile(join(folder, MANIFEST_FILE), "utf8");
		const signed = readSignature(
			await readFile(join(folder, SIGNATURE_FILE), "utf8"),
		);
		return isSigned(text, signed)
			? {
					fingerprint: fingerprintOf(signed.publicKey),
					madeAt: readManifest(text).madeAt,
				}
			: undefined;
	} catch {
		return undefined;
	}
}

async function replace(path: string, text: string): Promise<void> {
	await writeFile(`${path}.new`, text);
	await rename(`${path}.new`, path);
}
