/**
 * The manifest: the list of the partitions that count. A partition that is not
 * in it does not exist, so replacing the manifest is what commits work. Files
 * are named by their content and never changed.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { RasaiError } from "../../base/index.ts";
import type { World } from "../../model/index.ts";
import { writeFileAtomically } from "../files/atomic.ts";
import type { TableName } from "./schema.ts";

export interface Partition {
	readonly rows: number;
	readonly bytes: number;
	readonly sha256: string;
	/** What it was made from: another partition, a judgement's inputs, or, of measurements, what read their facts (parted by spaces). */
	readonly from: string;
}

export interface Manifest {
	readonly format: 1;
	/** Grows by one with every change. */
	readonly generation: number;
	/** By folder under `derived/`, like `real/verdicts/3f2a…/day=2024-02-17`. */
	readonly partitions: Readonly<Record<string, Partition>>;
	readonly runs: Readonly<Record<string, StoredRun>>;
	/** The run that queries see, by world. */
	readonly current: Readonly<Partial<Record<World, string>>>;
	/** The read-only database that holds what pages read most. */
	readonly pages?: PagesDatabase | undefined;
}

export interface PagesDatabase {
	/** Under `derived/`. */
	readonly file: string;
	/** Names what its tables are made by: one of another form is not read. */
	readonly form: string;
	/** The partitions whose rows it holds: folder to SHA-256. */
	readonly holds: Readonly<Record<string, string>>;
}

/** A judgement of everything under one ruleset and one reference snapshot. */
export interface StoredRun {
	readonly ruleset: string;
	readonly reference: string;
	readonly code: string;
	readonly startedAt: string;
	readonly finishedAt?: string | undefined;
}

export const EMPTY_MANIFEST: Manifest = {
	format: 1,
	generation: 0,
	partitions: {},
	runs: {},
	current: {},
};

/** Reads the manifest of a `derived/` folder; an absent one is empty. */
export async function readManifest(derived: string): Promise<Manifest> {
	const path = join(derived, "manifest.json");
	let text: string;
	try {
		text = await readFile(path, "utf8");
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT")
			return EMPTY_MANIFEST;
		throw error;
	}
	try {
		const value = JSON.parse(text) as Manifest;
		if (value.format !== 1) throw new TypeError("unknown format");
		return value;
	} catch (cause) {
		throw new RasaiError("store_damaged", `${path} cannot be read`, {
			cause,
			hint: "Run `rasai rebuild`: everything in derived/ is remade from the archive.",
		});
	}
}

export async function writeManifest(
	derived: string,
	manifest: Manifest,
): Promise<void> {
	await writeFileAtomically(
		join(derived, "manifest.json"),
		JSON.stringify(manifest, undefined, "\t"),
	);
}

/** The file of a partition, under `derived/`. */
export function partitionFile(folder: string, partition: Partition): string {
	return `${folder}/${partition.sha256.slice(0, 12)}.parquet`;
}

/** What a table's partitions are kept under: by world, by run where judged. */
export function tableFolder(
	table: Exclude<TableName, "observations">,
	world: World,
	run?: string | undefined,
): string {
	switch (table) {
		case "certificates":
		case "rejects":
			return `common/${table}`;
		case "measurements":
		case "control":
			return `${world}/${table}`;
		case "verdicts":
		case "cells":
		case "daily":
			return `${world}/${table}/${run ?? "none"}`;
	}
}

/** The partitions of a table, by folder. */
export function partitionsOf(
	manifest: Manifest,
	table: Exclude<TableName, "observations">,
	scope: { readonly world: World; readonly run?: string | undefined },
): readonly (readonly [string, Partition])[] {
	const start = `${tableFolder(table, scope.world, scope.run)}/`;
	return Object.entries(manifest.partitions).filter(([folder]) =>
		folder.startsWith(start),
	);
}
