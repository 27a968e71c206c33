/** `/explore`: a form, what it finds as strip and table, and the same question as addresses. */
import type { ServiceRegistry } from "../../../reference/index.ts";
import { stateOf } from "../cells.ts";
import { English } from "../language/english.tsx";
import { say, sayWith } from "../language/speech.ts";
import { asnName, cellPath, placeName, unitName } from "../names.ts";
import { StripFigure } from "../pages/strip-figure.tsx";
import { formatDay, formatDays } from "../times.ts";
import { formatCount, STATE_WORDS } from "../words.ts";
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
			<h1>{say("explore.title")}</h1>
			<p class="standfirst">
				{found === undefined ? (
					<English>
						Ask for a service, a site or a network of a country, between two
						days.
					</English>
				) : found.days.length === 0 ? (
					say("explore.none")
				) : (
					found.strip.finding
				)}
			</p>
			<ExploreForm view={view} services={services} />
			{found === undefined || found.days.length === 0 ? null : (
				<>
					<section aria-labelledby="strip">
						<h2 id="strip">{say("head.day_by_day")}</h2>
						<Parts found={found} services={services} />
						<StripFigure data={found.strip} frame={found.frame} />
					</section>
					<DaysTable found={found} services={services} />
				</>
			)}
			{found === undefined ? null : <Addresses found={found} />}
			<section aria-labelledby="more">
				<h2 id="more">{say("explore.more")}</h2>
				<ul>
					<li>
						{sayWith("explore.api", {
							link: (parts) => <a href="/api/v1/openapi.json">{parts}</a>,
						})}
					</li>
					{props.takesSql ? (
						<li>
							{sayWith("explore.sql", {
								link: (parts) => <a href="/explore/sql">{parts}</a>,
							})}
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
				<English>{faults[at]}</English>
			</span>
		);
	return (
		<form method="get" action="/explore">
			<div class="fields">
				<p class="field">
					<label for="cc">{say("head.country")}</label>
					<select {...field("cc")}>
						<option value="">{say("form.choose")}</option>
						{countries.map(({ cc }) => (
							<option
								value={cc.toLowerCase()}
								selected={texts.cc?.toUpperCase() === cc}
							>
								{placeName(cc)}
							</option>
						))}
					</select>
					{fault("cc")}
				</p>
				<p class="field">
					<label for="service">{say("head.service")}</label>
					<select {...field("service")}>
						<option value="">{say("explore.any")}</option>
						{services.services.map(({ id, name }) => (
							<option value={id} selected={texts.service === id}>
								{name}
							</option>
						))}
					</select>
					{fault("service")}
				</p>
				<p class="field">
					<label for="target">{say("explore.or_site")}</label>
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
					<label for="asn">{say("head.network")}</label>
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
					<label for="since">{say("explore.first")}</label>
					<input type="date" value={texts.since ?? ""} {...field("since")} />
					{fault("since")}
				</p>
				<p class="field">
					<label for="until">{say("explore.last")}</label>
					<input type="date" value={texts.until ?? ""} {...field("until")} />
					{fault("until")}
				</p>
			</div>
			<p class="actions">
				<button type="submit">{say("outlook.show")}</button>
				<a href="/explore">{say("cost.anew")}</a>
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
			{say("explore.parts")}{" "}
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
			<h2 id="rows">{say("explore.rows")}</h2>
			<p>
				{say("explore.row_count", { count: found.days.length })},{" "}
				{formatDays(found.firstOn, found.lastOn)}
				{found.days.length > rows.length
					? `; ${say("meas.first", { shown: rows.length, all: found.days.length })}`
					: "."}
			</p>
			<section class="scroll" tabindex={0} aria-label={say("explore.rows")}>
				<table>
					<thead>
						<tr>
							<th scope="col">{say("outlook.day")}</th>
							<th scope="col">{say("head.network")}</th>
							<th scope="col">{say("explore.unit")}</th>
							<th scope="col">{say("head.state")}</th>
							<th scope="col" class="number">
								{say("head.sessions")}
							</th>
							<th scope="col" class="number">
								{say("head.measurements")}
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
								<td class="number">{formatCount(row.sessionCount)}</td>
								<td class="number">{formatCount(row.measurementCount)}</td>
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
			<h2 id="addresses">{say("explore.same_data")}</h2>
			<ul>
				<li>
					<a href={apiAddress}>{say("explore.json")}</a>:{" "}
					<code dir="ltr">{apiAddress}</code>
				</li>
				{(["csv", "jsonl", "parquet"] as const).map((format) => (
					<li>
						<a href={`${apiAddress}&format=${format}`}>
							{{ csv: "CSV", jsonl: "JSON Lines", parquet: "Parquet" }[format]}
						</a>
						: <code dir="ltr">{`${apiAddress}&format=${format}`}</code>
					</li>
				))}
			</ul>
			<p>
				{sayWith("explore.licence", {
					code: (parts) => <code>{parts}</code>,
				})}
			</p>
		</section>
	);
}
