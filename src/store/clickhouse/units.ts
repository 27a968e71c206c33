/** What is to be loaded: the partitions of a table that are replaced at once, as the workspace's manifest has them. */
import { join } from "node:path";
import { sha256Hex } from "../../base/index.ts";
import type { World } from "../../model/index.ts";
import {
	type Manifest,
	type Partition,
	partitionFile,
	partitionsOf,
} from "../duckdb/manifest.ts";
import { homeOf, type Layout, type LoadedTable, type Table } from "./tables.ts";

export interface Unit {
	readonly table: Table;
	readonly database: string;
	/** `2024-02-17`, `202402` or `all`. */
	readonly partition: string;
	/** Names the content: equal where nothing has to be loaded. */
	readonly version: string;
	/** Parquet files and their day; none for a roll-up. */
	readonly files: readonly {
		readonly path: string;
		readonly day: string;
		readonly rows: number;
	}[];
}

/** Units of a world's current run, in an order in which a roll-up stands behind what it is made from. */
export function unitsOf(
	manifest: Manifest,
	derived: string,
	tables: readonly Table[],
	layout: Layout,
	world: World,
): readonly Unit[] {
	const run = manifest.current[world];
	return tables.flatMap((table) => {
		const source = table.select ? "measurements" : (table.name as LoadedTable);
		const groups = new Map<string, (readonly [string, Partition])[]>();
		for (const member of partitionsOf(manifest, source, { world, run })) {
			const partition = partitionOf(table.by, member[0]);
			const group = groups.get(partition);
			if (group) group.push(member);
			else groups.set(partition, [member]);
		}
		return [...groups].map(
			([partition, members]): Unit => ({
				table,
				database: homeOf(layout, table, world, run),
				partition,
				version: sha256Hex(
					members.map(([, { sha256 }]) => sha256).join("\n"),
				).slice(0, 16),
				files: table.select
					? []
					: members.map(([folder, stored]) => ({
							path: join(derived, partitionFile(folder, stored)),
							day: folder.slice(-10),
							rows: stored.rows,
						})),
			}),
		);
	});
}

function partitionOf(by: Table["by"], folder: string): string {
	const day = folder.slice(-10);
	if (by === "all") return "all";
	return by === "day" ? day : day.slice(0, 7).replace("-", "");
}
