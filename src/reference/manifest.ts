/**
 * What a snapshot of reference data is made of. A snapshot is a folder: the
 * files as received and a `manifest.json`. It is named by its contents alone,
 * so that fetching the same files again gives the same snapshot (P3).
 */
import { canonicalJson, RasaiError, sha256Hex } from "../base/index.ts";
import { isRecord } from "../model/index.ts";

export interface ManifestSource {
	/** Path of the file in the snapshot, like `test-lists/pk.csv`. */
	readonly name: string;
	/** Where it came from. */
	readonly url: string;
	readonly sha256: string;
	readonly bytes: number;
	/** Usable rows. */
	readonly rows: number;
	readonly licence: string;
	readonly fetchedAt: string;
	/** The server's name for this version of the file; empty where it gave none. */
	readonly etag: string;
}

export interface ReferenceManifest {
	/** Sorted by name. */
	readonly sources: readonly ManifestSource[];
}

/** Name of a snapshot: a hash of the names and contents of its files, and of nothing else. */
export function manifestId(manifest: ReferenceManifest): string {
	return sha256Hex(
		canonicalJson(manifest.sources.map(({ name, sha256 }) => [name, sha256])),
	);
}

/** Reads a `manifest.json`. Throws `reference_invalid` where it is none. */
export function parseManifest(value: unknown): ReferenceManifest {
	const sources = isRecord(value) ? value["sources"] : undefined;
	if (!Array.isArray(sources) || !sources.every(isManifestSource))
		throw new RasaiError(
			"reference_invalid",
			"the manifest of the reference data is damaged",
			{ hint: "Run `rasai reference update` again." },
		);
	return { sources };
}

function isManifestSource(value: unknown): value is ManifestSource {
	return (
		isRecord(value) &&
		["url", "licence", "fetchedAt", "etag"].every(
			(key) => typeof value[key] === "string",
		) &&
		["bytes", "rows"].every((key) => Number.isSafeInteger(value[key])) &&
		typeof value["name"] === "string" &&
		/^[a-z0-9_-]+(\/[a-z0-9_-]+)?\.csv$/.test(value["name"]) &&
		typeof value["sha256"] === "string" &&
		/^[0-9a-f]{64}$/.test(value["sha256"])
	);
}
