import { worldOf } from "../../../model/index.ts";
import type { CellKey, MeasurementListItem } from "../../../store/index.ts";
import { jsonFile, recordsCsv } from "../data-files.ts";
import { asnName, networkPath, unitQuery } from "../names.ts";
import { CellPage, loadCell } from "../pages/cell.tsx";
import { readAsn, readCc, readDay, readTarget } from "../params.ts";
import { measuredTerms } from "../terms.ts";
import { formatDay } from "../times.ts";
import {
	type Answer,
	emulatedRefused,
	notFound,
	type PageRequest,
	type Route,
	splitEnding,
	unreadable,
} from "./answer.ts";
import { readUnit } from "./country.tsx";

const COLUMNS = [
	"uid",
	"measured_at",
	"test_name",
	"input",
	"target",
	"state",
	"mechanism",
	"why",
	"report_id",
] as const;

/** `/qz/as64496/2026-01-02/x.com`: the measurements of a target. */
export const answerTargetCell: Route = async (deps, request) => {
	const target = readTarget(request.param("target"));
	return target === undefined
		? notFound
		: answerCell(deps, request, request.param("day"), { target });
};

/** `/qz/as64496/2026-01-02?service=x`: the measurements of a unit. */
export const answerUnitCell: Route = async (deps, request) => {
	const unit = readUnit(request);
	return unit === undefined || unit === "unreadable"
		? unreadable("It does not say of which service or target.")
		: answerCell(deps, request, request.param("day"), { unit });
};

async function answerCell(
	deps: Parameters<Route>[0],
	request: PageRequest,
	dayPart: string,
	of: CellKey["of"],
): Promise<Answer> {
	const { name, ending } = splitEnding(dayPart);
	const cc = readCc(request.param("cc"));
	const asn = readAsn(request.param("asn"));
	const day = readDay(name);
	if (cc === undefined || asn === undefined || day === undefined)
		return notFound;
	if (worldOf(cc) === "emulated" && !request.mayShowEmulated)
		return emulatedRefused;
	const view = await loadCell(deps, { cc, asn, day, of });
	if (view.items.length === 0) return notFound;
	const { emulated } = view;
	const frame = async () => ({
		emulated,
		terms: await measuredTerms(deps, {
			emulated,
			cc,
			asn,
			window: { firstOn: day, lastOn: day },
		}),
	});
	if (ending === "csv")
		return {
			kind: "csv",
			text: recordsCsv(COLUMNS, view.items.map(csvRecord), await frame()),
		};
	if (ending === "json")
		return {
			kind: "json",
			value: jsonFile(deps.clock(), await frame(), {
				...view.key,
				measurementCount: view.measurementCount,
				sessionCount: view.sessionCount,
				measurements: view.items,
			}),
		};
	const { of: what } = view.key;
	return {
		kind: "page",
		page: {
			title: `${view.name} on ${asnName(asn)}, ${formatDay(day)}`,
			description: `${view.measurementCount} measurements in ${view.sessionCount} sessions.`,
			emulated,
			formats:
				"unit" in what
					? {
							path: `${networkPath(cc, asn)}/${day}`,
							query: unitQuery(what.unit),
							endings: ["csv", "json"],
						}
					: undefined,
			children: <CellPage view={view} />,
		},
	};
}

function csvRecord(item: MeasurementListItem) {
	return {
		uid: item.uid,
		measured_at: item.measuredAt,
		test_name: item.testName,
		input: item.input,
		target: item.target,
		state: item.state,
		mechanism: item.mechanism,
		why: item.why,
		report_id: item.reportId,
	};
}
