/** The reliability diagram of an outlook as a figure of its own, with its numbers as files. */
import type { Outlook } from "../../../account/outlook/index.ts";
import { addDays } from "../../../base/index.ts";
import type { ShownFigure } from "../charts/shown-figure.ts";
import { say } from "../language/speech.ts";
import { outlookPath, placeName } from "../names.ts";
import { formatDay } from "../times.ts";
import { sentenceCase } from "../words.ts";
import { KIND_WORDS } from "./outlook-words.ts";
import { Reliability, type ReliabilityProps } from "./reliability.tsx";

/** `query`: of the outlook's page. Undefined where nothing was scored. */
export function reliabilityFigure(
	outlook: Outlook,
	query: string,
	siteName: string,
): ShownFigure | undefined {
	const props = reliabilityProps(outlook, siteName);
	if (props === undefined) return undefined;
	const page = outlookPath(outlook.cc);
	return {
		title: props.title,
		finding: `${props.finding} ${props.subtitle}`,
		emulated: false,
		path: `${page}/reliability`,
		query,
		page: `${page}?${query}#scores`,
		svg: () => String(<Reliability {...props} />),
	};
}

/** Classes of forecasts as they are drawn. */
export function reliabilityBins({ scores }: Outlook) {
	return scores[0]?.score.reliability ?? [];
}

function reliabilityProps(
	outlook: Outlook,
	siteName: string,
): ReliabilityProps | undefined {
	const { cc, kind, covered, scores } = outlook;
	const [first] = scores;
	if (!first || !covered) return undefined;
	const bins = reliabilityBins(outlook);
	const right = bins.filter(
		({ low, high, meanForecast }) =>
			low <= meanForecast && meanForecast <= high,
	).length;
	const until = formatDay(addDays(covered.until, -1));
	return {
		bins,
		title: sentenceCase(
			say("outlook.figure", {
				kind: KIND_WORDS[kind],
				country: placeName(cc),
			}),
		),
		subtitle: say("outlook.figure_days", { days: first.score.dayCount, until }),
		finding: say("outlook.figure_finding", {
			right,
			count: bins.length,
		}),
		source: say("outlook.figure_source", { until }),
		siteName,
	};
}
