/** The pages that need no choice: Now, About, what could not be read. */

import { joinTerms, OUR_TERMS } from "../../terms/index.ts";
import {
	findingRecord,
	jsonFile,
	pastRecord,
	recordsCsv,
} from "../data-files.ts";
import { say } from "../language/speech.ts";
import { AboutPage } from "../pages/about.tsx";
import { ongoingOf } from "../pages/incidents.tsx";
import { NowPage, nowHeadline } from "../pages/now.tsx";
import { loadNow, type WorldNow } from "../pages/now-view.ts";
import { loadRejects, RejectsPage } from "../pages/rejects.tsx";
import { readPage } from "../params.ts";
import { incidentTerms, measuredTerms } from "../terms.ts";
import { type Route, splitEnding, unreadable } from "./answer.ts";

/** `/`. */
export const answerNow: Route = async (deps, { mayShowEmulated }) => {
	const view = await loadNow(deps, mayShowEmulated);
	return {
		kind: "page",
		page: {
			title: say("now.title"),
			description: nowHeadline(view.real),
			emulated: false,
			formats: { path: "/now", query: "", endings: ["csv", "json"] },
			watch: { feed: "/now.atom", query: "" },
			children: <NowPage view={view} services={deps.services} />,
		},
	};
};

/** `/now.csv` and `/now.json`: real data alone. */
export const answerNowFile: Route = async (deps, request) => {
	const { ending } = splitEnding(request.param("file"));
	const { now, real } = await loadNow(deps, false);
	const measured = await measuredTerms(deps, { emulated: false });
	if (ending === "csv")
		return {
			kind: "csv",
			text: recordsCsv(NOW_COLUMNS, nowRecords(real), {
				emulated: false,
				terms: measured,
			}),
		};
	const ongoing = ongoingOf(real.incidents);
	const terms = joinTerms([measured, ...(await incidentTerms(deps, ongoing))]);
	return {
		kind: "json",
		value: jsonFile(
			now,
			{ emulated: false, terms },
			{
				ongoing,
				restricted: real.restricted.map(findingRecord),
				past: real.past.map(pastRecord),
				notEnoughData: real.suspected.map(findingRecord),
				countries: [...real.countries, ...real.thinCountries],
			},
		),
	};
};

/** What could not be read is told in our words. */
const OURS = { emulated: false, terms: OUR_TERMS } as const;

const NOW_COLUMNS = [
	"cc",
	"service",
	"function",
	"target",
	"restricted_network_count",
	"measured_network_count",
	"session_count",
	"evidence_for",
	"last_measured_at",
] as const;

function nowRecords(world: WorldNow) {
	return [...world.restricted, ...world.suspected].map((finding) => ({
		cc: finding.cc,
		service: finding.unit.service,
		function: finding.unit.function,
		target: finding.unit.target,
		restricted_network_count: finding.restrictedCount,
		measured_network_count: finding.measuredCount,
		session_count: finding.sessionCount,
		evidence_for: finding.reach,
		last_measured_at: finding.lastMeasuredAt,
	}));
}

/** `/rejects`, and the same as `.csv` and `.json`. */
export const answerRejects: Route = async (deps, request) => {
	const { ending } = splitEnding(request.param("file"));
	const page = readPage(request.query("page"));
	if (page === undefined)
		return unreadable("It asks for a page that cannot be one.");
	const view = await loadRejects(deps, page);
	if (ending === "csv")
		return {
			kind: "csv",
			text: recordsCsv(
				["file", "member", "line", "reason", "message"],
				view.rejects,
				OURS,
			),
		};
	if (ending === "json")
		return { kind: "json", value: jsonFile(deps.clock(), OURS, { ...view }) };
	return {
		kind: "page",
		page: {
			title: say("frame.rejects"),
			description: "Records and files that could not be used, with the reason.",
			emulated: false,
			formats: {
				path: "/rejects",
				query: page === 1 ? "" : `page=${page}`,
				endings: ["csv", "json"],
			},
			children: <RejectsPage view={view} />,
		},
	};
};

/** `/about`. */
export const answerAbout: Route = async (deps) => ({
	kind: "page",
	page: {
		title: say("about.title"),
		description:
			"What the states mean, what this site cannot tell, whose data they are.",
		emulated: false,
		children: <AboutPage siteName={deps.siteName} />,
	},
});
