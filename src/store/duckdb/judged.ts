/** Judgements of a day under one run: verdicts, and what is counted from them. */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { RasaiError, sha256Hex } from "../../base/index.ts";
import { LAYERS, type TargetVerdict, type Verdict } from "../../model/index.ts";
import type { DayKey, JudgedRow, RunKey } from "../store.ts";
import { cellsQuery, dailyQuery } from "./aggregates.ts";
import {
	jsonText,
	KEY_END,
	KEY_PIECE,
	keyNumber,
	keyText,
} from "./key-text.ts";
import { type Partition, partitionFile } from "./manifest.ts";
import type { MergeContext } from "./merge.ts";
import {
	columnOfText,
	makePartition,
	parquet,
	temporaryFolder,
	temporaryName,
	textsSource,
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
					if (!writer.add(key.day, line, ""))
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
		`SELECT ${columns.map((column) => columnOfText(column, OWN_WORDS.has(column.name))).join(", ")} FROM ${textsSource(lines, [...LINE_COLUMNS, "rest"], KEY_PIECE)}`,
		from,
	);
	const file = join(context.derived, partitionFile(folder, verdicts));
	const made = new Map([[folder, verdicts]]);
	for (const [table, query] of [
		["cells", cellsQuery(parquet([file]))],
		["daily", dailyQuery(parquet([file]))],
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

/** The columns of a line, those that order it first. */
const LINE_COLUMNS = [
	"cc",
	"target",
	"asn",
	"measured_at",
	"uid",
	"network_name",
	"resolver_asn",
	"report_id",
	"test_name",
	"input",
	"service",
	"function",
	"via_redirect",
	"state",
	"mechanism",
	"locus",
	...LAYERS.flatMap((layer) => [
		`${layer}_state`,
		`${layer}_rule`,
		`${layer}_evidence`,
	]),
	"fired",
	"control",
	"measurement_state",
	"measurement_mechanism",
	"why",
	"ruleset",
	"reference",
] as const;

/** Columns that hold words of ours alone: their texts need no escaping, and reading them as if they did takes longer than all else of a small day. */
const OWN_WORDS: ReadonlySet<string> = new Set([
	"service",
	"function",
	"state",
	"mechanism",
	"locus",
	...LAYERS.flatMap((layer) => [`${layer}_state`, `${layer}_evidence`]),
	"control",
	"measurement_state",
	"measurement_mechanism",
	"ruleset",
	"reference",
]);

/**
 * A line for each target, all of it key: equal verdicts are one. Texts stand
 * as inside JSON quotes, so that they hold nothing that parts columns or
 * lines. A measurement that tells of no target has a line with an empty
 * target, so that its page can be found.
 */
function* verdictLines(
	{ header, verdict }: JudgedRow,
	run: RunKey,
): Generator<string> {
	const targets =
		verdict.targets.length > 0 ? verdict.targets : [wholeOf(verdict)];
	const [uid, network, report, test, input] = [
		keyText(header.uid),
		keyText(header.probeNetworkName),
		keyText(header.reportId),
		keyText(header.testName),
		keyText(header.input),
	];
	const asn = keyNumber(header.probeAsn);
	const whole = [
		verdict.control,
		verdict.state,
		verdict.mechanism ?? "",
		keyText(verdict.why),
		run.ruleset,
		run.reference,
	].join(KEY_PIECE);
	for (const target of targets) {
		const { layers } = target;
		const pieces = [
			keyText(header.probeCc),
			keyText(target.target),
			asn,
			header.measuredAt,
			uid,
			network,
			header.resolverAsn,
			report,
			test,
			input,
			target.service ?? "",
			target.function ?? "",
			target.viaRedirect,
			target.state,
			target.mechanism ?? "",
			target.locus,
		];
		for (const layer of LAYERS) {
			const { state, rule, evidence } = layers[layer];
			pieces.push(state, rule === undefined ? "" : keyText(rule), evidence);
		}
		pieces.push(firedText(target), whole);
		yield `${pieces.join(KEY_PIECE)}${KEY_PIECE}${KEY_END}`;
	}
}

/** Every fired rule once, sorted, as a JSON array. */
function firedText({ fired }: TargetVerdict): string {
	if (fired.length === 0) return "[]";
	return jsonText([...new Set(fired.map(({ rule }) => rule))].sort());
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
