/** Now `/`: what is restricted now, a sentence each; then countries with data; then what is not enough to say. */
import { EMULATED_CC } from "../../../model/index.ts";
import type { ServiceRegistry } from "../../../reference/index.ts";
import type { CountrySummary } from "../../../store/index.ts";
import { WorldMap } from "../charts/world-map.tsx";
import { HEADLINE_SESSIONS, leadBy } from "../findings.ts";
import { importCommand } from "../first-steps.ts";
import { say, sayWith } from "../language/speech.ts";
import { countryPath, placeName, unitName } from "../names.ts";
import { formatAgo, formatDay, isStale } from "../times.ts";
import { countOf, formatCount, listOf } from "../words.ts";
import { FindingsList, PastList } from "./findings-list.tsx";
import { OngoingIncidents } from "./incidents.tsx";
import type { NowView, WorldNow } from "./now-view.ts";

/** Most sentences of one kind on the page; the rest are on the countries' pages. */
const MOST_FINDINGS = 40;

export function NowPage(props: {
	readonly view: NowView;
	readonly services: ServiceRegistry;
}) {
	const { view, services } = props;
	const { real, emulated, documented, now } = view;
	return (
		<>
			<h1>{nowHeadline(real)}</h1>
			<OngoingIncidents
				incidents={real.incidents}
				costs={real.costs}
				services={services}
				now={now}
				measuredAt={measuredIn(real)}
				cc={undefined}
				heading="h2"
			/>
			{isEmpty(real) ? (
				<FirstSteps now={now} />
			) : (
				<WorldSections
					world={real}
					services={services}
					now={now}
					nested={false}
					drawsMap={view.drawsMap}
					anchored={true}
				/>
			)}
			{emulated && !isEmpty(emulated) ? (
				<section aria-labelledby="emulated">
					<h2 id="emulated">{say("now.emulated")}</h2>
					<p>{say("now.emulated_text")}</p>
					<OngoingIncidents
						incidents={emulated.incidents}
						costs={emulated.costs}
						services={services}
						now={now}
						measuredAt={measuredIn(emulated)}
						cc={EMULATED_CC}
						heading="h3"
					/>
					<WorldSections
						world={emulated}
						services={services}
						now={now}
						nested={true}
						drawsMap={false}
						anchored={isEmpty(real)}
					/>
				</section>
			) : null}
			<section aria-labelledby="documented">
				<h2 id="documented">{say("head.documented")}</h2>
				<p>{say("now.documented")}</p>
				<ul class="columns">
					{documented.map(({ cc, entryCount }) => (
						<li>
							<a href={`${countryPath(cc)}#record`}>{placeName(cc)}</a>{" "}
							<span class="light">{countOf(entryCount, "entry")}</span>
						</li>
					))}
				</ul>
			</section>
		</>
	);
}

/** When each country was last measured. */
function measuredIn(world: WorldNow): ReadonlyMap<string, string> {
	return new Map(
		[...world.countries, ...world.thinCountries].map(
			({ cc, lastMeasuredAt }) => [cc, lastMeasuredAt],
		),
	);
}

function isEmpty({ countries, thinCountries }: WorldNow): boolean {
	return countries.length + thinCountries.length === 0;
}

/** The page's first words. */
export function nowHeadline(world: WorldNow): string {
	const { countries, restricted } = world;
	if (isEmpty(world)) return say("now.empty");
	if (restricted.length === 0)
		return say("now.ok", {
			countries: countOf(countries.length, "measured country"),
		});
	const ccs = new Set(restricted.map((finding) => finding.cc));
	const args = {
		units: countOf(leadBy(restricted).length, "service or site"),
		countries: listOf([...ccs].slice(0, 3).map(placeName)),
	};
	return ccs.size > 3
		? say("now.restricted_more", { ...args, count: ccs.size - 3 })
		: say("now.restricted", args);
}

function FirstSteps(props: { readonly now: Date }) {
	return (
		<section aria-labelledby="first">
			<p class="standfirst">{say("now.first")}</p>
			<h2 id="first">{say("now.next")}</h2>
			<p>{say("now.import_own")}</p>
			<pre>
				<code>rasai archive import FILE-OR-FOLDER</code>
			</pre>
			<p>{say("now.import_public")}</p>
			<pre>
				<code>{importCommand("PK", props.now)}</code>
			</pre>
		</section>
	);
}

