/** `/explore`: a form, what it finds as strip and table, and the same question as addresses. */
import { countryName, type ServiceRegistry } from "../../../reference/index.ts";
import { stateOf } from "../cells.ts";
import { asnName, cellPath, unitName } from "../names.ts";
import { StripFigure } from "../pages/strip-figure.tsx";
import { formatDay, formatDays } from "../times.ts";
import { countOf, STATE_WORDS } from "../words.ts";
import type { ExploreField, ExploreView, Found } from "./explore-view.ts";

/** Most rows of the page's own table; the files hold all. */
const MOST_ROWS = 50;

export function ExplorePage(props: {
	readonly view: ExploreView;
	readonly services: ServiceRegistry;
	readonly takesSql: boolean;
}) {
	const { view, services } = props;
	const { found } = view;
	return (
		<>
			<h1>Explore</h1>
			<p class="standfirst">
				{found === undefined
					? "Ask for a service, a site or a network of a country, between two days."
					: found.days.length === 0
						? `No measurements of it ${formatDays(found.firstOn, found.lastOn)}. That is not the same as “not blocked”.`
						: found.strip.finding}
			</p>
			<ExploreForm view={view} services={services} />
			{found === undefined || found.days.length === 0 ? null : (
				<>
					<section aria-labelledby="strip">
						<h2 id="strip">Day by day</h2>
						<Parts found={found} services={services} />
						<StripFigure data={found.strip} frame={found.frame} />
					</section>
					<DaysTable found={found} services={services} />
				</>
			)}
			{found === undefined ? null : <Addresses found={found} />}
			<section aria-labelledby="more">
				<h2 id="more">More than this form can ask</h2>
				<ul>
					<li>
						<a href="/api/v1/openapi.json">The API, as an OpenAPI document</a>:
						cells by hour, single measurements, incidents and the record.
					</li>
					{props.takesSql ? (
						<li>
							<a href="/explore/sql">Ask in SQL</a>, for researchers.
						</li>
					) : null}
				</ul>
			</section>
		</>
	);
}

function ExploreForm({
	view,
	services,
}: {
	readonly view: ExploreView;
	readonly services: ServiceRegistry;
}) {
	const { texts, faults, countries } = view;
	const field = (at: ExploreField) => ({
		id: at,
		name: at,
		"aria-invalid": faults[at] === undefined ? undefined : ("true" as const),
		"aria-describedby": faults[at] === undefined ? undefined : `${at}-fault`,
	});
	const fault = (at: ExploreField) =>
		faults[at] === undefined ? null : (
			<span class="fault" id={`${at}-fault`}>
				{faults[at]}
			</span>
		);
	return (
		<form method="get" action="/explore">
			<div class="fields">
				<p class="field">
					<label for="cc">Country</label>
					<select {...field("cc")}>
						<option value="">Choose</option>
						{countries.map(({ cc }) => (
							<option
								value={cc.toLowerCase()}
								selected={texts.cc?.toUpperCase() === cc}
							>
								{countryName(cc)}
							</option>
						))}
					</select>
					{fault("cc")}
				</p>
				<p class="field">
					<label for="service">Service</label>
					<select {...field("service")}>
						<option value="">Any</option>
						{services.services.map(({ id, name }) => (
							<option value={id} selected={texts.service === id}>
								{name}
							</option>
						))}
					</select>
					{fault("service")}
				</p>
				<p class="field">
					<label for="target">or a site</label>
					<input
						type="text"
						maxlength={300}
						value={texts.target ?? ""}
						placeholder="news.example"
						{...field("target")}
					/>
					{fault("target")}
				</p>
				<p class="field">
					<label for="asn">Network</label>
					<input
						type="text"
						maxlength={13}
						value={texts.asn ?? ""}
						placeholder="AS64496"
						{...field("asn")}
					/>
					{fault("asn")}
				</p>
				<p class="field">
					<label for="since">First day</label>
					<input type="date" value={texts.since ?? ""} {...field("since")} />
					{fault("since")}
				</p>
				<p class="field">
					<label for="until">Last day</label>
					<input type="date" value={texts.until ?? ""} {...field("until")} />
					{fault("until")}
				</p>
			</div>
			<p class="actions">
				<button type="submit">Show</button>
				<a href="/explore">Begin anew</a>
			</p>
		</form>
	);
}

/** The functions of a service, each with its own strip. */
function Parts({
	found: { choice, part, parts, frame },
	services,
}: {
	readonly found: Found;
	readonly services: ServiceRegistry;
}) {
	const { service } = choice;
	if (service === undefined || parts.length < 2) return null;
	const nameOf = (one: string) =>
		unitName(services, { service, function: one, target: "" });
	const addressOf = (one: string) => {
		const query = new URLSearchParams(frame.query);
		query.set("function", one);
		return `/explore?${query}`;
	};
	return (
		<p>
			One function at a time, since people lose them apart:{" "}
			{parts.map((one, index) => (
				<>
					{index > 0 ? " · " : ""}
					{one === part ? (
						<strong>{nameOf(one)}</strong>
					) : (
						<a href={addressOf(one)}>{nameOf(one)}</a>
					)}
				</>
			))}
		</p>
	);
}

function DaysTable({
	found,
	services,
}: {
	readonly found: Found;
	readonly services: ServiceRegistry;
}) {
	const rows = found.days
		.toSorted((a, b) =>
			a.day === b.day ? a.asn - b.asn : a.day < b.day ? 1 : -1,
		)
		.slice(0, MOST_ROWS);
	return (
		<section aria-labelledby="rows">
			<h2 id="rows">Row by row</h2>
			<p>
				{countOf(found.days.length, "row")},{" "}
				{formatDays(found.firstOn, found.lastOn)}
				{found.days.length > rows.length
					? `; the newest ${rows.length} are here, all are in the files`
					: ""}
				.
			</p>
			<section class="scroll" tabindex={0} aria-label="Row by row">
				<table>
					<thead>
						<tr>
							<th scope="col">Day</th>
							<th scope="col">Network</th>
							<th scope="col">Service or site</th>
							<th scope="col">State</th>
							<th scope="col" class="number">
								Sessions
							</th>
							<th scope="col" class="number">
								Measurements
							</th>
						</tr>
					</thead>
					<tbody>
						{rows.map((row) => (
							<tr>
								<td>
									<a href={cellPath(row.cc, row.asn, row.day, row)}>
										{formatDay(row.day)}
									</a>
								</td>
								<td>{asnName(row.asn)}</td>
								<td>
									<bdi>{unitName(services, row)}</bdi>
								</td>
								<td>{STATE_WORDS[stateOf(row)]}</td>
								<td class="number">{row.sessionCount}</td>
								<td class="number">{row.measurementCount}</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</section>
	);
}

function Addresses({ found }: { readonly found: Found }) {
	const { apiAddress } = found;
	return (
		<section aria-labelledby="addresses">
			<h2 id="addresses">The same as data</h2>
			<ul>
				<li>
					<a href={apiAddress}>JSON, page by page</a>: <code>{apiAddress}</code>
				</li>
				{(["csv", "jsonl", "parquet"] as const).map((format) => (
					<li>
						<a href={`${apiAddress}&format=${format}`}>
							{{ csv: "CSV", jsonl: "JSON Lines", parquet: "Parquet" }[format]}
						</a>
						: <code>{`${apiAddress}&format=${format}`}</code>
					</li>
				))}
			</ul>
			<p>
				Every file states the licence of its data. Add{" "}
				<code>&amp;commercial=true</code> for what may be used commercially.
			</p>
		</section>
	);
}
