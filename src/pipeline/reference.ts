/** The reference data of a workspace: the snapshot in use, opened. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
	type AsnDatabase,
	compileCountries,
	compileSnapshotAsn,
	type FingerprintTexts,
	openAsn,
	openSnapshot,
	type ReferenceSnapshot,
	type ServiceRegistry,
} from "../reference/index.ts";
import {
	currentSnapshot,
	readSnapshot,
	type WorkspacePaths,
	writeFileAtomically,
} from "../store/index.ts";

export interface WorkspaceReference {
	readonly snapshot: ReferenceSnapshot;
	/** The texts that the fingerprints were read from, for threads that read them again; undefined where there are none. */
	readonly fingerprintTexts: FingerprintTexts | undefined;
}

/** Opens the snapshot in use; a workspace without one has services and nothing else. Throws `reference_missing` where it is damaged. */
export async function openReference(
	paths: Pick<WorkspacePaths, "reference" | "derived">,
	services: ServiceRegistry,
): Promise<WorkspaceReference> {
	const id = await currentSnapshot(paths);
	const files =
		id === undefined ? undefined : (await readSnapshot(paths, id)).files;
	const read = (name: string): string | undefined => {
		const bytes = files?.get(name);
		return bytes && Buffer.from(bytes).toString("utf8");
	};
	const dns = read("fingerprints_dns.csv");
	const http = read("fingerprints_http.csv");
	return {
		snapshot: openSnapshot(
			read,
			services,
			id === undefined ? undefined : await compiledAsn(paths, id, read),
		),
		fingerprintTexts:
			dns === undefined && http === undefined
				? undefined
				: { dns: dns ?? "", http: http ?? "" },
	};
}

/** Tells the country of an address by the snapshot in use: undefined where that is not known. It takes a second to open. */
export async function openIpCountries(
	paths: Pick<WorkspacePaths, "reference">,
): Promise<(address: string) => string | undefined> {
	const id = await currentSnapshot(paths);
	if (id === undefined) return () => undefined;
	const { files } = await readSnapshot(paths, id);
	const texts = ["country-ipv4.csv", "country-ipv6.csv"].flatMap((name) => {
		const bytes = files.get(name);
		return bytes ? [Buffer.from(bytes).toString("latin1")] : [];
	});
	return compileCountries(...texts).lookup;
}

/** Compiling takes seconds, so the result is kept among what is derived. */
async function compiledAsn(
	paths: Pick<WorkspacePaths, "derived">,
	id: string,
	read: (name: string) => string | undefined,
): Promise<AsnDatabase | undefined> {
	const path = join(paths.derived, "reference", `${id}.asn`);
	const kept = await readFile(path).catch(() => undefined);
	if (kept)
		try {
			return openAsn(kept);
		} catch {
			// Damaged, or of another version: it is made again.
		}
	const compiled = compileSnapshotAsn(read);
	if (compiled) await writeFileAtomically(path, compiled.bytes);
	return compiled;
}
