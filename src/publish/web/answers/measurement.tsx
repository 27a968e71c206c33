import { dayOf } from "../../../base/index.ts";
import { worldOf } from "../../../model/index.ts";
import { jsonFile } from "../data-files.ts";
import { measurementPath } from "../names.ts";
import { MeasurementPage } from "../pages/measurement.tsx";
import { readUid } from "../params.ts";
import { measuredTerms } from "../terms.ts";
import { STATE_WORDS } from "../words.ts";
import {
	emulatedRefused,
	notFound,
	type Route,
	splitEnding,
} from "./answer.ts";

/** `/measurement/UID`, and the same as `.json`. */
export const answerMeasurement: Route = async (deps, request) => {
	const { name, ending } = splitEnding(request.param("uid"));
	const uid = readUid(name);
	if (uid === undefined || (ending !== "html" && ending !== "json"))
		return notFound;
	const found = await deps.explain(uid);
	const [explained, ...others] = found;
	if (explained === undefined) return notFound;
	const { header, verdict } = explained;
	const emulated = worldOf(header.probeCc) === "emulated";
	if (emulated && !request.mayShowEmulated) return emulatedRefused;
	const day = dayOf(header.measuredAt);
	if (ending === "json")
		return {
			kind: "json",
			value: jsonFile(
				deps.clock(),
				{
					emulated,
					terms: await measuredTerms(deps, {
						emulated,
						cc: header.probeCc,
						asn: header.probeAsn,
						window: { firstOn: day, lastOn: day },
					}),
				},
				{ measurements: found },
			),
		};
	const [target] = verdict.targets;
	return {
		kind: "page",
		page: {
			title: `${target?.target ?? header.testName}: ${STATE_WORDS[verdict.state]}`,
			description: verdict.why,
			emulated,
			formats: { path: measurementPath(uid), query: "", endings: ["json"] },
			children: (
				<MeasurementPage explained={explained} otherCount={others.length} />
			),
		},
	};
};
