/** Service `/service/x`: countries or, where one is chosen, its networks; and which of its functions are tested at all. */
import { EMULATED_CC } from "../../../model/index.ts";
import type {
	ServiceFunction,
	ServiceRegistry,
} from "../../../reference/index.ts";
import {
	byStatePhrase,
	type Finding,
	latest,
	leadBy,
	restrictionPhrase,
} from "../findings.ts";
import { English } from "../language/english.tsx";
import { say, sayWith } from "../language/speech.ts";
import { countryPath, placeName, servicePath, unitName } from "../names.ts";
import { formatAgo, formatDay, isStale, measuredSentence } from "../times.ts";
import { countOf, listOf } from "../words.ts";
import { findingTail } from "./findings-list.tsx";
import type { ServiceView } from "./service-view.ts";
import { StripFigure } from "./strip-figure.tsx";
import { UnitCells, UnitHeads } from "./unit-cells.tsx";

export function ServicePage(props: {
	readonly view: ServiceView;
	readonly services: ServiceRegistry;
}) {
	const { view, services } = props;
	const { service, cc, measured, now } = view;
	return (
		<>
			<p class="kicker">
				{cc === undefined ? (
					say("head.service")
				) : (
					<>
						{sayWith(
							"service.in",
							{ place: (parts) => <a href={countryPath(cc)}>{parts}</a> },
							{ country: placeName(cc) },
						)}
						{view.emulated ? null : (
							<>
								{" · "}
								<a href={servicePath(service.id)}>
									{say("service.all_countries")}
								</a>
							</>
						)}
					</>
				)}
			</p>
			<h1>{service.name}</h1>
			<p class="standfirst">{serviceHeadline(view, services)}</p>
			{view.emulatedToo ? (
				<p class="quiet">
					{sayWith(
						"service.emulated",
						{
							page: (parts) => (
								<a href={servicePath(service.id, EMULATED_CC)}>{parts}</a>
							),
						},
						{ service: service.name },
					)}
				</p>
			) : null}
			{measured ? (
				<>
					{isStale(measured.lastMeasuredAt, now) ? (
						<p class="stale">
							{say("stale.newest", {
								day: formatDay(measured.lastMeasuredAt),
								ago: formatAgo(measured.lastMeasuredAt, now),
							})}
						</p>
					) : null}
					<section aria-labelledby="strip">
						<h2 id="strip">
							{say(
								cc === undefined ? "service.by_country" : "country.by_network",
								{ unit: unitName(services, measured.unit) },
							)}
						</h2>
						<StripFigure data={measured.data} frame={measured.frame} />
					</section>
					<section aria-labelledby="countries">
						<h2 id="countries">{say("frame.now")}</h2>
						<CountryTable view={view} services={services} />
					</section>
				</>
			) : null}
			<section aria-labelledby="functions">
				<h2 id="functions">{say("service.functions")}</h2>
				<FunctionList view={view} />
			</section>
			<section aria-labelledby="tested">
				<h2 id="tested">{say("service.tested")}</h2>
				<p>
					{sayWith(
						"service.domains",
						{ names: (parts) => <code>{parts}</code> },
						{ names: service.domains.join(", ") },
					)}
				</p>
				{service.tests.length > 0 ? (
					<p>
						{sayWith(
							"service.tests",
							{ names: (parts) => <code>{parts}</code> },
							{ names: service.tests.join(", ") },
						)}
					</p>
				) : null}
			</section>
		</>
	);
}

/** The sentence that the page leads with. */
export function serviceHeadline(
	view: ServiceView,
	services: ServiceRegistry,
): string {
	const { service, cc, findings, measured, now } = view;
	if (measured === undefined)
		return cc === undefined
			? say("service.unmeasured", { service: service.name })
			: say("service.unmeasured_in", {
					service: service.name,
					country: placeName(cc),
				});
	const [first, ...others] = leadBy(
		findings.filter((f) => f.reach !== "none"),
	).map(({ lead }) => lead);
	if (first !== undefined) {
		const said = say("service.restricted", {
			unit: unitName(services, first.unit),
			restriction: restrictionPhrase(first),
			country: placeName(first.cc),
			tail: findingTail(first, now),
		});
		return others.length === 0
			? said
			: `${said} ${say("service.more", { count: others.length })}`;
	}
	const telling = new Set(
		findings.filter((f) => f.measuredCount > 0).map((f) => f.cc),
	);
	if (telling.size === 0)
		return cc === undefined
			? say("service.insufficient", { service: service.name })
			: say("service.insufficient_in", {
					service: service.name,
					country: placeName(cc),
				});
	const said =
		cc === undefined
			? say("service.ok", {
					service: service.name,
					countries: countOf(telling.size, "country", "countries"),
				})
			: say("service.ok_in", { service: service.name, country: placeName(cc) });
	return `${said} ${measuredSentence(latest(findings.map((f) => f.lastMeasuredAt)))}`;
}

function CountryTable(props: {
	readonly view: ServiceView;
	readonly services: ServiceRegistry;
}) {
	const { view, services } = props;
	return (
		<table>
			<thead>
				<UnitHeads
					subject={say(
						view.cc === undefined ? "head.country" : "service.function",
					)}
				/>
			</thead>
			<tbody>
				{view.findings.map((finding) => (
					<tr>
						<th scope="row">
							<a
								href={servicePath(
									view.service.id,
									finding.cc,
									finding.unit.function,
								)}
							>
								{view.cc === undefined
									? placeName(finding.cc)
									: unitName(services, finding.unit)}
							</a>
							{view.cc === undefined ? (
								<span class="light block">
									{unitName(services, finding.unit)}
								</span>
							) : null}
						</th>
						<UnitCells finding={finding} now={view.now} />
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** Functions people lose on their own. One that no test reaches says so; it is never shown as reachable. */
function FunctionList(props: { readonly view: ServiceView }) {
	const { service, findings, cc, measured } = props.view;
	if (service.functions.length === 0) return <p>{say("service.whole")}</p>;
	return (
		<dl class="facts">
			{service.functions.map((part) => {
				const found = findings.filter((f) => f.unit.function === part.id);
				return (
					<>
						<dt>
							<English>{part.name}</English>
						</dt>
						<dd>
							{functionState(part, found, cc)}
							{found.length === 0 ||
							measured?.unit.function === part.id ? null : (
								<>
									{" "}
									<a href={`${servicePath(service.id, cc, part.id)}#strip`}>
										{say("service.by_day")}
									</a>
								</>
							)}
							{part.targets.length === 0 ? null : (
								<span class="light block">{targetsPhrase(part)}</span>
							)}
						</dd>
					</>
				);
			})}
		</dl>
	);
}

function functionState(
	part: ServiceFunction,
	found: readonly Finding[],
	cc: string | undefined,
): string {
	if (part.targets.length === 0) return say("service.untested");
	const [first] = found;
	if (first === undefined)
		return say(cc === undefined ? "service.not_measured" : "service.not_here");
	if (cc !== undefined)
		return say("service.networks", { states: byStatePhrase(first.byState) });
	const telling = found.filter((f) => f.measuredCount > 0);
	const restricted = found.filter((f) => f.reach !== "none");
	return telling.length === 0
		? say("service.not_enough")
		: say("service.share", {
				count: restricted.length,
				countries: countOf(telling.length, "country", "countries"),
			});
}

function targetsPhrase({ targets, role }: ServiceFunction): string {
	if (targets.length === 1)
		return say("service.tested_by", { targets: listOf(targets) });
	return role === "any_of"
		? say("service.any_of", { targets: listOf(targets, "or") })
		: say("service.all_of", { targets: listOf(targets) });
}
