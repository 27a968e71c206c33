/** Incidents `/incidents`: all of them, or one country's, ongoing ones first; and the few sentences that other pages lead with. */
import type { CostEstimate } from "../../../account/costs/index.ts";
import type { Incident } from "../../../model/index.ts";
import type { ServiceRegistry } from "../../../reference/index.ts";
import { RunningTotal } from "../cost/running-total.tsx";
import {
	bracketDay,
	evidencePhrase,
	incidentTitle,
	isPublishedOutage,
	isRestriction,
	statusSentence,
	statusWord,
} from "../incident-words.ts";
import { say } from "../language/speech.ts";
import {
	countryPath,
	incidentPath,
	incidentsPath,
	placeName,
} from "../names.ts";
import { formatAgo } from "../times.ts";

/** Rows of one page of the list. */
export const INCIDENTS_A_PAGE = 60;
/** Most sentences on another page. */
const MOST_LINES = 12;

/** Restrictions and outages that go on, as the data tell; documented ones are told apart. */
export function ongoingOf(incidents: readonly Incident[]): readonly Incident[] {
	return incidents.filter(
		(one) =>
			one.status === "ongoing" &&
			(isRestriction(one) || isPublishedOutage(one)),
	);
}

/** Ongoing incidents, a sentence each: first what was measured, then, apart, how many are documented alone. Nothing where there are none. */
export function OngoingIncidents(props: {
	readonly incidents: readonly Incident[];
	readonly services: ServiceRegistry;
	/** Undefined: of every country. */
	readonly cc: string | undefined;
	readonly heading: "h2" | "h3";
	readonly now: Date;
	/** When each country was last measured. */
	readonly measuredAt: ReadonlyMap<string, string>;
	/** What they cost so far, by id, where the page tells it. */
	readonly costs?: ReadonlyMap<string, CostEstimate>;
}) {
	const { services, cc, costs, heading: Heading } = props;
	const ongoing = ongoingOf(props.incidents);
	const measured = ongoing.filter(({ basis }) => basis !== "documented");
	const documentedCount = ongoing.length - measured.length;
	if (ongoing.length === 0) return null;
	return (
		<>
			<Heading>{say("incidents.ongoing")}</Heading>
			<IncidentLines
				incidents={measured.slice(0, MOST_LINES)}
				services={services}
				costs={costs ?? new Map()}
				now={props.now}
				measuredAt={props.measuredAt}
			/>
			<p>
				{documentedCount === 0 ? null : (
					<>{say("incidents.documented", { count: documentedCount })} </>
				)}
				<a href={incidentsPath(cc)}>{say("incidents.all")}</a>
			</p>
		</>
	);
}

function IncidentLines(props: {
	readonly incidents: readonly Incident[];
	readonly services: ServiceRegistry;
	readonly costs: ReadonlyMap<string, CostEstimate>;
	readonly now: Date;
	readonly measuredAt: ReadonlyMap<string, string>;
}) {
	if (props.incidents.length === 0) return null;
	return (
		<ul class="record">
			{props.incidents.map((incident) => {
				const estimate = props.costs.get(incident.id);
				const measuredAt = props.measuredAt.get(incident.cc);
				return (
					<li>
						<p class="said">
							<a class="subject" href={incidentPath(incident.id)}>
								<bdi>{incidentTitle(incident, props.services)}</bdi>
							</a>
							. {statusSentence(incident)}
							{measuredAt === undefined
								? null
								: ` ${say("incidents.measured", {
										country: placeName(incident.cc),
										ago: formatAgo(measuredAt, props.now),
									})}`}
						</p>
						{estimate ? (
							<p class="said light">
								<RunningTotal incident={incident} estimate={estimate} />
							</p>
						) : null}
					</li>
				);
			})}
		</ul>
	);
}

export interface IncidentsView {
	/** Undefined: every country of the real world. */
	readonly cc: string | undefined;
	readonly incidents: readonly Incident[];
	readonly page: number;
}

