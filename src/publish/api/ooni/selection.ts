/** Parameters of OONI's API that choose measurements, and the condition that they give. */
import { z } from "zod";
import { EMULATED_CC, type World } from "../../../model/index.ts";
import { joinSql, type Sql, sql } from "../../../store/index.ts";
import type { Asked } from "../api-deps.ts";
import { shown } from "../parameters.ts";
import { ApiProblem } from "../problems.ts";

export const DAY_MS = 86_400_000;

/** A day, or a day and time without a zone, as OONI's clients write them. */
const when = z
	.string()
	.regex(/^20\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?)?$/);

const list = (pattern: RegExp) => z.string().max(2000).regex(pattern);

export const selectionParams = {
	probe_cc: list(/^[A-Z]{2}(?:,[A-Z]{2})*$/)
		.optional()
		.describe("Countries, with commas between."),
	probe_asn: list(/^(?:AS)?\d{1,10}(?:,(?:AS)?\d{1,10})*$/)
		.optional()
		.describe("Networks, `AS17557` or `17557`, with commas between."),
	test_name: list(/^[a-z0-9_]+(?:,[a-z0-9_]+)*$/)
		.optional()
		.describe("Tests, with commas between."),
	domain: z
		.string()
		.min(3)
		.max(2000)
		.optional()
		.describe("Domains, with commas between."),
	input: z.string().min(3).max(1000).optional().describe("Input, exactly."),
	since: when
		.optional()
		.describe("From then on: `2024-02-17`, or with a time."),
	until: when.optional().describe("Until then."),
};

export type Selection = z.output<z.ZodObject<typeof selectionParams>>;

/** Emulated where the emulated country alone is asked for; the two never mix. */
export function worldSelected(asked: Asked, { probe_cc }: Selection): World {
	const named = probe_cc?.split(",") ?? [];
	if (!named.includes(EMULATED_CC)) return "real";
	if (named.length > 1)
		throw new ApiProblem("invalid-parameter", {
			parameters: [
				{ name: "probe_cc", problem: "emulated and real data are never mixed" },
			],
		});
	return shown(asked, "emulated");
}

/** Condition on rows of `verdicts`, without its times. */
export function selected(selection: Selection): Sql {
	const { probe_cc, probe_asn, test_name, domain, input } = selection;
	return joinSql(
		[
			probe_cc === undefined
				? sql`cc <> 'ZZ'`
				: sql`cc = ANY(${probe_cc.split(",")})`,
			probe_asn === undefined
				? sql`asn <> 0`
				: sql`asn = ANY(${probe_asn.split(",").map((text) => Number(text.replace("AS", "")))})`,
			...(test_name === undefined
				? []
				: [sql`test_name = ANY(${test_name.split(",")})`]),
			...(input !== undefined
				? [sql`input = ${input}`]
				: domain === undefined
					? []
					: [
							sql`NOT via_redirect AND target = ANY(${domain.split(",").map((text) => text.trim())})`,
						]),
		],
		" AND ",
	);
}

/** `2024-02-17` or `2024-02-17 10:30` as milliseconds since 1970, in UTC. Throws ApiProblem. */
export function instantOf(name: string, text: string): number {
	const ms = Date.parse(
		`${text.replace(" ", "T").replace(/Z$/, "")}${text.length > 10 ? "Z" : "T00:00:00Z"}`,
	);
	if (Number.isNaN(ms))
		throw new ApiProblem("invalid-parameter", {
			parameters: [{ name, problem: "is no time" }],
		});
	return ms;
}
