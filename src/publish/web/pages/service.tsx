/** Service `/service/x`: countries or, where one is chosen, its networks; and which of its functions are tested at all. */
import { EMULATED_CC } from "../../../model/index.ts";
import {
	countryName,
	type ServiceFunction,
	type ServiceRegistry,
} from "../../../reference/index.ts";
import {
	byStatePhrase,
	type Finding,
	leadBy,
	restrictionPhrase,
} from "../findings.ts";
import { countryPath, servicePath, unitName } from "../names.ts";
import { formatAgo, formatDay, isStale } from "../times.ts";
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
				Service
				{cc === undefined ? null : (
					<>
						{" in "}
						<a href={countryPath(cc)}>{countryName(cc)}</a>
						{view.emulated ? null : (
							<>
								{" · "}
								<a href={servicePath(service.id)}>all countries</a>
							</>
						)}
					</>
				)}
			</p>
			<h1>{service.name}</h1>
			<p class="standfirst">{serviceHeadline(view, services)}</p>
			{view.emulatedToo ? (
				<p class="quiet">
					Emulated data of this service are kept apart:{" "}
					<a href={servicePath(service.id, EMULATED_CC)}>
						{service.name} in the {countryName(EMULATED_CC).toLowerCase()}
					</a>
					.
				</p>
			) : null}
			{measured ? (
				<>
					{isStale(measured.lastMeasuredAt, now) ? (
						<p class="stale">
							The newest measurements are of{" "}
							{formatDay(measured.lastMeasuredAt)},{" "}
							{formatAgo(measured.lastMeasuredAt, now)}. “Now” means then.
						</p>
					) : null}
					<section aria-labelledby="strip">
						<h2 id="strip">
							{unitName(services, measured.unit)},{" "}
							{cc === undefined ? "country by country" : "network by network"}
						</h2>
						<StripFigure data={measured.data} frame={measured.frame} />
					</section>
					<section aria-labelledby="countries">
						<h2 id="countries">Now</h2>
						<CountryTable view={view} services={services} />
					</section>
				</>
			) : null}
			<section aria-labelledby="functions">
				<h2 id="functions">Functions</h2>
				<FunctionList view={view} />
			</section>
			<section aria-labelledby="tested">
				<h2 id="tested">What is tested</h2>
				<p>
					Domains: <code>{service.domains.join(", ")}</code>
				</p>
				{service.tests.length > 0 ? (
					<p>
						Tests of its own: <code>{service.tests.join(", ")}</code>
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
			? `${service.name} has not been measured in any real country in this workspace.`
			: `${service.name} has not been measured in ${countryName(cc)} in this workspace.`;
	const [first, ...others] = leadBy(
		findings.filter((f) => f.reach !== "none"),
	).map(({ lead }) => lead);
	if (first !== undefined) {
		const more =
			others.length === 0
				? ""
				: ` It is restricted in ${countOf(others.length, "more country", "more countries")}.`;
		return `${unitName(services, first.unit)}: ${restrictionPhrase(first)} in ${countryName(first.cc)}, ${findingTail(first, now)}.${more}`;
	}
	const telling = new Set(
		findings.filter((f) => f.measuredCount > 0).map((f) => f.cc),
	);
	if (telling.size === 0)
		return `Not enough data to say whether ${service.name} is restricted${cc === undefined ? "" : ` in ${countryName(cc)}`} now.`;
	return cc === undefined
		? `${service.name} was not found restricted now in ${countOf(telling.size, "country", "countries")} with enough data.`
		: `${service.name} was not found restricted in ${countryName(cc)} now.`;
}

function CountryTable(props: {
	readonly view: ServiceView;
	readonly services: ServiceRegistry;
}) {
	const { view, services } = props;
	return (
		<table>
			<thead>
				<UnitHeads subject={view.cc === undefined ? "Country" : "Function"} />
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
									? countryName(finding.cc)
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
	if (service.functions.length === 0)
		return (
			<p>
				Its functions are not told apart; what is said here is of the service as
				a whole.
			</p>
		);
	return (
		<dl class="facts">
			{service.functions.map((part) => {
				const found = findings.filter((f) => f.unit.function === part.id);
				return (
					<>
						<dt>{part.name}</dt>
						<dd>
							{functionState(part, found, cc)}
							{found.length === 0 ||
							measured?.unit.function === part.id ? null : (
								<>
									{" "}
									<a href={`${servicePath(service.id, cc, part.id)}#strip`}>
										by day
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
	if (part.targets.length === 0) return "Not tested: no test reaches it.";
	const [first] = found;
	if (first === undefined)
		return cc === undefined ? "Not measured." : "Not measured here.";
	if (cc !== undefined) return `Networks: ${byStatePhrase(first.byState)}.`;
	const telling = found.filter((f) => f.measuredCount > 0);
	const restricted = found.filter((f) => f.reach !== "none");
	return telling.length === 0
		? "Not enough data."
		: `Restricted in ${restricted.length} of ${countOf(telling.length, "country", "countries")} with enough data.`;
}

function targetsPhrase({ targets, role }: ServiceFunction): string {
	if (targets.length === 1) return `Tested by ${targets[0]}.`;
	return role === "any_of"
		? `Tested by ${listOf(targets, "or")}; any of them is enough.`
		: `Tested by ${listOf(targets)}; all of them are needed.`;
}
