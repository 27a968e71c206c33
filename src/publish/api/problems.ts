/**
 * What can go wrong, as RFC 9457 problem details. Names are public contracts:
 * never renamed, never re-used. `GET /api/v1/problems` lists them.
 */
import { z } from "zod";

export const PROBLEMS = {
	"invalid-parameter": {
		status: 400,
		title: "A parameter cannot be used",
		meaning:
			"A parameter is missing, unknown, given twice, or has a value that it cannot have. `parameters` names each.",
	},
	"query-refused": {
		status: 400,
		title: "This question cannot be asked",
		meaning:
			"The SQL is no single SELECT over the public views, or DuckDB does not understand it. `detail` says why.",
	},
	"emulated-data": {
		status: 403,
		title: "Emulated data are not served here",
		meaning:
			"Emulated measurements are shown only on the machine they are on, so that nobody takes them for real.",
	},
	"not-found": {
		status: 404,
		title: "Nothing here",
		meaning: "No such resource, or nothing is known under this name.",
	},
	"method-not-allowed": {
		status: 405,
		title: "Only reading is possible",
		meaning: "The API answers GET, HEAD and OPTIONS.",
	},
	"no-longer-held": {
		status: 410,
		title: "The archive no longer holds it",
		meaning:
			"The measurement is known and judged, but the operator has let go of the file that it came in.",
	},
	"query-limit": {
		status: 422,
		title: "The question asks for too much",
		meaning:
			"It took longer, or needed more memory, than one question may. Narrow it by `day` and `cc`, which choose the files that are read.",
	},
	"too-many-requests": {
		status: 429,
		title: "Too many requests",
		meaning:
			"This address has spent what it may spend in a minute, or has another question in SQL running. `Retry-After` says how many seconds to wait.",
	},
	fault: {
		status: 500,
		title: "The answer could not be made",
		meaning: "The fault is ours. It has been logged.",
	},
	busy: {
		status: 503,
		title: "Busy",
		meaning:
			"Other questions in SQL are being answered. `Retry-After` says how many seconds to wait.",
	},
} as const;

export type ProblemName = keyof typeof PROBLEMS;

export const problemSchema = z
	.object({
		type: z
			.string()
			.describe("Address that names the kind of problem, and explains it."),
		title: z.string(),
		status: z.int(),
		detail: z.string().optional().describe("What was wrong this time."),
		parameters: z
			.array(z.object({ name: z.string(), problem: z.string() }))
			.optional()
			.describe("Parameters that cannot be used, each with the reason."),
	})
	.describe("Problem details (RFC 9457).");

export type ProblemDetails = z.infer<typeof problemSchema>;

export interface ProblemExtra {
	readonly detail?: string;
	readonly parameters?: readonly { name: string; problem: string }[];
	readonly retryAfterSeconds?: number;
}

/** Ends an operation with a problem instead of an answer. */
export class ApiProblem extends Error {
	readonly problem: ProblemName;
	readonly extra: ProblemExtra;

	constructor(problem: ProblemName, extra: ProblemExtra = {}) {
		super(extra.detail ?? PROBLEMS[problem].title);
		this.problem = problem;
		this.extra = extra;
	}
}

export function problemDetails(
	name: ProblemName,
	{ detail, parameters }: ProblemExtra = {},
): ProblemDetails {
	const { status, title } = PROBLEMS[name];
	return {
		type: `/api/v1/problems/${name}`,
		title,
		status,
		...(detail === undefined ? {} : { detail }),
		...(parameters === undefined ? {} : { parameters: [...parameters] }),
	};
}