function WorldSections(props: {
	readonly world: WorldNow;
	readonly services: ServiceRegistry;
	readonly now: Date;
	readonly nested: boolean;
	readonly drawsMap: boolean;
	/** Holds the address `/#countries`. */
	readonly anchored: boolean;
}) {
	const { world, services, now } = props;
	const Heading = props.nested ? "h3" : "h2";
	const newest = [...world.countries, ...world.thinCountries].reduce((a, b) =>
		b.lastMeasuredAt > a.lastMeasuredAt ? b : a,
	);
	return (
		<>
			{isStale(newest.lastMeasuredAt, now) ? (
				<p class="stale">
					{say("stale.newest", {
						day: formatDay(newest.lastMeasuredAt),
						ago: formatAgo(newest.lastMeasuredAt, now),
					})}
				</p>
			) : null}
			<Heading>{say("head.restricted_now")}</Heading>
			{world.restricted.length === 0 ? (
				<p>{say("now.none")}</p>
			) : (
				<FindingsList
					findings={world.restricted.slice(0, MOST_FINDINGS)}
					services={services}
					now={now}
					withCountry={true}
				/>
			)}
			{world.past.length > 0 ? (
				<>
					<Heading>{say("head.restricted_before")}</Heading>
					<PastList
						past={world.past.slice(0, MOST_FINDINGS)}
						services={services}
						now={now}
						withCountry={true}
					/>
				</>
			) : null}
			<Heading {...(props.anchored ? { id: "countries" } : {})}>
				{say("now.countries")}
			</Heading>
			<CountryTable countries={world.countries} now={now} />
			{props.drawsMap ? (
				<WorldMap
					restricted={new Set(world.restricted.map(({ cc }) => cc))}
					measured={new Set(world.countries.map(({ cc }) => cc))}
				/>
			) : null}
			{world.suspected.length + world.thinCountries.length > 0 ? (
				<>
					<Heading>{say("now.insufficient")}</Heading>
					<p>{say("now.insufficient_text", { count: HEADLINE_SESSIONS })}</p>
					<ul>
						{leadBy(world.suspected)
							.slice(0, MOST_FINDINGS)
							.map(({ lead }) => (
								<li>
									{sayWith(
										"now.suspected",
										{
											unit: (parts) => <bdi>{parts}</bdi>,
											place: placeLink(lead.cc),
										},
										{
											name: unitName(services, lead.unit),
											country: placeName(lead.cc),
											sessions: countOf(lead.sessionCount, "session"),
											networks: countOf(lead.networks.length, "network"),
										},
									)}
								</li>
							))}
						{world.thinCountries.map((country) => (
							<li>
								{sayWith(
									"now.thin",
									{ place: placeLink(country.cc) },
									{
										country: placeName(country.cc),
										networks: countOf(country.networkCount, "network"),
										ago: formatAgo(country.lastMeasuredAt, now),
									},
								)}
							</li>
						))}
					</ul>
				</>
			) : null}
		</>
	);
}

const placeLink = (cc: string) => (parts: readonly unknown[]) => (
	<a href={countryPath(cc)}>{parts}</a>
);

function CountryTable(props: {
	readonly countries: readonly CountrySummary[];
	readonly now: Date;
}) {
	return (
		<table>
			<thead>
				<tr>
					<th scope="col">{say("head.country")}</th>
					<th scope="col" class="number">
						{say("head.networks")}
					</th>
					<th scope="col" class="number">
						{say("head.services")}
					</th>
					<th scope="col" class="wide">
						{say("head.measured_since")}
					</th>
					<th scope="col">{say("head.last_measured")}</th>
				</tr>
			</thead>
			<tbody>
				{props.countries.map((country) => (
					<tr>
						<th scope="row">
							<a href={countryPath(country.cc)}>{placeName(country.cc)}</a>
						</th>
						<td class="number">{formatCount(country.networkCount)}</td>
						<td class="number">{formatCount(country.serviceCount)}</td>
						<td class="wide">{formatDay(country.firstOn)}</td>
						<td>{formatAgo(country.lastMeasuredAt, props.now)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
