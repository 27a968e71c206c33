/** What changes between two judgements of the same facts. */
import { RasaiError } from "../base/index.ts";
import type { World } from "../model/index.ts";
import { type Reader, type RunKey, sql } from "../store/index.ts";

/** Verdicts on targets whose state differs. */
export interface Moved {
	readonly world: World;
	/** State in the run that pages show; `none` where it has no such verdict. */
	readonly from: string;
	/** State in the other run. */
	readonly to: string;
	readonly verdicts: number;
}

export interface Comparison {
	/** Pages show this very run. */
	readonly shown: boolean;
	readonly moved: readonly Moved[];
}

/** Compares a run with the one that pages show, in both worlds. */
export async function compareRuns(
	reader: Reader,
	run: RunKey,
): Promise<Comparison> {
	const id = Object.entries(await reader.runs()).find(
		([, stored]) =>
			stored.ruleset === run.ruleset && stored.reference === run.reference,
	)?.[0];
	const moved: Moved[] = [];
	let shown = false;
	for (const world of ["real", "emulated"] as const) {
		const current = await reader.currentRun(world);
		if (id !== undefined && current === id) shown = true;
		else if (id !== undefined && current !== undefined)
			for (const row of await compareIn(reader, world, id))
				moved.push({ world, ...row });
	}
	return { shown, moved };
}

async function compareIn(
	reader: Reader,
	world: World,
	id: string,
): Promise<readonly Omit<Moved, "world">[]> {
	if (!/^[0-9a-f]+$/.test(id))
		throw new RasaiError("store_damaged", `${id} is no run`);
	// A query makes the tables of its scope that it names; the second then sees both.
	await reader.query({ world, run: id }, sql`SELECT 1 FROM verdicts LIMIT 0`);
	return reader.query(
		{ world },
		{
			kind: "sql",
			pieces: [
				`SELECT coalesce(a.state, 'none') AS "from", coalesce(b.state, 'none') AS "to", count(*)::INTEGER AS verdicts
			FROM verdicts a FULL JOIN "${world} ${id}".verdicts b USING (uid, target, day)
			WHERE a.state IS DISTINCT FROM b.state
			GROUP BY ALL ORDER BY verdicts DESC, "from", "to"`,
			],
			values: [],
		},
	);
}
