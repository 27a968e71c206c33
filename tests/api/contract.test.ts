/**
 * The OpenAPI document as a contract: linted by Redocly's rules, and every
 * operation in it called; every answer, and every problem that is declared,
 * is held against it by a validator that is not the one that made it.
 */
import assert from "node:assert/strict";
import test from "node:test";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { openApi } from "./api-world.ts";

type Json = Readonly<Record<string, unknown>>;
interface DocumentedOperation {
	readonly operationId: string;
	readonly parameters: readonly {
		readonly name: string;
		readonly in: string;
		readonly required: boolean;
		readonly description?: string;
	}[];
	readonly responses: Readonly<
		Record<
			string,
			{
				readonly headers?: Json;
				readonly content: Readonly<Record<string, { readonly schema: Json }>>;
			}
		>
	>;
}
interface Document {
	readonly paths: Readonly<
		Record<string, { readonly get: DocumentedOperation }>
	>;
	readonly components: Json;
}

const UID = "202620260301.0_PK_64497_xcom";
const EMULATED_UID = "202620260301.0_QZ_64497_xcom";
const INCIDENT = "pk-x-2026-01-30";
const EMULATED_INCIDENT = "qz-x-2026-01-30";

/** What each operation is asked for a good answer, and for problems of its own. */
const CALLS: Readonly<
	Record<
		string,
		{
			readonly good: readonly string[];
			readonly bad?: Readonly<Record<string, readonly string[]>>;
		}
	>
