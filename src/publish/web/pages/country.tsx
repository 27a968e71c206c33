/** Country `/pk`: a sentence with its denominator, a strip, services by state, networks, and the record apart from all of it. */
import type { CostEstimate } from "../../../account/costs/index.ts";
import type { ShownRecord } from "../../../account/record/index.ts";
import type { Incident } from "../../../model/index.ts";
import type { ShownSignals } from "../../../pipeline/index.ts";
import type { ServiceRegistry } from "../../../reference/index.ts";
import { type NetworkSummary, NOW_DAYS } from "../../../store/index.ts";
import { arrivalSentence } from "../arrival.ts";
import { type Finding, leadBy, restrictionPhrase } from "../findings.ts";
import { importCommand } from "../first-steps.ts";
import { say } from "../language/speech.ts";
import {
	asnName,
	countryPath,
	incidentsPath,
	networkPath,
	unitName,
} from "../names.ts";
import { SignalsSection } from "../signals/signals-section.tsx";
import {
	formatAgo,
	formatDay,
	formatDays,
	isStale,
	measuredSentence,
} from "../times.ts";
import { countOf, formatCount, isRestricted } from "../words.ts";
import type { CountryMeasured, CountryView } from "./country-view.ts";
import {
	FindingsList,
	findingTail,
	PastList,
	pastSentence,
	unitPath,
} from "./findings-list.tsx";
import { OngoingIncidents } from "./incidents.tsx";
import { RecordSection } from "./record.tsx";
import { StripFigure } from "./strip-figure.tsx";
import { UnitCells, UnitHeads } from "./unit-cells.tsx";

export function CountryPage(props: {
	readonly view: CountryView;
	readonly services: ServiceRegistry;
	/** Undefined where nothing is documented. */
	readonly record: ShownRecord | undefined;
	readonly incidents: readonly Incident[];
	/** What ongoing ones cost so far, by id. */
	readonly costs: ReadonlyMap<string, CostEstimate>;
	/** Undefined where none are offered. */
	readonly signals?: ShownSignals | undefined;
	readonly siteName: string;
	/** Where others reach the site. */
	readonly address: string | undefined;
}) {
	const { view, services, record } = props;
	const { measured } = view;
	return (
		<>
			<p class="kicker">{say("head.country")}</p>
			<h1>{view.name}</h1>
			<p class="standfirst">{countryHeadline(view, services)}</p>
			<OngoingIncidents
				incidents={props.incidents}
				services={services}
				now={view.now}
				measuredAt={
					new Map(measured ? [[view.cc, measured.lastMeasuredAt]] : [])
				}
				costs={props.costs}
				cc={view.cc}
				heading="h2"
			/>
			{measured === undefined ? (
				<>
					<p>{say("country.no_measurements")}</p>
					<pre>
						<code>
							{view.emulated ? "rasai up" : importCommand(view.cc, view.now)}
						</code>
					</pre>
				</>
			) : (
				<Measured view={view} measured={measured} services={services} />
			)}
			{props.signals ? (
				<SignalsSection
					shown={props.signals}
					window={measured?.window}
					place={{
						name: view.name,
						path: countryPath(view.cc),
						incidents: props.incidents,
						emulated: view.emulated,
						siteName: props.siteName,
					}}
					address={props.address}
				/>
			) : null}
			{record ? (
				<RecordSection
					record={record}
					cc={view.cc}
					extent={measured === undefined ? "long" : "short"}
				/>
			) : null}
		</>
	);
}

/** The sentence that the page leads with; it always carries its denominator or says that there is none. */
export function countryHeadline(
	view: CountryView,
	services: ServiceRegistry,
): string {
	const { measured, now } = view;
	if (measured === undefined)
		return say("country.unmeasured", { country: view.name });
	const [first, ...others] = leadBy(
		measured.findings.filter((f) => f.reach !== "none"),
	).map(({ lead }) => lead);
	if (first !== undefined) {
		const said = say("country.restricted", {
			unit: unitName(services, first.unit),
			restriction: restrictionPhrase(first),
			tail: findingTail(first, now),
		});
		return others.length === 0
			? said
			: `${said} ${say("country.more", { count: others.length })}`;
	}
	const telling = measured.findings.filter((f) => f.measuredCount > 0);
	if (telling.length === 0)
		return say("country.insufficient", { country: view.name });
	const networks = new Set(
		telling.flatMap((f) => f.networks.map((network) => network.asn)),
	);
	const [past] = measured.past;
	const said = `${say("country.ok", {
		units: countOf(leadBy(telling).length, "service or site"),
		networks: countOf(networks.size, "network"),
	})} ${measuredSentence(measured.lastMeasuredAt)}`;
	return past === undefined
		? said
		: `${said} ${say("country.before", {
				unit: unitName(services, past.unit),
				past: pastSentence(past, now),
			})}`;
}

