/** A workspace in a temporary folder, for tests. */
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "../base/index.ts";
import type { ArchiveFile } from "../gather/archives/index.ts";
import {
	emptyAsn,
	parseFingerprints,
	parseServices,
	snapshotOf,
} from "../reference/index.ts";
import {
	createWorkspace,
	openArchive,
	openReader,
	openStore,
	openWorkspace,
	type Reader,
	type Workspace,
} from "../store/index.ts";
import type { ImportTarget } from "./import.ts";
import type { WorkspaceReference } from "./reference.ts";

export const TEST_CLOCK: Clock = () => new Date("2025-06-01T00:00:00Z");

export interface TestWorkspace extends ImportTarget {
	readonly dir: string;
	/** Held for writing. */
	readonly workspace: Workspace;
	openReader(): Promise<Reader>;
	/** SHA-256 of every partition's bytes, by its folder under `derived/`. */
	derivedFiles(): Promise<Readonly<Record<string, string>>>;
	close(): Promise<void>;
}

const FINGERPRINTS = {
	dns: "name,scope,other_names,location_found,pattern_type,pattern,confidence_no_fp,expected_countries,source,exp_url,notes\n",
	http: "name,scope,other_names,location_found,pattern_type,pattern,confidence_no_fp,expected_countries,source,exp_url,notes\nemulated_notice,nat,,body,contains,by order of an authority that does not exist,5,QZ,own,,\n",
};

/** Reference data with one fingerprint and two services. */
export function testReference(): WorkspaceReference {
	return {
		snapshot: snapshotOf({
			fingerprints: parseFingerprints(FINGERPRINTS),
			services: parseServices({ services: [] }),
			asn: emptyAsn,
		}),
		fingerprintTexts: FINGERPRINTS,
	};
}

/** A new workspace, or the one in `dir`. */
export async function openTestWorkspace(dir?: string): Promise<TestWorkspace> {
	const folder = dir ?? (await mkdtemp(join(tmpdir(), "rasai-pipeline-")));
	await createWorkspace(folder);
	const workspace = await openWorkspace(folder, {
		mode: "write",
		clock: TEST_CLOCK,
		program: "test",
	});
	const store = await openStore(workspace, { code: "test" });
	return {
		dir: folder,
		workspace,
		paths: workspace.paths,
		archive: await openArchive(workspace),
		store,
		reference: testReference(),
		clock: TEST_CLOCK,
		openReader: () => openReader(workspace),
		derivedFiles: () => hashPartitions(workspace.paths.derived),
		async close() {
			store.close();
			await workspace.close();
			if (dir === undefined) await rm(folder, { recursive: true });
		},
	};
}

/** SHA-256 of the bytes of every partition that the manifest lists. */
export async function hashPartitions(
	derived: string,
): Promise<Readonly<Record<string, string>>> {
	const manifest = JSON.parse(
		await readFile(join(derived, "manifest.json"), "utf8"),
	) as { readonly partitions: Record<string, { readonly sha256: string }> };
	const hashes: Record<string, string> = {};
	for (const [folder, { sha256 }] of Object.entries(manifest.partitions)) {
		const file = join(derived, folder, `${sha256.slice(0, 12)}.parquet`);
		hashes[folder] = createHash("sha256")
			.update(await readFile(file))
			.digest("hex");
	}
	return hashes;
}

/** A file that an operator might name, held in memory. */
export function memoryFile(name: string, bytes: Uint8Array): ArchiveFile {
	return {
		name,
		bytes: bytes.length,
		async *open() {
			yield bytes;
		},
	};
}
