/** Questions in SQL on the public tables, for researchers. */
import { z } from "zod";
import { type CsvValue, csvLines } from "../../../base/index.ts";
import type { SqlConsole, SqlRows } from "../../../store/index.ts";
import { licencesOf, licenceText } from "../../terms/index.ts";
import type { Asked } from "../api-deps.ts";
import { itemOperation } from "../operation.ts";
import * as param from "../parameters.ts";
import { ApiProblem } from "../problems.ts";

function consoleOf({ deps }: Asked): SqlConsole {
	if (deps.console === undefined)
		throw new ApiProblem("not-found", {
			detail: "This server takes no questions in SQL.",
		});
	return deps.console;
}

export const askSql = itemOperation({
	id: "askSql",
	path: "/api/v1/sql",
	tag: "SQL",
	summary: "One question in SQL",
	description:
		"One SELECT in DuckDB's SQL over the tables that `/api/v1/sql/tables` lists. Name days and a country, which choose the files that are read. It runs in a process of its own that sees no files, no network and nothing private, and is stopped after 15 seconds, at 256 MB, and after 10,000 rows. One question at a time.",
	params: z.object({
		query: z.string().min(1).max(6000).describe("The SELECT."),
		world: param.world,
		format: z
			.enum(["json", "csv"])
			.default("json")
			.describe("`csv`: the rows as a file."),
	}),
	answerName: "SqlAnswer",
	answer: z.object({
		licence: z.string().describe("Of all data that could be asked."),
		emulated: z.boolean(),
		columns: z.array(
			z.object({ name: z.string(), type: z.string().describe("DuckDB's.") }),
		),
		rows: z.array(z.array(z.unknown())),
		isCut: z.boolean().describe("There were more rows than are given."),
	}),
	problems: [
		"query-refused",
		"emulated-data",
		"not-found",
		"query-limit",
		"busy",
	],
	points: 20,
	csv: true,
	read: async (asked, { query, world: named, format }) => {
		const world = param.shown(asked, named);
		const answer = await consoleOf(asked).ask({
			query,
			world,
			asker: asked.asker,
			signal: asked.signal,
		});
		switch (answer.kind) {
			case "rows": {
				const licence = licenceText(
					await licencesOf(asked.deps, { world }, false),
				);
				const { columns, rows, isCut } = answer;
				const emulated = world === "emulated";
				return {
					value: { licence, emulated, columns, rows, isCut },
					...(format === "csv"
						? {
								text: {
									type: "text/csv",
									body: rowsCsv(answer, licence, emulated),
								},
							}
						: {}),
				};
			}
			case "refused":
				throw new ApiProblem("query-refused", { detail: answer.why });
			case "limit":
				throw new ApiProblem("query-limit", { detail: answer.why });
			case "busy":
				throw answer.own
					? new ApiProblem("too-many-requests", {
							detail: "Your last question is still being answered.",
							retryAfterSeconds: 5,
						})
					: new ApiProblem("busy", { retryAfterSeconds: 10 });
			case "aborted":
				throw new ApiProblem("query-limit", { detail: "it was called off" });
			case "failed":
				throw new Error(answer.why);
			default:
				return answer satisfies never;
		}
	},
});

function rowsCsv(
	{ columns, rows }: SqlRows,
	licence: string,
	emulated: boolean,
): string {
	const ending = emulated ? [licence, "emulated"] : [licence];
	return csvLines([
		[
			...columns.map(({ name }) => name),
			...(emulated ? ["licence", "data"] : ["licence"]),
		],
		...rows.map((row) => [...row.map(csvValue), ...ending]),
	]);
}

function csvValue(value: unknown): CsvValue {
	if (value === null || value === undefined) return undefined;
	return typeof value === "object"
		? JSON.stringify(value)
		: (value as CsvValue);
}

export const listSqlTables = itemOperation({
	id: "listSqlTables",
	path: "/api/v1/sql/tables",
	tag: "SQL",
	summary: "Tables and columns that questions can be asked of",
	params: z.object({}),
	answerName: "SqlTables",
	answer: z.object({
		limits: z.object({
			seconds: z.number(),
			memoryMb: z.number(),
			rows: z.int(),
			bytes: z.int(),
		}),
		tables: z.array(
			z.object({
				name: z.string(),
				about: z.string(),
				columns: z.array(z.object({ name: z.string(), type: z.string() })),
			}),
		),
	}),
	problems: ["not-found"],
	points: 1,
	read: async (asked) => {
		const { tables, limits } = consoleOf(asked);
		const { seconds, memoryMb, rows, bytes } = limits;
		return { value: { limits: { seconds, memoryMb, rows, bytes }, tables } };
	},
});
