/** Judgements of a day under one run: verdicts, and what is counted from them. */
import { hash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { RasaiError, sha256Hex } from "../../base/index.ts";
import type {
	LayerVerdicts,
	MeasurementHeader,
	TargetVerdict,
	Verdict,
} from "../../model/index.ts";
import type { DayKey, JudgedRow, RunKey } from "../store.ts";
import { cellsQuery, dailyQuery } from "./aggregates.ts";
import { jsonText, KEY_END, KEY_PIECE, keyNumber, keyText } from "./lines.ts";
import { type Partition, partitionFile } from "./manifest.ts";
import type { MergeContext } from "./merge.ts";
import {
	columnOfRow,
	linesSource,
	makePartition,
	rowStructure,
	temporaryFolder,
	temporaryName,
} from "./partitions.ts";
import { mergeRuns, RunWriter } from "./runs.ts";

/** A run's id: what its judgements rest on. */
export function runId(run: RunKey): string {
	return sha256Hex(`${run.ruleset}\n${run.reference}`).slice(0, 12);
}

/** The folder of a day of one of a run's tables. */
export function judgedFolder(
	table: "verdicts" | "cells" | "daily",
	key: DayKey,
	run: string,
): string {
	return `${key.world}/${table}/${run}/day=${key.day}`;
}

/** Makes the day's partitions of verdicts, cells and days, by folder. */
export async function makeJudged(
	context: MergeContext,
	key: DayKey,
	rows: AsyncIterable<readonly JudgedRow[]> | Iterable<readonly JudgedRow[]>,
	run: RunKey,
	from: string,
): Promise<ReadonlyMap<string, Partition>> {
	await mkdir(temporaryFolder(context.derived), { recursive: true });
	const temporary: string[] = [];
	const newName = (): string => {
		const name = temporaryName(context.derived);
		temporary.push(name);
		return name;
	};
	const connection = await context.engine.connect();
	try {
		const writer = new RunWriter(newName);
		for await (const batch of rows)
			for (const row of batch)
				for (const line of verdictLines(row, run))
					if (!writer.add(key.day, line.key, line.text))
						throw new RasaiError(
							"invalid_record",
							`the verdict on ${row.header.uid} is too long to be kept`,
						);
		const merged = newName();
		await mergeRuns(writer.finish().get(key.day) ?? [], merged, {
			sameUpTo: KEY_END,
			spare: newName,
		});
		return await makeTables(context, connection, key, runId(run), merged, from);
	} finally {
		connection.closeSync();
		for (const file of temporary) await rm(file, { force: true });
	}
}

async function makeTables(
	context: MergeContext,
	connection: DuckDBConnection,
	key: DayKey,
	run: string,
	lines: string,
	from: string,
): Promise<ReadonlyMap<string, Partition>> {
	const columns = context.schema.verdicts;
	const folder = judgedFolder("verdicts", key, run);
	const verdicts = await makePartition(
		connection,
		context.derived,
		folder,
		`SELECT ${columns.map(columnOfRow).join(", ")}
		FROM (SELECT from_json(body, ${rowStructure(columns)}) AS r FROM ${linesSource(lines, false)})`,
		from,
	);
	const file = join(context.derived, partitionFile(folder, verdicts));
	const made = new Map([[folder, verdicts]]);
	for (const [table, query] of [
		["cells", cellsQuery(file)],
		["daily", dailyQuery(file)],
	] as const) {
		const target = judgedFolder(table, key, run);
		made.set(
			target,
			await makePartition(
				connection,
				context.derived,
				target,
				query,
				verdicts.sha256,
			),
		);
	}
	return made;
}

/** A line for each target; a measurement that tells of no target has one with an empty target, so that its page can be found. */
function verdictLines(
	row: JudgedRow,
	run: RunKey,
): readonly { readonly key: string; readonly text: string }[] {
	const { header, verdict } = row;
	const targets =
		verdict.targets.length > 0 ? verdict.targets : [wholeOf(verdict)];
	return targets.map((target) => {
		const text = jsonText(verdictRow(header, verdict, target, run));
		const identity = [
			keyText(header.probeCc),
			keyText(target.target),
			keyNumber(header.probeAsn),
			header.measuredAt,
			keyText(header.uid),
			hash("sha256", text, "hex"),
		];
		return { key: `${identity.join(KEY_PIECE)}${KEY_END}`, text };
	});
}

function wholeOf(verdict: Verdict): TargetVerdict {
	return {
		target: "",
		viaRedirect: false,
		state: verdict.state,
		mechanism: verdict.mechanism,
		locus: verdict.locus,
		layers: verdict.layers,
		fired: [],
	};
}

function verdictRow(
	header: MeasurementHeader,
	verdict: Verdict,
	target: TargetVerdict,
	run: RunKey,
): Readonly<Record<string, unknown>> {
	return {
		uid: header.uid,
		measuredAt: header.measuredAt,
		cc: header.probeCc,
		asn: header.probeAsn,
		networkName: header.probeNetworkName,
		resolverAsn: header.resolverAsn,
		reportId: header.reportId,
		testName: header.testName,
		input: header.input,
		target: target.target,
		service: target.service ?? "",
		function: target.function ?? "",
		viaRedirect: target.viaRedirect,
		state: target.state,
		mechanism: target.mechanism ?? "",
		locus: target.locus,
		...layerFields(target.layers),
		fired: [...new Set(target.fired.map((fired) => fired.rule))].sort(),
		control: verdict.control,
		measurementState: verdict.state,
		measurementMechanism: verdict.mechanism ?? "",
		why: verdict.why,
		ruleset: run.ruleset,
		reference: run.reference,
	};
}

function layerFields(layers: LayerVerdicts): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(layers).flatMap(([layer, { state, rule, evidence }]) => [
			[`${layer}State`, state],
			[`${layer}Rule`, rule ?? ""],
			[`${layer}Evidence`, evidence],
		]),
	);
}
