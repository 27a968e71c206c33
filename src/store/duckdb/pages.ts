/**
 * The pages' database: what pages ask most (days, and on which days a uid
 * occurs), in one file sorted for it. Disposable: it is written anew beside the
 * old one, opened read-only by any number of processes, and queries fall back
 * on the partitions for whatever it does not hold as it is now.
 */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sha256Hex } from "../../base/index.ts";
import type { World } from "../../model/index.ts";
import { putInPlace } from "../files/index.ts";
import { quote } from "./engine.ts";
import { type Manifest, partitionFile, tableFolder } from "./manifest.ts";
import type { MergeContext } from "./merge.ts";
import { temporaryFolder, temporaryName } from "./partitions.ts";

const WORLDS: readonly World[] = ["real", "emulated"];
/** Partitions that the database may lack before it is made anew. */
const MOST_MISSING = 16;

/** Makes the database anew where it lacks more than a few partitions of the current runs. */
export async function refreshPages(context: MergeContext): Promise<void> {
	const { manifest } = context.keeper;
	const wanted = wantedPartitions(manifest);
	const held = manifest.pages?.holds ?? {};
	const missing = Object.keys(wanted).filter(
		(folder) => wanted[folder] !== held[folder],
	);
	const gone = Object.keys(held).filter((folder) => !(folder in wanted));
	if (missing.length + gone.length <= MOST_MISSING) return;
	await mkdir(temporaryFolder(context.derived), { recursive: true });
	const temporary = temporaryName(context.derived);
	const connection = await context.engine.connect();
	try {
		await fillPages(context, connection, temporary);
		const name = sha256Hex(JSON.stringify(wanted)).slice(0, 12);
		const file = `pages/${name}.duckdb`;
		await mkdir(join(context.derived, "pages"), { recursive: true });
		await putInPlace(temporary, join(context.derived, file));
		await context.keeper.commit({ pages: { file, holds: wanted } });
	} finally {
		connection.closeSync();
		await rm(temporary, { force: true });
	}
}

/** SHA-256 of every partition that the database should hold, by folder. */
function wantedPartitions(
	manifest: Manifest,
): Readonly<Record<string, string>> {
	const folders = WORLDS.flatMap((world) => [
		`${tableFolder("measurements", world)}/`,
		`${tableFolder("daily", world, manifest.current[world])}/`,
	]);
	return Object.fromEntries(
		Object.entries(manifest.partitions)
			.filter(([folder]) => folders.some((start) => folder.startsWith(start)))
			.map(([folder, { sha256 }]) => [folder, sha256]),
	);
}

async function fillPages(
	context: MergeContext,
	connection: DuckDBConnection,
	path: string,
): Promise<void> {
	const { manifest } = context.keeper;
	const columns = context.schema.daily.map(({ name }) => name).join(", ");
	await connection.run(`ATTACH ${quote(path)} AS made`);
	try {
		for (const world of WORLDS) {
			const files = (folder: string) =>
				Object.entries(manifest.partitions)
					.filter(([key]) => key.startsWith(`${folder}/`))
					.map(([key, partition]) =>
						quote(join(context.derived, partitionFile(key, partition))),
					)
					.join(", ");
			const days = files(tableFolder("daily", world, manifest.current[world]));
			if (days)
				await connection.run(`CREATE TABLE made.daily_${world} AS
					SELECT ${columns} FROM read_parquet([${days}], hive_partitioning = false)
					ORDER BY cc, service, target, asn, day`);
			const facts = files(tableFolder("measurements", world));
			if (facts)
				await connection.run(`CREATE TABLE made.uid_days_${world} AS
					SELECT hash(uid) AS uid_hash, day
					FROM read_parquet([${facts}], hive_partitioning = true, hive_types = {'day': DATE})
					ORDER BY uid_hash`);
		}
	} finally {
		await connection.run("DETACH made");
	}
}

/** Folders of days that the database holds as they are now, and days that it holds otherwise. */
export function dailyHeld(
	manifest: Manifest,
	scope: { readonly world: World; readonly run?: string | undefined },
): { readonly current: readonly string[]; readonly stale: readonly string[] } {
	const folder = `${tableFolder("daily", scope.world, scope.run)}/`;
	const held = Object.entries(manifest.pages?.holds ?? {}).filter(([key]) =>
		key.startsWith(folder),
	);
	const isCurrent = ([key, sha256]: readonly [string, string]) =>
		manifest.partitions[key]?.sha256 === sha256;
	return {
		current: held.filter(isCurrent).map(([key]) => key),
		stale: held
			.filter((entry) => !isCurrent(entry))
			.map(([key]) => key.slice(key.indexOf("=") + 1)),
	};
}

/**
 * Folders of measurements whose uids the database knows. A changed day is not
 * among them, but what is known of it may stay: it only says where to look.
 */
export function heldUidDays(
	manifest: Manifest,
	world: World,
): readonly string[] {
	const folder = `${tableFolder("measurements", world)}/`;
	return Object.entries(manifest.pages?.holds ?? {})
		.filter(
			([key, sha256]) =>
				key.startsWith(folder) && manifest.partitions[key]?.sha256 === sha256,
		)
		.map(([key]) => key);
}
