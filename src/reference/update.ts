/**
 * Brings reference data up to date, from the web or from a folder. What comes
 * is examined file by file; a file that is refused or cannot be had leaves
 * the present version in place. Writing belongs to the sink.
 */
import {
	type Clock,
	download,
	formatInstant,
	type HttpClient,
	messageOf,
	RasaiError,
	sha256Hex,
} from "../base/index.ts";
import { examineSource } from "./acceptance.ts";
import {
	type ManifestSource,
	manifestId,
	type ReferenceManifest,
} from "./manifest.ts";
import type { ReferenceSource } from "./sources.ts";

/** A file as it came, or that it is still the one we have, or that it is not there. */
export type FetchedSource =
	| { readonly bytes: Uint8Array; readonly url: string; readonly etag: string }
	| "unchanged"
	| "absent";

export type SourceFetcher = (
	source: ReferenceSource,
	present: ManifestSource | undefined,
	signal: AbortSignal | undefined,
) => Promise<FetchedSource>;

/** Where snapshots are kept. */
export interface ReferenceSink {
	/** Manifest of the snapshot in use. */
	current(): Promise<ReferenceManifest | undefined>;
	/** A file of the snapshot in use. */
	read(name: string): Promise<string>;
	/** Keeps a snapshot, under its id, and puts it in use. */
	keep(
		id: string,
		manifest: ReferenceManifest,
		files: ReadonlyMap<string, string>,
	): Promise<void>;
}

export interface UpdateOptions {
	readonly sources: readonly ReferenceSource[];
	readonly clock: Clock;
	/** Accept files that are smaller than expected or have lost most of their rows. */
	readonly force?: boolean;
	readonly signal?: AbortSignal | undefined;
	/** Told before each source. */
	readonly onSource?: (source: ReferenceSource) => void;
}

export interface SourceOutcome {
	readonly name: string;
	/** `refused`: it came but was not accepted. `failed`: it could not be had. `absent`: there is none. */
	readonly outcome: "updated" | "unchanged" | "refused" | "failed" | "absent";
	/** Usable rows of the version now in use; 0 where there is none. */
	readonly rows: number;
	/** Lines that the present version lacked, and lines that it alone has. */
	readonly addedLines: number;
	readonly removedLines: number;
	/** Rows left out, or why the file was not accepted. */
	readonly problems: readonly string[];
}

export interface UpdateOutcome {
	/** Snapshot now in use; undefined where there is none. */
	readonly snapshot: string | undefined;
	readonly changed: boolean;
	readonly sources: readonly SourceOutcome[];
}

/**
 * Fetches, examines and keeps. Throws only what the sink throws, and `aborted`.
 * Sources in use that `options.sources` does not name stay as they are.
 */
export async function updateReference(
	fetch: SourceFetcher,
	sink: ReferenceSink,
	options: UpdateOptions,
): Promise<UpdateOutcome> {
	const present = await sink.current();
	const parts = new Map<string, Part>();
	for (const entry of present?.sources ?? [])
		parts.set(entry.name, { entry, text: await sink.read(entry.name) });
	const outcomes: SourceOutcome[] = [];
	for (const source of options.sources) {
		options.onSource?.(source);
		const { outcome, part } = await updateSource(
			source,
			parts.get(source.name),
			fetch,
			options,
		);
		outcomes.push(outcome);
		if (part !== undefined) parts.set(source.name, part);
	}
	const manifest: ReferenceManifest = {
		sources: [...parts.values()]
			.map(({ entry }) => entry)
			.sort((a, b) => (a.name < b.name ? -1 : 1)),
	};
	const id = parts.size === 0 ? undefined : manifestId(manifest);
	const changed =
		id !== undefined && (present === undefined || id !== manifestId(present));
	if (changed)
		await sink.keep(
			id,
			manifest,
			new Map([...parts].map(([name, { text }]) => [name, text])),
		);
	return { snapshot: id, changed, sources: outcomes };
}

interface Part {
	readonly entry: ManifestSource;
	readonly text: string;
}

async function updateSource(
	source: ReferenceSource,
	present: Part | undefined,
	fetch: SourceFetcher,
	options: UpdateOptions,
): Promise<{ readonly outcome: SourceOutcome; readonly part?: Part }> {
	const stay = (
		outcome: SourceOutcome["outcome"],
		problems: readonly string[] = [],
	): { readonly outcome: SourceOutcome } => ({
		outcome: {
			name: source.name,
			outcome,
			rows: present?.entry.rows ?? 0,
			addedLines: 0,
			removedLines: 0,
			problems,
		},
	});
	let fetched: FetchedSource;
	try {
		fetched = await fetch(source, present?.entry, options.signal);
	} catch (error) {
		if (options.signal?.aborted) throw error;
		return stay("failed", [messageOf(error)]);
	}
	if (typeof fetched === "string") return stay(fetched);
	const sha256 = sha256Hex(fetched.bytes);
	if (sha256 === present?.entry.sha256) return stay("unchanged");
	const text = decodeUtf8(fetched.bytes);
	if (text === undefined) return stay("refused", ["not a UTF-8 text"]);
	const { rows, problems, refusal } = examineSource(
		source,
		text,
		present?.entry.rows,
		options.force ?? false,
	);
	if (refusal !== undefined) return stay("refused", [refusal, ...problems]);
	return {
		outcome: {
			name: source.name,
			outcome: "updated",
			rows,
			...compareLines(present?.text ?? "", text),
			problems,
		},
		part: {
			text,
			entry: {
				name: source.name,
				url: fetched.url,
				sha256,
				bytes: fetched.bytes.length,
				rows,
				licence: source.licence,
				fetchedAt: formatInstant(options.clock()),
				etag: fetched.etag,
			},
		},
	};
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
			bytes,
		);
	} catch {
		return undefined;
	}
}

function compareLines(
	before: string,
	after: string,
): Pick<SourceOutcome, "addedLines" | "removedLines"> {
	const old = new Set(before.split("\n"));
	const fresh = new Set(after.split("\n"));
	const lacking = (from: ReadonlySet<string>, other: ReadonlySet<string>) =>
		[...from].filter((line) => line !== "" && !other.has(line)).length;
	return { addedLines: lacking(fresh, old), removedLines: lacking(old, fresh) };
}

/** Fetches from the sources' own addresses. A file whose ETag is that of the present version is not fetched again. */
export function fetchFromWeb(client: HttpClient): SourceFetcher {
	return async (source, present, signal) => {
		const head = await client.request(source.url, { method: "HEAD", signal });
		head.discard();
		if (head.status === 404) return "absent";
		const etag = head.status === 200 ? (head.headers["etag"] ?? "") : "";
		if (etag !== "" && etag === present?.etag && present.url === source.url)
			return "unchanged";
		const parts: Uint8Array[] = [];
		for await (const part of download(client, source.url, {
			signal,
			limits: { maxBytes: source.maxBytes },
		}))
			parts.push(part);
		return { bytes: Buffer.concat(parts), url: source.url, etag };
	};
}

/** Takes files that an operator brought. `read` gives a file of the folder by name, undefined where there is none. */
export function fetchFromFolder(
	read: (name: string) => Promise<Uint8Array | undefined>,
): SourceFetcher {
	return async (source) => {
		for (const name of source.localNames) {
			const bytes = await read(name);
			if (bytes === undefined) continue;
			if (bytes.length > source.maxBytes)
				throw new RasaiError(
					"source_too_large",
					`${name}: more than ${source.maxBytes} bytes`,
				);
			return { bytes, url: `file:${name}`, etag: "" };
		}
		return "absent";
	};
}