> = {
	getStatus: { good: ["/api/v1/status"] },
	listCountries: {
		good: [
			"/api/v1/countries",
			"/api/v1/countries?world=emulated",
			"/api/v1/countries?commercial=true",
		],
		bad: { "403": ["/api/v1/countries?world=emulated"] },
	},
	listNetworks: {
		good: [
			"/api/v1/networks?cc=PK",
			"/api/v1/networks?cc=PK&commercial=true",
			"/api/v1/networks?cc=FR",
		],
		bad: { "403": ["/api/v1/networks?cc=QZ"] },
	},
	listServices: { good: ["/api/v1/services"] },
	listIncidents: {
		good: [
			"/api/v1/incidents",
			"/api/v1/incidents?cc=QZ",
			"/api/v1/incidents?commercial=true&limit=1000",
			"/api/v1/incidents?status=ongoing&kind=service_block&service=x",
		],
		bad: { "403": ["/api/v1/incidents?cc=QZ"] },
	},
	getIncident: {
		good: [
			`/api/v1/incidents/${INCIDENT}`,
			"/api/v1/incidents/pk-x-2026-02-03",
		],
		bad: {
			"403": [`/api/v1/incidents/${EMULATED_INCIDENT}`],
			"404": ["/api/v1/incidents/none"],
		},
	},
	listRevisions: {
		good: [`/api/v1/incidents/${INCIDENT}/revisions`],
		bad: {
			"403": [`/api/v1/incidents/${EMULATED_INCIDENT}/revisions`],
			"404": ["/api/v1/incidents/none/revisions"],
		},
	},
	listDays: {
		good: [
			"/api/v1/days?cc=PK",
			"/api/v1/days?cc=QZ&service=x",
			"/api/v1/days?cc=PK&asn=64497&since=2026-02-20&until=2026-02-25",
			"/api/v1/days?cc=PK&commercial=true",
		],
		bad: { "403": ["/api/v1/days?cc=QZ"] },
	},
	listCells: {
		good: [
			"/api/v1/cells?cc=PK",
			"/api/v1/cells?cc=PK&layer=tls&target=x.com",
			"/api/v1/cells?cc=PK&commercial=true",
		],
		bad: { "403": ["/api/v1/cells?cc=QZ"] },
	},
	listMeasurements: {
		good: [
			"/api/v1/measurements",
			"/api/v1/measurements?cc=PK&state=likely_blocked&mechanism=tls&testName=web_connectivity",
			"/api/v1/measurements?cc=PK&commercial=true",
		],
		bad: { "403": ["/api/v1/measurements?cc=QZ"] },
	},
	explainMeasurement: {
		good: [`/api/v1/measurements/${UID}`],
		bad: {
			"403": [`/api/v1/measurements/${EMULATED_UID}`],
			"404": ["/api/v1/measurements/none"],
		},
	},
	getRawMeasurement: {
		good: [`/api/v1/measurements/${UID}/raw`],
		bad: {
			"403": [`/api/v1/measurements/${EMULATED_UID}/raw`],
			"404": ["/api/v1/measurements/none/raw"],
			"410": ["/api/v1/measurements/202620260301.1_PK_64499_xcom/raw"],
		},
	},
	listRestrictions: {
		good: [
			"/api/v1/restrictions?limit=1000",
			"/api/v1/restrictions?cc=PK&commercial=true",
		],
	},
	listEntries: {
		good: ["/api/v1/entries?limit=1000", "/api/v1/entries?cc=PK"],
	},
	listRejects: {
		good: ["/api/v1/rejects", "/api/v1/rejects?world=emulated"],
		bad: { "403": ["/api/v1/rejects?world=emulated"] },
	},
	listLicences: { good: ["/api/v1/licences"] },
	getProblem: {
		good: ["/api/v1/problems/not-found"],
		bad: { "404": ["/api/v1/problems/none"] },
	},
	askSql: {
		good: ["/api/v1/sql?query=SELECT+1"],
		bad: {
			"400": ["/api/v1/sql?query=refuse", "/api/v1/sql"],
			"403": ["/api/v1/sql?query=SELECT+1&world=emulated"],
			"422": ["/api/v1/sql?query=limit"],
			"429": ["/api/v1/sql?query=own"],
			"500": ["/api/v1/sql?query=fail"],
			"503": ["/api/v1/sql?query=busy"],
		},
	},
	listSqlTables: { good: ["/api/v1/sql/tables"] },
	ooniListMeasurements: {
		good: [
			"/ooni/api/v1/measurements?probe_cc=PK&limit=7",
			"/ooni/api/v1/measurements?probe_cc=PK,IR&probe_asn=AS64497,64498&test_name=web_connectivity&domain=x.com&since=2026-02-28&until=2026-03-02T10:00:00&order_by=probe_asn&order=asc&anomaly=true&confirmed=false&failure=false",
			"/ooni/api/v1/measurements?probe_cc=QZ",
			"/ooni/api/v1/measurements?software_version=3.0&test_version=1,2&engine_version=4",
		],
		bad: { "403": ["/ooni/api/v1/measurements?probe_cc=QZ"] },
	},
	ooniAggregation: {
		good: [
			"/ooni/api/v1/aggregation?probe_cc=PK&since=2026-02-20&until=2026-03-02&axis_x=measurement_start_day",
			"/ooni/api/v1/aggregation?probe_cc=PK&since=2026-02-28&until=2026-03-02&axis_x=measurement_start_day&axis_y=probe_asn&time_grain=hour",
			"/ooni/api/v1/aggregation?probe_cc=PK&axis_x=domain&axis_y=blocking_type",
			"/ooni/api/v1/aggregation?probe_cc=PK&axis_x=test_name&axis_y=input&time_grain=week",
			"/ooni/api/v1/aggregation?probe_cc=PK",
		],
		bad: {
			"403": ["/ooni/api/v1/aggregation?probe_cc=QZ"],
			"400": [
				"/ooni/api/v1/aggregation?time_grain=hour",
				"/ooni/api/v1/aggregation?axis_x=domain&axis_y=domain",
			],
		},
	},
	ooniRawMeasurement: {
		good: [`/ooni/api/v1/raw_measurement?measurement_uid=${UID}`],
		bad: {
			"400": ["/ooni/api/v1/raw_measurement"],
			"403": [`/ooni/api/v1/raw_measurement?measurement_uid=${EMULATED_UID}`],
			"404": ["/ooni/api/v1/raw_measurement?report_id=none"],
			"410": [
				"/ooni/api/v1/raw_measurement?measurement_uid=202620260301.1_PK_64499_xcom",
			],
		},
	},
};

const local = await openApi();
const remote = await openApi({ mount: { mayShowEmulated: () => false } });
const spent = await openApi({ changes: { pointsPerMinute: 0 } });
const failing = async () => {
	throw new Error("the disk is gone");
};
const broken = await openApi({
	changes: {
		reader: { query: failing, generation: failing, stamp: failing },
		record: failing,
		entries: failing,
		explain: failing,
		incidents: failing,
		followed: failing,
		services: {
			...local.deps.services,
			get services(): never {
				throw new Error("the disk is gone");
			},
		},
		console: undefined,
	},
});
const withoutConsole = await openApi({ changes: { console: undefined } });
test.after(() => {
	for (const api of [local, remote, spent, broken, withoutConsole]) api.close();
});