export function incidentsTitle(cc: string | undefined): string {
	return cc === undefined
		? say("frame.incidents")
		: say("incidents.title_in", { country: placeName(cc) });
}

/** The sentence that the list leads with. */
export function incidentsHeadline({
	incidents,
}: Pick<IncidentsView, "incidents">): string {
	const told = incidents.filter(isRestriction);
	const measured = told.filter(({ basis }) => basis !== "documented");
	const ongoing = ongoingOf(measured);
	const outages = incidents.filter(isPublishedOutage).length;
	const headline = say("incidents.headline", {
		measured: measured.length,
		ongoing: ongoing.length,
		documented: told.length - measured.length,
	});
	return outages > 0
		? `${headline} ${say("incidents.outages", { count: outages })}`
		: headline;
}

export function IncidentsPage(props: {
	readonly view: IncidentsView;
	readonly services: ServiceRegistry;
}) {
	const { view, services } = props;
	const { cc, incidents, page } = view;
	const from = (page - 1) * INCIDENTS_A_PAGE;
	const shown = incidents.slice(from, from + INCIDENTS_A_PAGE);
	return (
		<>
			{cc === undefined ? null : (
				<p class="kicker">
					<a href={countryPath(cc)}>{placeName(cc)}</a>
				</p>
			)}
			<h1>{incidentsTitle(cc)}</h1>
			<p class="standfirst">{incidentsHeadline(view)}</p>
			{shown.length === 0 ? (
				<p>{say("incident.none")}</p>
			) : (
				<IncidentsTable incidents={shown} services={services} />
			)}
			<Pages view={view} />
			{cc === undefined ? null : (
				<p>
					<a href={incidentsPath()}>{say("incidents.all_countries")}</a>
				</p>
			)}
		</>
	);
}

function IncidentsTable(props: {
	readonly incidents: readonly Incident[];
	readonly services: ServiceRegistry;
}) {
	return (
		<table>
			<caption>{say("incidents.caption")}</caption>
			<thead>
				<tr>
					<th scope="col">{say("incident.head")}</th>
					<th scope="col" class="wide">
						{say("incident.status")}
					</th>
					<th scope="col">{say("incident.head_began")}</th>
					<th scope="col" class="wide">
						{say("incident.head_ended")}
					</th>
					<th scope="col" class="wide">
						{say("head.evidence")}
					</th>
				</tr>
			</thead>
			<tbody>
				{props.incidents.map((incident) => {
					const { id, cc, onset, ending } = incident;
					return (
						<tr>
							<th scope="row">
								<a href={incidentPath(id)}>
									<bdi>{incidentTitle(incident, props.services)}</bdi>
								</a>
								<span class="narrow light">
									{statusWord(incident)}, {evidencePhrase(incident)}
								</span>
							</th>
							<td class="wide">{statusWord(incident)}</td>
							<td class="day">{bracketDay(onset, cc)}</td>
							<td class="wide day">
								{ending === null ? "–" : bracketDay(ending, cc)}
							</td>
							<td class="wide">{evidencePhrase(incident)}</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}

function Pages({ view }: { readonly view: IncidentsView }) {
	const { cc, incidents, page } = view;
	const last = Math.max(1, Math.ceil(incidents.length / INCIDENTS_A_PAGE));
	if (last === 1) return null;
	const address = (number: number) => {
		const query = new URLSearchParams();
		if (cc !== undefined) query.set("cc", cc.toLowerCase());
		query.set("page", String(number));
		return `/incidents?${query}`;
	};
	return (
		<p class="weeks">
			{page > 1 ? (
				<a rel="prev" href={address(page - 1)}>
					{say("page.newer")}
				</a>
			) : null}
			{page < last ? (
				<a rel="next" href={address(page + 1)}>
					{say("page.older")}
				</a>
			) : null}
			<span class="light">{say("page.of", { page, last })}</span>
		</p>
	);
}