function Measured(props: {
	readonly view: CountryView;
	readonly measured: CountryMeasured;
	readonly services: ServiceRegistry;
}) {
	const { view, measured, services } = props;
	const { cc, now } = view;
	const restricted = measured.findings.filter((f) => f.reach !== "none");
	const ofService = measured.findings.filter((f) => f.unit.service !== "");
	const others = measured.findings.filter(
		(f) => f.unit.service === "" && f.restrictedCount > 0,
	);
	return (
		<>
			{isStale(measured.lastMeasuredAt, now) ? (
				<p class="stale">
					{say("stale.newest", {
						day: formatDay(measured.lastMeasuredAt),
						ago: formatAgo(measured.lastMeasuredAt, now),
					})}
				</p>
			) : null}
			{measured.strip ? (
				<section aria-labelledby="strip">
					<h2 id="strip">
						{say("country.by_network", {
							unit: unitName(services, measured.strip.unit),
						})}
					</h2>
					<StripFigure
						data={measured.strip.data}
						frame={measured.strip.frame}
					/>
				</section>
			) : null}
			{restricted.length > 0 ? (
				<section aria-labelledby="restricted">
					<h2 id="restricted">{say("head.restricted_now")}</h2>
					<FindingsList
						findings={restricted}
						services={services}
						now={now}
						withCountry={false}
					/>
				</section>
			) : null}
			{measured.past.length > 0 ? (
				<section aria-labelledby="past">
					<h2 id="past">{say("head.restricted_before")}</h2>
					<PastList
						past={measured.past}
						services={services}
						now={now}
						withCountry={false}
					/>
					<p>
						<a href={incidentsPath(cc)}>{say("country.when")}</a>
					</p>
				</section>
			) : null}
			<section aria-labelledby="services">
				<h2 id="services">{say("country.services")}</h2>
				<UnitTable
					findings={ofService}
					subject={say("head.service")}
					caption={say("country.services_caption", {
						days: NOW_DAYS,
						day: formatDay(measured.lastMeasuredAt),
					})}
					view={view}
					services={services}
				/>
			</section>
			{others.length > 0 ? (
				<section aria-labelledby="sites">
					<h2 id="sites">{say("country.sites")}</h2>
					<UnitTable
						findings={others}
						subject={say("head.site")}
						caption={say("country.sites_caption")}
						view={view}
						services={services}
					/>
				</section>
			) : null}
			<section aria-labelledby="networks">
				<h2 id="networks">{say("head.networks")}</h2>
				<p>{arrivalSentence(measured.arrival)}</p>
				<NetworkTable
					cc={cc}
					networks={measured.networks}
					findings={measured.findings}
					window={measured.window}
					now={now}
				/>
			</section>
		</>
	);
}

function UnitTable(props: {
	readonly findings: readonly Finding[];
	readonly subject: string;
	readonly caption: string;
	readonly view: CountryView;
	readonly services: ServiceRegistry;
}) {
	const { findings, view, services } = props;
	if (findings.length === 0) return <p>{say("country.no_service")}</p>;
	return (
		<table>
			<caption>{props.caption}</caption>
			<thead>
				<UnitHeads subject={props.subject} />
			</thead>
			<tbody>
				{findings.map((finding) => (
					<tr>
						<th scope="row">
							<a href={unitPath(finding.unit, view.cc)}>
								<bdi>{unitName(services, finding.unit)}</bdi>
							</a>
						</th>
						<UnitCells finding={finding} now={view.now} />
					</tr>
				))}
			</tbody>
		</table>
	);
}

function NetworkTable(props: {
	readonly cc: string;
	readonly networks: readonly NetworkSummary[];
	readonly findings: readonly Finding[];
	readonly window: { readonly firstOn: string; readonly lastOn: string };
	readonly now: Date;
}) {
	const { cc, networks, findings, window, now } = props;
	return (
		<table>
			<caption>
				{say("country.networks_caption", {
					networks: countOf(networks.length, "network"),
					days: formatDays(window.firstOn, window.lastOn),
				})}
			</caption>
			<thead>
				<tr>
					<th scope="col">{say("head.network")}</th>
					<th scope="col">{say("head.restricted_services")}</th>
					<th scope="col" class="number wide">
						{say("head.sessions")}
					</th>
					<th scope="col" class="number wide">
						{say("head.measurements")}
					</th>
					<th scope="col">{say("head.last_measured")}</th>
				</tr>
			</thead>
			<tbody>
				{networks.map((network) => (
					<tr>
						<th scope="row">
							<a href={networkPath(cc, network.asn)}>{asnName(network.asn)}</a>
							{network.networkName === "" ? null : (
								<>
									{" "}
									<bdi class="light">{network.networkName}</bdi>
								</>
							)}
						</th>
						<td>{restrictedShare(network.asn, findings)}</td>
						<td class="number wide">{formatCount(network.sessionCount)}</td>
						<td class="number wide">{formatCount(network.measurementCount)}</td>
						<td>{formatAgo(network.lastMeasuredAt, now)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** `3 of 14`: of the services with enough sessions on this network. */
function restrictedShare(asn: number, findings: readonly Finding[]): string {
	const here = findings
		.filter((finding) => finding.unit.service !== "")
		.flatMap((finding) => finding.networks.filter((n) => n.asn === asn))
		.filter((network) => network.state !== "insufficient");
	if (here.length === 0) return say("state.insufficient");
	const restricted = here.filter((network) => isRestricted(network.state));
	return say("country.share", {
		count: restricted.length,
		total: here.length,
	});
}
