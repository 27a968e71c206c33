/** What an incident cost, or costs so far, where it is told: its hours, its range, and the way to the methods. */
import type { CostEstimate } from "../../../account/costs/index.ts";
import { formatInstant } from "../../../base/index.ts";
import type { Incident } from "../../../model/index.ts";
import { costOfIncident } from "../../../pipeline/index.ts";
import { isRestriction } from "../incident-words.ts";
import { English } from "../language/english.tsx";
import { say } from "../language/speech.ts";
import type { PageDeps } from "../site-deps.ts";
import { formatMoment } from "../times.ts";
import { sentenceCase } from "../words.ts";
import { incidentCostPath } from "./cost-query.ts";
import { hoursWords, KIND_CHOICES } from "./cost-words.ts";
import { formatNumber, moneyRange } from "./money.ts";

/** Undefined where costs are not offered, or nothing says that it is a restriction whose hours can be counted (P7, P10). */
export function estimateIncident(
	{ costs, services, clock }: Pick<PageDeps, "costs" | "services" | "clock">,
	incident: Incident,
): CostEstimate | undefined {
	if (costs === undefined || !isRestriction(incident)) return undefined;
	const estimate = costOfIncident(incident, {
		...costs,
		services,
		assumptions: {},
		now: formatInstant(clock()),
		scope: undefined,
	});
	return estimate && estimate.event.segments.length > 0 ? estimate : undefined;
}

/** By id: what incidents that are told on a page cost so far. Those that are documented alone are told by their number. */
export const estimateIncidents = (
	deps: Pick<PageDeps, "costs" | "services" | "clock">,
	incidents: readonly Incident[],
): ReadonlyMap<string, CostEstimate> =>
	new Map(
		incidents.flatMap((one) => {
			const estimate =
				one.basis === "documented" ? undefined : estimateIncident(deps, one);
			return estimate ? [[one.id, estimate] as const] : [];
		}),
	);

/** `Running total up to 1 Mar 2026, 22:00 UTC: 736 hours, $1 million to $90 million so far, by method.` */
export function RunningTotal(props: {
	readonly incident: Incident;
	readonly estimate: CostEstimate;
}) {
	const { event, range, hoursByKind } = props.estimate;
	const isRunning = event.runningUntil !== undefined;
	const hours = hoursByKind
		.map(({ clockHours }) => hoursWords(clockHours))
		.join(", ");
	return (
		<>
			{range ? (
				say(isRunning ? "cost.total" : "cost.lasted", {
					moment: formatMoment(event.runningUntil ?? ""),
					hours,
					range: isRunning
						? say("money.so_far", { range: moneyRange(range, "USD") })
						: moneyRange(range, "USD"),
				})
			) : (
				<>
					{hours}. {say("cost.no_range")}:{" "}
					<English>{whyNone(props.estimate)}</English>.
				</>
			)}{" "}
			<a href={incidentCostPath(props.incident.id)}>
				{say("cost.every_method")}
			</a>
		</>
	);
}

/** The lack that most methods of the whole economy share. */
function whyNone({ methods }: CostEstimate): string {
	const counts = new Map<string, number>();
	for (const { counts: of, lacks } of methods)
		if (of === "economy" && lacks !== null)
			counts.set(lacks, (counts.get(lacks) ?? 0) + 1);
	const [most] = [...counts].sort((a, b) => b[1] - a[1]);
	return most?.[0] ?? "no method has its inputs";
}

/** The section of an incident's page. */
export function IncidentCost(props: {
	readonly incident: Incident;
	readonly estimate: CostEstimate;
}) {
	const { event, hoursByKind } = props.estimate;
	return (
		<section aria-labelledby="cost">
			<h2 id="cost">{say("cost.what")}</h2>
			<p>
				<RunningTotal {...props} />
			</p>
			{event.segments.length > 1 ? (
				<details>
					<summary>{say("cost.stretches")}</summary>
					<Stretches {...props} />
				</details>
			) : null}
			<p class="light">
				{hoursByKind
					.map(({ kind }) => sentenceCase(`${KIND_CHOICES[kind]}.`))
					.join(" ")}{" "}
				{say("cost.no_jobs")}
			</p>
		</section>
	);
}

function Stretches({ estimate }: { readonly estimate: CostEstimate }) {
	return (
		<table>
			<caption>{say("cost.stretches_caption")}</caption>
			<thead>
				<tr>
					<th scope="col">{say("cost.from")}</th>
					<th scope="col">{say("cost.to")}</th>
					<th scope="col" class="number">
						{say("cost.still_cut")}
					</th>
				</tr>
			</thead>
			<tbody>
				{estimate.event.segments.map(({ since, until, share }) => (
					<tr>
						<td>{formatMoment(since)}</td>
						<td>{formatMoment(until)}</td>
						<td class="number">{formatNumber(Math.round(share * 100), 3)}%</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
