/** Parameters that operations share, and how a request's are read. */
import { z } from "zod";
import { addDays, formatInstant } from "../../base/index.ts";
import { STATES, type World, worldOf } from "../../model/index.ts";
import { sql } from "../../store/index.ts";
import type { Asked, InnerDeps } from "./api-deps.ts";
import { ApiProblem } from "./problems.ts";

const FORMATS = ["json", "jsonl", "csv", "parquet"] as const;
export type Format = (typeof FORMATS)[number];

export const cc = z
	.string()
	.regex(/^[A-Z]{2}$/)
	.describe(
		"Country, ISO 3166-1 alpha-2. `QZ` is emulated, and served only on the machine it is on.",
	);
export const asn = z.coerce
	.number()
	.int()
	.min(0)
	.max(4_294_967_295)
	.describe("Number of the network (ASN), without the letters AS.");
const day = z.iso.date();
export const since = day.describe("First UTC day.");
export const until = day.describe("UTC day after the last one.");
export const service = z
	.string()
	.regex(/^[a-z0-9_]{1,60}$/)
	.describe("Id of a service, as `/api/v1/services` lists them.");
export const target = z
	.string()
	.min(1)
	.max(300)
	.describe("A target by its name: a domain, or `signal/chat`.");
export const state = z
	.enum(STATES)
	.describe("State, as docs/ontology.md defines it.");
export const uid = z
	.string()
	.max(200)
	.regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]*$/)
	.describe("Uid of a measurement.");
export const world = z
	.enum(["real", "emulated"])
	.default("real")
	.describe(
		"`emulated` for the country that Rasai makes up to show itself: only on the machine it is on.",
	);

/** Parameters that every list has. */
export const listParams = z.object({
	format: z
		.enum(FORMATS)
		.default("json")
		.describe(
			"`json` gives a page. `jsonl`, `csv` and `parquet` give every row from the cursor on, as one file.",
		),
	limit: z.coerce
		.number()
		.int()
		.min(1)
		.max(1000)
		.default(100)
		.describe("Rows on a page, at most."),
	cursor: z
		.string()
		.max(1000)
		.optional()
		.describe("Where a page begins: taken from `next` of the page before."),
	commercial: z
		.enum(["true", "false"])
		.default("false")
		.transform((text) => text === "true")
		.describe(
			"`true`: only what rests on data that may be used commercially. Counts are made anew without the rest.",
		),
});

/** Days in which a list looks that is told no first one. */
const USUAL_DAYS = 30;

export interface Days {
	readonly since: string;
	readonly until: string;
}

/** One UTC day as a range. */
export function oneDay(since: string): Days {
	return { since, until: addDays(since, 1) };
}

/** A range by its first and its last day. */
export function range([first, last]: readonly [string, string]): Days {
	return { since: first, until: addDays(last, 1) };
}

/**
 * The days asked for; where no last one is, they end with the newest that the
 * country (or the world) has measurements of. Throws ApiProblem where they are none.
 */
export async function daysAsked(
	{ deps }: Pick<Asked, "deps">,
	world: World,
	params: {
		readonly cc?: string | undefined;
		readonly since?: string | undefined;
		readonly until?: string | undefined;
	},
): Promise<Days> {
	const { cc, since, until } = params;
	const untilDay =
		until ??
		addDays(
			(await newestDay(deps, world, cc)) ??
				formatInstant(deps.clock()).slice(0, 10),
			1,
		);
	const sinceDay = since ?? addDays(untilDay, -USUAL_DAYS);
	if (until !== undefined && sinceDay >= until)
		throw new ApiProblem("invalid-parameter", {
			parameters: [{ name: "since", problem: "is not before `until`" }],
		});
	return { since: sinceDay, until: untilDay };
}

async function newestDay(
	deps: InnerDeps,
	world: World,
	country: string | undefined,
): Promise<string | undefined> {
	const [newest] = await deps.cached.query<{ readonly day?: string }>(
		{ world },
		sql`SELECT max(day) AS day FROM daily WHERE ${country === undefined ? sql`true` : sql`cc = ${country}`}`,
	);
	return newest?.day;
}

/** The world of a country, where it may be shown to who asks. Real where no country is named. */
export function worldAsked(asked: Asked, named: string | undefined): World {
	return shown(asked, named === undefined ? "real" : worldOf(named));
}

/** The world, where it may be shown to who asks. */
export function shown(
	asked: Pick<Asked, "mayShowEmulated">,
	world: World,
): World {
	if (world === "emulated" && !asked.mayShowEmulated)
		throw new ApiProblem("emulated-data");
	return world;
}

/** Reads a request's parameters by a schema that knows all of them. Throws ApiProblem. */
export function readParams(
	schema: z.ZodObject,
	path: Readonly<Record<string, string>>,
	query: URLSearchParams,
): Record<string, unknown> {
	const given: Record<string, string> = { ...path };
	const problems: { name: string; problem: string }[] = [];
	for (const [name, value] of query) {
		if (!(name in schema.shape))
			problems.push({ name, problem: "is not a parameter of this address" });
		else if (name in given)
			problems.push({ name, problem: "is given more than once" });
		else given[name] = value;
	}
	const read = schema.safeParse(given);
	if (read.success && problems.length === 0) return read.data;
	const wrong = read.success
		? []
		: read.error.issues.map((issue) => ({
				name: String(issue.path[0] ?? ""),
				problem: issue.message,
			}));
	throw new ApiProblem("invalid-parameter", {
		parameters: [...problems, ...wrong],
	});
}
