/** Workspaces for the store's tests, and ways to compare what stores hold. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { State, Verdict } from "../../model/index.ts";
import {
	createWorkspace,
	openWorkspace,
	type Workspace,
} from "../files/index.ts";
import type {
	FactsBatch,
	FactsRow,
	JudgedRow,
	RunKey,
	StoredFacts,
} from "../store.ts";
import type { Manifest } from "./manifest.ts";
import { openStore } from "./store.ts";
import type { Store } from "./store-interface.ts";

export const testClock = (): Date => new Date("2024-03-01T00:00:00Z");

export interface TestStore {
	readonly dir: string;
	readonly workspace: Workspace;
	readonly store: Store;
	close(): Promise<void>;
}

/** A new workspace that goes when the test ends. */
export async function newWorkspaceFolder(t: TestContext): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), "rasai-store-"));
	t.after(() => rm(dir, { recursive: true, force: true }));
	await createWorkspace(dir);
	return dir;
}

/** Opens the store in a folder, a new one where none is named. */
export async function testStore(
	t: TestContext,
	in_?: string,
): Promise<TestStore> {
	const dir = in_ ?? (await newWorkspaceFolder(t));
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock: testClock,
		program: "test",
	});
	const store = await openStore(workspace, { code: "test" });
	let open = true;
	const close = async () => {
		if (!open) return;
		open = false;
		store.close();
		await workspace.close();
	};
	t.after(close);
	return { dir, workspace, store, close };
}

export function batchOf(
	rows: readonly FactsRow[],
	more: Partial<FactsBatch> = {},
): FactsBatch {
	const files = [...new Set(rows.map((row) => row.fileHash))];
	return { files, rows, certificates: [], rejects: [], ...more };
}

export async function manifestOf(dir: string): Promise<Manifest> {
	const text = await readFile(join(dir, "derived/manifest.json"), "utf8");
	return JSON.parse(text) as Manifest;
}

/** What a store holds, by content: equal for stores whose partitions are equal byte for byte. */
export async function contentOf(
	dir: string,
): Promise<Readonly<Record<string, string>>> {
	const { partitions } = await manifestOf(dir);
	return Object.fromEntries(
		Object.entries(partitions).map(([folder, { sha256 }]) => [folder, sha256]),
	);
}

export async function all<Item>(
	batches: AsyncIterable<readonly Item[]>,
): Promise<readonly Item[]> {
	const items: Item[] = [];
	for await (const batch of batches) items.push(...batch);
	return items;
}

export const RUN: RunKey = { ruleset: "rules one", reference: "reference one" };

/** A verdict that says `state` of the input's host in every layer that is named. */
export function judgedAs(
	facts: Pick<StoredFacts, "header">,
	state: State,
	more: { readonly mechanism?: string; readonly service?: string } = {},
): JudgedRow {
	const { header } = facts;
	const said = {
		state,
		rule: `sample.${state}`,
		fired: [`sample.${state}`],
		evidence: "scored",
	} as const;
	const silent = {
		state: "insufficient",
		fired: [],
		evidence: "none",
	} as const;
	const masked = { ...said, evidence: "masked" } as const;
	const layers = {
		dns: said,
		tcp: silent,
		tls: masked,
		http: silent,
		quic: silent,
	};
	const target = header.input.replace(/^https:\/\/|\/$/g, "");
	const verdict: Verdict = {
		target,
		uid: header.uid,
		state,
		mechanism: more.mechanism,
		locus: "unknown",
		layers,
		targets: [
			{
				target,
				service: more.service,
				viaRedirect: false,
				state,
				mechanism: more.mechanism,
				locus: "unknown",
				layers,
				fired: [
					{ rule: `sample.${state}`, layer: "dns", positions: [0] },
					{ rule: "sample.hint", layer: "dns", positions: [0] },
				],
			},
		],
		ruleset: RUN.ruleset,
		why: "It was made up.",
		control: "none",
	};
	return { header, verdict };
}
