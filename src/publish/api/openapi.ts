/** The OpenAPI 3.1 document, made from the operations alone. */
import { z } from "zod";
import { FILE_TYPES } from "./files.ts";
import type { ItemOperation, ListOperation, Operation } from "./operation.ts";
import { OPERATIONS, TAGS } from "./operations.ts";
import { PROBLEMS, type ProblemName, problemSchema } from "./problems.ts";

type Json = Readonly<Record<string, unknown>>;

/** Problems that any operation may have. */
export const USUAL_PROBLEMS: readonly ProblemName[] = [
	"invalid-parameter",
	"too-many-requests",
	"fault",
];

export function openApiDocument(about: {
	readonly siteName: string;
	readonly version: string;
}): Json {
	return {
		openapi: "3.1.0",
		info: {
			title: `${about.siteName}: read API`,
			version: about.version,
			summary: "Restrictions of the internet: measured, said and ordered.",
			description:
				"Lists give a page of JSON with `next`, or every row as JSON Lines, CSV or Parquet (`format`). Fields of JSON are columns of CSV and Parquet in snake_case. Every answer states the licence computed from its data. Answers carry an ETag; any site may read them (CORS).",
			license: {
				name: "CC BY 4.0, where an answer does not state another",
				identifier: "CC-BY-4.0",
			},
		},
		servers: [{ url: "/", description: "This server." }],
		security: [],
		tags: Object.entries(TAGS).map(([name, description]) => ({
			name,
			description,
		})),
		paths: Object.fromEntries(
			OPERATIONS.map((operation) => [
				operation.path,
				{ get: operationObject(operation) },
			]),
		),
		components: {
			schemas: {
				Problem: schemaOf(problemSchema),
				...Object.fromEntries(OPERATIONS.map(namedSchema)),
			},
			headers: HEADERS,
		},
	};
}

/** JSON Schema without the mark that OpenAPI 3.1 implies. */
function schemaOf(schema: z.ZodType, io: "input" | "output" = "output"): Json {
	const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
	return rest as Json;
}

function namedSchema(operation: Operation): readonly [string, Json] {
	return operation.kind === "list"
		? [operation.rowName, schemaOf(operation.row)]
		: [operation.answerName, schemaOf(operation.answer)];
}

const refTo = (name: string): Json => ({
	$ref: `#/components/schemas/${name}`,
});

const HEADERS: Json = {
	ETag: {
		description:
			"Names this answer: send it back as If-None-Match, and 304 says that nothing changed.",
		schema: { type: "string" },
	},
	RateLimit: {
		description:
			"Points that are left, and seconds until all are back (draft-ietf-httpapi-ratelimit-headers).",
		schema: { type: "string" },
	},
	RetryAfter: {
		description: "Seconds to wait.",
		schema: { type: "integer", minimum: 0 },
	},
	Link: {
		description: "The licence (rel=license), and the next page (rel=next).",
		schema: { type: "string" },
	},
};

function operationObject(operation: Operation): Json {
	return {
		operationId: operation.id,
		tags: [operation.tag],
		summary: operation.summary,
		...(operation.description === undefined
			? {}
			: { description: operation.description }),
		parameters: parametersOf(operation),
		responses: responsesOf(operation),
	};
}

function parametersOf({ params, path }: Operation): readonly Json[] {
	const { properties = {}, required = [] } = schemaOf(params, "input") as {
		readonly properties?: Readonly<Record<string, Json>>;
		readonly required?: readonly string[];
	};
	return Object.entries(properties).map(
		([name, { description, ...schema }]) => {
			const isPart = path.includes(`{${name}}`);
			return {
				name,
				in: isPart ? "path" : "query",
				required: isPart || required.includes(name),
				...(description === undefined ? {} : { description }),
				schema,
			};
		},
	);
}

function responsesOf(operation: Operation): Json {
	const names = [...new Set([...USUAL_PROBLEMS, ...operation.problems])];
	const statuses = [...new Set(names.map((name) => PROBLEMS[name].status))];
	return {
		200: {
			description: operation.summary,
			headers: {
				ETag: { $ref: "#/components/headers/ETag" },
				RateLimit: { $ref: "#/components/headers/RateLimit" },
				...(operation.kind === "list"
					? { Link: { $ref: "#/components/headers/Link" } }
					: {}),
			},
			content:
				operation.kind === "list"
					? listContent(operation)
					: itemContent(operation),
		},
		...Object.fromEntries(
			statuses.map((status) => [
				status,
				problemResponse(
					status,
					names.filter((name) => PROBLEMS[name].status === status),
				),
			]),
		),
	};
}

function problemResponse(status: number, names: readonly ProblemName[]): Json {
	return {
		description: names
			.map((name) => `${PROBLEMS[name].title} (${name}).`)
			.join(" "),
		...(status === 429 || status === 503
			? {
					headers: {
						"Retry-After": { $ref: "#/components/headers/RetryAfter" },
					},
				}
			: {}),
		content: { "application/problem+json": { schema: refTo("Problem") } },
	};
}

function listContent({ rowName }: ListOperation): Json {
	return {
		"application/json": {
			schema: {
				type: "object",
				properties: {
					licence: {
						type: "string",
						description:
							"Terms of this answer, computed from its data: ids of /api/v1/licences.",
					},
					emulated: {
						type: "boolean",
						description:
							"Made up by Rasai to show itself; not a measurement of anything.",
					},
					items: { type: "array", items: refTo(rowName) },
					next: {
						type: ["string", "null"],
						description: "Address of the next page; null at the end.",
					},
				},
				required: ["licence", "emulated", "items", "next"],
				additionalProperties: false,
			},
		},
		...Object.fromEntries(
			Object.values(FILE_TYPES).map((type) => [
				type,
				{ schema: { type: "string" } },
			]),
		),
	};
}

function itemContent({ answerName, csv }: ItemOperation): Json {
	return {
		"application/json": { schema: refTo(answerName) },
		...(csv ? { "text/csv": { schema: { type: "string" } } } : {}),
	};
}
