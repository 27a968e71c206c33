/** Now `/`: what is restricted now, a sentence each; then countries with data; then what is not enough to say. */
import { EMULATED_CC } from "../../../model/index.ts";
import { countryName, type ServiceRegistry } from "../../../reference/index.ts";
import type { CountrySummary } from "../../../store/index.ts";
import { HEADLINE_SESSIONS, leadBy } from "../findings.ts";
import { importCommand } from "../first-steps.ts";
import { countryPath, unitName } from "../names.ts";
import { formatAgo, formatDay, isStale } from "../times.ts";
import { countOf, listOf } from "../words.ts";
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
					anchored={true}
				/>
			)}
			{emulated && !isEmpty(emulated) ? (
				<section aria-labelledby="emulated">
					<h2 id="emulated">Emulated: a story to look around in</h2>
					<p>
						The emulated country does not exist. Its emulated measurements went
						through the same judging as real ones.
					</p>
					<OngoingIncidents
						incidents={emulated.incidents}
						costs={emulated.costs}
						services={services}
						cc={EMULATED_CC}
						heading="h3"
					/>
					<WorldSections
						world={emulated}
						services={services}
						now={now}
						nested={true}
						anchored={isEmpty(real)}
					/>
				</section>
			) : null}
			<section aria-labelledby="documented">
				<h2 id="documented">Documented, not measured</h2>
				<p>
					What press, courts and officials said and reported is listed on each
					country's page, apart from what was measured.
				</p>
				<ul class="columns">
					{documented.map(({ cc, entryCount }) => (
						<li>
							<a href={`${countryPath(cc)}#record`}>{countryName(cc)}</a>{" "}
							<span class="light">
								{countOf(entryCount, "entry", "entries")}
							</span>
						</li>
					))}
				</ul>
			</section>
		</>
	);
}

function isEmpty({ countries, thinCountries }: WorldNow): boolean {
	return countries.length + thinCountries.length === 0;
}

/** The page's first words. */
export function nowHeadline(world: WorldNow): string {
	const { countries, restricted } = world;
	if (isEmpty(world)) return "Nothing has been measured here yet";
	if (restricted.length === 0)
		return `Nothing was found restricted in ${countOf(countries.length, "measured country", "measured countries")}`;
	const ccs = new Set(restricted.map((finding) => finding.cc));
	return `${countOf(leadBy(restricted).length, "service or site", "services and sites")} restricted in ${listOf([...ccs].slice(0, 3).map((cc) => countryName(cc)))}${ccs.size > 3 ? ` and ${ccs.size - 3} more` : ""}`;
}

function FirstSteps(props: { readonly now: Date }) {
	return (
		<section aria-labelledby="first">
			<p class="standfirst">
				This workspace holds no real measurements. Import an archive and this
				page will say what is restricted, where, and on how many networks.
			</p>
			<h2 id="first">What to do next</h2>
			<p>A file or folder of OONI measurements that you have:</p>
			<pre>
				<code>rasai archive import FILE-OR-FOLDER</code>
			</pre>
			<p>Three days of one country from OONI's public archive:</p>
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
					The newest measurements are of {formatDay(newest.lastMeasuredAt)},{" "}
					{formatAgo(newest.lastMeasuredAt, now)}. “Now” means then.
				</p>
			) : null}
			<Heading>Restricted now</Heading>
			{world.restricted.length === 0 ? (
				<p>
					No restriction was found with enough evidence to say so. That is not
					the same as “not restricted”: see how much was measured below.
				</p>
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
					<Heading>
						Restricted in the last eight weeks, not found so now
					</Heading>
					<PastList
						past={world.past.slice(0, MOST_FINDINGS)}
						services={services}
						withCountry={true}
					/>
				</>
			) : null}
			<Heading {...(props.anchored ? { id: "countries" } : {})}>
				Countries with measurements
			</Heading>
			<CountryTable countries={world.countries} now={now} />
			{world.suspected.length + world.thinCountries.length > 0 ? (
				<>
					<Heading>Not enough data</Heading>
					<p>
						Too few sessions to say anything of a country, or signs that do not
						carry a headline, which needs {HEADLINE_SESSIONS} sessions.
					</p>
					<ul>
						{leadBy(world.suspected)
							.slice(0, MOST_FINDINGS)
							.map(({ lead }) => (
								<li>
									<bdi>{unitName(services, lead.unit)}</bdi>
									{" in "}
									<a href={countryPath(lead.cc)}>{countryName(lead.cc)}</a>:{" "}
									{countOf(lead.sessionCount, "session")} on{" "}
									{countOf(lead.networks.length, "network")}
								</li>
							))}
						{world.thinCountries.map((country) => (
							<li>
								<a href={countryPath(country.cc)}>{countryName(country.cc)}</a>:{" "}
								{countOf(country.networkCount, "network")}, last measured{" "}
								{formatAgo(country.lastMeasuredAt, now)}
							</li>
						))}
					</ul>
				</>
			) : null}
		</>
	);
}

function CountryTable(props: {
	readonly countries: readonly CountrySummary[];
	readonly now: Date;
}) {
	return (
		<table>
			<thead>
				<tr>
					<th scope="col">Country</th>
					<th scope="col" class="number">
						Networks
					</th>
					<th scope="col" class="number">
						Services
					</th>
					<th scope="col" class="wide">
						Measured since
					</th>
					<th scope="col">Last measured</th>
				</tr>
			</thead>
			<tbody>
				{props.countries.map((country) => (
					<tr>
						<th scope="row">
							<a href={countryPath(country.cc)}>{countryName(country.cc)}</a>
						</th>
						<td class="number">{country.networkCount}</td>
						<td class="number">{country.serviceCount}</td>
						<td class="wide">{formatDay(country.firstOn)}</td>
						<td>{formatAgo(country.lastMeasuredAt, props.now)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
