/** The judged tables: days, cells and single measurements. */
import { z } from "zod";
import { stateOfWindow } from "../../../judge/verdicts/index.ts";
import { LAYERS, LOCI, STATES, type World } from "../../../model/index.ts";
import {
	CELL_KEY,
	type ListedOf,
	listCells,
	listedDays,
	listUnitDays,
	listVerdicts,
	type StateCounts,
	UNIT_DAY_KEY,
	VERDICT_KEY,
} from "../../../store/index.ts";
import { freeMeasurements, licencesOf } from "../../terms/index.ts";
import type { Asked } from "../api-deps.ts";
import {
	type Cursor,
	type Listing,
	listOperation,
	type Page,
	type Row,
} from "../operation.ts";
import * as param from "../parameters.ts";
import { keyOf, pageOverDays } from "../rows.ts";

const count = z.int().min(0);
const instant = z.iso.datetime();
const evidence = z.enum(["none", "masked", "scored"]);
const stateName = z.enum(STATES);

const stateCounts = {
	blockedCount: count,
	likelyBlockedCount: count,
	throttledCount: count,
	impairedCount: count,
	downCount: count,
	okCount: count,
	insufficientCount: count,
};

const dayRow = z
	.object({
		day: z.iso.date(),
		cc: z.string(),
		asn: count,
		service: z.string().describe("Empty: a target of no service."),
		function: z.string(),
		target: z.string().describe("Empty where there is a service."),
		state: stateName.describe(
			"By the evidence floor: `insufficient` below 3 sessions, whatever they say.",
		),
		...stateCounts,
		measurementCount: count,
		sessionCount: count.describe(
			"Sessions that said anything: the largest of the unit's targets.",
		),
		blockedSessionCount: count,
		okSessionCount: count,
		mechanism: z.string(),
		lastMeasuredAt: instant,
		witnessUid: z.string().describe("Uid of a measurement that shows it."),
	})
	.describe(
		"What one network says of a service, or of a target, on one UTC day.",
	);

const cellRow = z
	.object({
		hour: instant,
		cc: z.string(),
		asn: count,
		resolverAsn: count.describe("0 but for layer `dns`."),
		target: z.string(),
		service: z.string(),
		function: z.string(),
		layer: z.enum(["all", ...LAYERS]),
		...stateCounts,
		measurementCount: count,
		sessionCount: count,
		restrictedSessionCount: count,
		resolverCount: count,
		rules: z
			.record(z.string(), count)
			.describe("Deciding rule, and how many measurements it decided."),
	})
	.describe("A cell: target, network, layer and hour.");

const layerFields = Object.fromEntries(
	LAYERS.flatMap((layer) => [
		[`${layer}State`, stateName],
		[`${layer}Rule`, z.string()],
		[`${layer}Evidence`, evidence],
	]),
);

const measurementRow = z
	.object({
		uid: z.string(),
		measuredAt: instant,
		cc: z.string(),
		asn: count,
		networkName: z.string(),
		resolverAsn: count,
		reportId: z.string().describe("Equal for measurements of one session."),
		testName: z.string(),
		input: z.string(),
		target: z.string(),
		service: z.string(),
		function: z.string(),
		viaRedirect: z.boolean(),
		state: stateName,
		mechanism: z.string(),
		locus: z.enum(LOCI),
		...layerFields,
		fired: z.array(z.string()).describe("Every rule that fired."),
		control: z.enum(["helper", "networks", "both", "none"]),
		measurementState: stateName,
		measurementMechanism: z.string(),
		why: z.string(),
		ruleset: z.string(),
		reference: z.string(),
	})
	.describe("One measurement and one of its targets, as judged.");

/** A list over days of one of the tables, in either order of time. */
async function tableListing(
	asked: Asked,
	params: {
		readonly cc?: string | undefined;
		readonly asn?: number | undefined;
		readonly target?: string | undefined;
		readonly service?: string | undefined;
		readonly since?: string | undefined;
		readonly until?: string | undefined;
		readonly commercial: boolean;
	},
	table: {
		readonly key: readonly string[];
		readonly newestFirst: boolean;
		read(
			world: World,
			of: ListedOf,
			after: Cursor | undefined,
		): Promise<readonly Row[]>;
	},
): Promise<Listing> {
	const { deps } = asked;
	const world = param.worldAsked(asked, params.cc);
	const days = await param.daysAsked(asked, world, params);
	const { cc, asn, target, service } = params;
	const source = { world, cc, asn, days };
	const page = async (
		cursor: Cursor | undefined,
		limit: number,
	): Promise<Page> => {
		const all = await listedDays(
			deps.cached,
			{ world },
			{ days, cc, asn, target, service },
		);
		const only = params.commercial
			? await freeMeasurements(deps, source)
			: undefined;
		return pageOverDays(
			table.newestFirst ? all.toReversed() : all,
			cursor === undefined ? undefined : String(cursor[0]).slice(0, 10),
			limit,
			(some, most) =>
				table.read(
					world,
					{ days: spanOf(some), cc, asn, target, service, only, limit: most },
					cursor,
				),
			(row) => keyOf(row, table.key),
		);
	};
	return {
		world,
		licences: () => licencesOf(deps, source, params.commercial),
		page,
		stamp: async () => JSON.stringify([days, await deps.reader.generation()]),
	};
}