const document = (await local.json(
	"/api/v1/openapi.json",
)) as unknown as Document;
const operations = Object.entries(document.paths).map(([path, { get }]) => ({
	path,
	...get,
}));

test("the document passes Redocly's recommended rules", async () => {
	const problems = await lintFromString({
		source: JSON.stringify(document),
		absoluteRef: "openapi.json",
		config: await createConfig({ extends: ["recommended-strict"] }),
	});
	assert.deepEqual(
		problems.map(
			({ ruleId, message, location }) =>
				`${ruleId}: ${message} ${location[0]?.pointer}`,
		),
		[],
	);
});

test("every operation has a summary, a unique id, and a description for every parameter", () => {
	assert.equal(
		new Set(operations.map(({ operationId }) => operationId)).size,
		operations.length,
	);
	for (const { operationId, parameters } of operations)
		for (const parameter of parameters)
			assert.ok(parameter.description, `${operationId} ${parameter.name}`);
	assert.deepEqual(
		operations.map(({ operationId }) => operationId).sort(),
		Object.keys(CALLS).sort(),
		"every documented operation is called below",
	);
});

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: "document", components: document.components });

/** Holds an answer against the document. */
async function holds(
	operation: DocumentedOperation,
	path: string,
	answer: Response,
	status: number,
): Promise<Json> {
	const where = `${operation.operationId} ${path}`;
	const text = await answer.text();
	assert.equal(answer.status, status, `${where}: ${text.slice(0, 300)}`);
	const documented = operation.responses[status];
	assert.ok(documented, `${where}: ${status} is not documented`);
	const type = answer.headers.get("Content-Type")?.split(";")[0] ?? "";
	const content = documented.content[type];
	assert.ok(content, `${where}: ${type} is not documented`);
	for (const header of Object.keys(documented.headers ?? {}))
		if (header !== "Link")
			assert.ok(answer.headers.get(header), `${where}: no ${header}`);
	const value = JSON.parse(text) as Json;
	const validate = ajv.compile(
		JSON.parse(
			JSON.stringify(content.schema).replaceAll(
				'"#/components',
				'"document#/components',
			),
		),
	);
	assert.ok(
		validate(value),
		`${where}: ${ajv.errorsText(validate.errors?.slice(0, 5))}`,
	);
	return value;
}

for (const operation of operations) {
	const calls = CALLS[operation.operationId];
	if (calls === undefined) continue;
	const [first = ""] = calls.good;

	test(`${operation.operationId} answers what it documents`, async () => {
		for (const path of calls.good)
			await holds(operation, path, await local.get(path), 200);
	});

	test(`${operation.operationId} gives every problem that it declares`, async () => {
		const declared = Object.keys(operation.responses).filter(
			(status) => status !== "200",
		);
		const seen = new Set<string>();
		const gives = async (api: typeof local, path: string, status: string) => {
			const problem = await holds(
				operation,
				path,
				await api.get(path),
				Number(status),
			);
			assert.equal(problem["status"], Number(status));
			assert.equal(
				(await local.get(String(problem["type"]))).status,
				200,
				"the type explains itself",
			);
			seen.add(status);
		};
		await gives(
			local,
			`${first}${first.includes("?") ? "&" : "?"}no_such=1`,
			"400",
		);
		await gives(spent, first, "429");
		for (const [status, paths] of Object.entries(calls.bad ?? {}))
			for (const path of paths)
				await gives(status === "403" ? remote : local, path, status);
		if (declared.includes("404") && !seen.has("404"))
			await gives(withoutConsole, first, "404");
		// What rests on nothing that can break answers even then; it declares 500 all the same.
		if (!seen.has("500")) {
			const answer = await broken.get(first);
			if (answer.status === 500) await gives(broken, first, "500");
			else {
				assert.ok(
					["listLicences", "getProblem", "listSqlTables"].includes(
						operation.operationId,
					),
					operation.operationId,
				);
				seen.add("500");
			}
		}
		assert.deepEqual([...seen].sort(), declared.sort());
	});
}
