/** Whether a folder is what a site signed: every file there, unchanged, and nothing beside them. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { messageOf, sha256Hex } from "../../base/index.ts";
import {
	fingerprintOf,
	isSigned,
	MANIFEST_FILE,
	type MirrorManifest,
	readManifest,
	readSignature,
	SIGNATURE_FILE,
} from "./manifest.ts";

export interface MirrorStep {
	readonly step: "manifest" | "signature" | "key" | "files" | "others";
	readonly ok: boolean;
	readonly found: string;
}

export interface MirrorReport {
	/** Every step is ok. */
	readonly ok: boolean;
	readonly madeAt: string | null;
	readonly steps: readonly MirrorStep[];
}

/** Files that are named in a report; more are counted. */
const MOST_NAMED = 5;

/**
 * Checks a mirror. `key` is the fingerprint or the public key that the site
 * gives elsewhere: without it the copy vouches for itself alone, which is said
 * and is no failure.
 */
export async function verifyMirror(
	folder: string,
	{
		key,
		signal,
	}: { readonly key?: string | undefined; readonly signal?: AbortSignal },
): Promise<MirrorReport> {
	const steps: MirrorStep[] = [];
	const report = (madeAt: string | null): MirrorReport => ({
		ok: steps.every(({ ok }) => ok),
		madeAt,
		steps,
	});
	let text: string;
	let manifest: MirrorManifest;
	try {
		text = await readFile(join(folder, MANIFEST_FILE), "utf8");
		manifest = readManifest(text);
		steps.push({
			step: "manifest",
			ok: true,
			found: `${manifest.files.length} files of ${manifest.siteName}, made ${manifest.madeAt}`,
		});
	} catch (error) {
		steps.push({ step: "manifest", ok: false, found: messageOf(error) });
		return report(null);
	}
	try {
		const signed = readSignature(
			await readFile(join(folder, SIGNATURE_FILE), "utf8"),
		);
		const fingerprint = fingerprintOf(signed.publicKey);
		const ok = isSigned(text, signed);
		steps.push({
			step: "signature",
			ok,
			found: ok
				? `by key ${fingerprint}`
				: `not of this manifest by key ${fingerprint}`,
		});
		steps.push(
			key === undefined
				? {
						step: "key",
						ok: true,
						found:
							"not checked: compare the fingerprint with one that the site gives elsewhere",
					}
				: {
						step: "key",
						ok: key === fingerprint || key === signed.publicKey,
						found:
							key === fingerprint || key === signed.publicKey
								? "the one given"
								: `${fingerprint} is not the one given`,
					},
		);
	} catch (error) {
		steps.push({ step: "signature", ok: false, found: messageOf(error) });
	}
	steps.push(
		await checkFiles(folder, manifest, signal),
		await checkOthers(folder, manifest),
	);
	return report(manifest.madeAt);
}

async function checkFiles(
	folder: string,
	{ files }: MirrorManifest,
	signal: AbortSignal | undefined,
): Promise<MirrorStep> {
	const wrong: string[] = [];
	for (const { path, sha256 } of files) {
		signal?.throwIfAborted();
		const content = await readFile(join(folder, path)).catch(() => undefined);
		if (content === undefined) wrong.push(`${path} is missing`);
		else if (sha256Hex(content) !== sha256) wrong.push(`${path} was changed`);
	}
	return {
		step: "files",
		ok: wrong.length === 0,
		found:
			wrong.length === 0 ? `${files.length} as they were signed` : few(wrong),
	};
}

async function checkOthers(
	folder: string,
	{ files }: MirrorManifest,
): Promise<MirrorStep> {
	const listed = new Set([
		MANIFEST_FILE,
		SIGNATURE_FILE,
		...files.map(({ path }) => path),
	]);
	const others = (await filesIn(folder)).filter((path) => !listed.has(path));
	return {
		step: "others",
		ok: others.length === 0,
		found:
			others.length === 0
				? "no file that is not listed"
				: `not listed: ${few(others)}`,
	};
}

/** Every file under a folder, relative to it. */
export async function filesIn(
	folder: string,
	below = "",
): Promise<readonly string[]> {
	const entries = await readdir(join(folder, below), { withFileTypes: true });
	const lists = await Promise.all(
		entries.map((entry) => {
			const path = below === "" ? entry.name : `${below}/${entry.name}`;
			return entry.isDirectory() ? filesIn(folder, path) : [path];
		}),
	);
	return lists.flat();
}

function few(items: readonly string[]): string {
	const more = items.length - MOST_NAMED;
	return `${items.slice(0, MOST_NAMED).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}
