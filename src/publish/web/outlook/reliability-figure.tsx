/** The reliability diagram of an outlook as a figure of its own, with its numbers as files. */
import { KIND_NAMES, type Outlook } from "../../../account/outlook/index.ts";
import { addDays } from "../../../base/index.ts";
import { countryName } from "../../../reference/index.ts";
import type { ShownFigure } from "../charts/shown-figure.ts";
import { outlookPath } from "../names.ts";
import { formatDay } from "../times.ts";
import { sentenceCase } from "../words.ts";
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
		title: `${sentenceCase(KIND_NAMES[kind])} in ${countryName(cc)}: forecasts and what came`,
		subtitle: `${first.score.dayCount} days from 2016 to ${until}, each forecast the day before.`,
		finding: `In ${right} of ${bins.length} classes of forecasts the share of days with an onset agrees with the forecast, within its 95% interval.`,
		source: `Source: the documented record, up to ${until}.`,
		siteName,
	};
}
