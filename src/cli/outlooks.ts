/** What ships for outlooks, and the record that a command makes one from. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
	type Read,
	readAreas,
	readCoverage,
	readOccasions,
	readStatedDates,
} from "../account/outlook/index.ts";
import { type ShownRecord, shownRecord } from "../account/record/index.ts";
import { type OutlookData, readPublishableRecord } from "../pipeline/index.ts";
import type { Context } from "./command.ts";
import { readRecord } from "./shipped.ts";

/** Occasions, dates, coverage and areas that ship. What cannot be read of them is logged and left out. */
export async function readOutlookData({
	shipped,
	log,
	signal,
}: Pick<Context, "shipped" | "log" | "signal">): Promise<OutlookData> {
	const read = async <Row>(
		folder: string,
		name: string,
		rowsOf: (csv: string) => Read<Row>,
	): Promise<readonly Row[]> => {
		const { rows, problems } = rowsOf(
			await readFile(join(shipped, folder, name), {
				encoding: "utf8",
				signal,
			}),
		);
		for (const problem of problems)
			log("warn", "outlook_problem", { file: name, problem });
		return rows;
	};
	const [official, dates, occasions, coverages, areas] = await Promise.all([
		read("record", "official-calendar.csv", (csv) =>
			readStatedDates(csv, "PK"),
		),
		read("outlook", "dates.csv", readStatedDates),
		read("outlook", "occasions.csv", readOccasions),
		read("outlook", "coverage.csv", readCoverage),
		read("outlook", "areas.csv", readAreas),
	]);
	return { dates: [...official, ...dates], occasions, coverages, areas };
}

/** The record of the workspace, or the one that ships where there is no workspace or its record is empty. */
export async function readOutlookRecord(
	context: Context,
): Promise<ShownRecord> {
	const { restrictions, dossiers } = await readRecord(context);
	const shippedRecord = { restrictions, dossiers, others: [] };
	if (!existsSync(join(context.workspace, "version"))) return shippedRecord;
	const workspace = await context.openForReading();
	try {
		const { entries } = await readPublishableRecord(
			workspace.paths,
			context.signal,
		);
		return entries.size > 0 ? shownRecord(entries, dossiers) : shippedRecord;
	} finally {
		await workspace.close();
	}
}