/** The range that holds some days. */
function spanOf(days: readonly string[]): param.Days {
	const sorted = [...days].sort();
	const { until } = param.oneDay(sorted.at(-1) ?? "");
	return { since: sorted[0] ?? "", until };
}

const tableParams = {
	...param.listParams.shape,
	asn: param.asn.optional(),
	target: param.target.optional(),
	service: param.service.optional(),
	since: param.since.optional(),
	until: param.until.optional(),
};

export const listDays = listOperation({
	id: "listDays",
	path: "/api/v1/days",
	tag: "Series",
	summary: "States and counts by day",
	description:
		"What each network of a country says of each service, and of each target that belongs to none, day by day, in order of time. Days without measurements have no row: nothing is known of them. The last 30 days that there are measurements of, where none are named.",
	params: z.object({ ...tableParams, cc: param.cc }),
	rowName: "Day",
	row: dayRow,
	problems: ["emulated-data"],
	points: 2,
	read: (asked, params) =>
		tableListing(asked, params, {
			key: UNIT_DAY_KEY,
			newestFirst: false,
			read: async (world, of, after) => {
				const rows = await listUnitDays(
					asked.deps.reader,
					{ world },
					of,
					after,
				);
				return rows.map((row) => ({ ...row, state: stateOf(row) }));
			},
		}),
});

function stateOf(row: Row) {
	const counts = row as unknown as StateCounts;
	return stateOfWindow({
		blocked: counts.blockedCount,
		likelyBlocked: counts.likelyBlockedCount,
		throttled: counts.throttledCount,
		impaired: counts.impairedCount,
		down: counts.downCount,
		ok: counts.okCount,
		sessions: counts.sessionCount,
		blockedSessions: counts.blockedSessionCount,
		okSessions: counts.okSessionCount,
	});
}

export const listCellsOperation = listOperation({
	id: "listCells",
	path: "/api/v1/cells",
	tag: "Series",
	summary: "Cells by hour and layer",
	description:
		"Target x network x layer x hour, with counts by state and the rules that decided, in order of time. Layer `all` is the target as a whole. Hours without measurements have no row. The last 30 days that there are measurements of, where none are named.",
	params: z.object({
		...tableParams,
		cc: param.cc,
		layer: z
			.enum(["all", ...LAYERS])
			.optional()
			.describe("One layer only."),
	}),
	rowName: "Cell",
	row: cellRow,
	problems: ["emulated-data"],
	points: 2,
	read: (asked, params) =>
		tableListing(asked, params, {
			key: CELL_KEY,
			newestFirst: false,
			read: (world, of, after) =>
				listCells(
					asked.deps.reader,
					{ world },
					{ ...of, layer: params.layer },
					after,
				),
		}),
});

export const listMeasurements = listOperation({
	id: "listMeasurements",
	path: "/api/v1/measurements",
	tag: "Measurements",
	summary: "Single measurements, as judged",
	description:
		"A row a measurement and target, newest first. The last 30 days that there are measurements of, where none are named.",
	params: z.object({
		...tableParams,
		cc: param.cc.optional(),
		testName: z
			.string()
			.regex(/^[a-z0-9_]{1,80}$/)
			.optional()
			.describe("OONI's name of the test, such as `web_connectivity`."),
		state: param.state.optional(),
		mechanism: z
			.string()
			.regex(/^[a-z0-9_.]{1,100}$/)
			.optional()
			.describe(
				"A mechanism, and all below it: `dns` gives `dns.injection.bogon` too.",
			),
	}),
	rowName: "Measurement",
	row: measurementRow,
	problems: ["emulated-data"],
	points: 2,
	read: (asked, params) =>
		tableListing(asked, params, {
			key: VERDICT_KEY,
			newestFirst: true,
			read: (world, of, after) =>
				listVerdicts(
					asked.deps.reader,
					{ world },
					{
						...of,
						testName: params.testName,
						state: params.state,
						mechanism: params.mechanism,
					},
					after,
				),
		}),
});
