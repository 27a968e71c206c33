/** The heartbeat in every page's foot: whether the sources that are followed still deliver, and how far behind they are. */
import { countryName } from "../../../reference/index.ts";
import type { FollowStatus, SourceStatus } from "../../../store/index.ts";
import { groupBy } from "../findings.ts";
import { say } from "../language/speech.ts";
import { formatAgo } from "../times.ts";
import { countOf, formatCount, listOf } from "../words.ts";

/** Countries that are named; more are counted. */
const MOST_NAMED = 3;
/** A round that is so much overdue has not only been slow. */
const OVERDUE_MS = 10 * 60_000;

export function Followed(props: {
	readonly status: FollowStatus;
	readonly now: Date;
}) {
	const { status, now } = props;
	const isOverdue = now.getTime() - Date.parse(status.nextAt) > OVERDUE_MS;
	return (
		<p>
			{isOverdue
				? say("frame.not_followed", { ago: formatAgo(status.heartbeatAt, now) })
				: say("frame.followed", { ago: formatAgo(status.heartbeatAt, now) })}
			{[...groupBy(status.sources, ({ source }) => source)].map(
				([source, statuses]) => ` ${sourceSentence(source, statuses, now)}`,
			)}
		</p>
	);
}

/** `OONI, Pakistan: read 5 min ago, newest data 3 h old then.`, and what is wrong. */
export function sourceSentence(
	source: string,
	statuses: readonly SourceStatus[],
	now: Date,
): string {
	const place =
		statuses.length > MOST_NAMED
			? countOf(statuses.length, "country", "countries")
			: listOf(statuses.map(({ cc }) => countryName(cc)));
	const checked = statuses.map(({ checkedAt }) => checkedAt ?? "").sort()[0];
	const lags = statuses.flatMap(({ lagHours }) => lagHours ?? []);
	const lag =
		lags.length === 0
			? ""
			: `, ${lags.length > 1 ? "at most " : ""}${formatCount(Math.max(...lags))} h behind`;
	const read = checked
		? `read ${formatAgo(checked, now)}${lag}`
		: "not read yet";
	const problems = [
		...new Set(statuses.flatMap(({ problem }) => problem || [])),
	];
	return `${source}, ${place}: ${[read, ...problems].join(". ").replace(/\.?$/, ".")}`;
}
