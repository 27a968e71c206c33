/** Network `/qz/as64496`: a strip per service, what it shows now, what fired there, whose resolvers it uses. */
import {
	defaultRuleset,
	FLOOR_SESSIONS,
} from "../../../judge/verdicts/index.ts";
import type { Incident } from "../../../model/index.ts";
import type { ShownSignals } from "../../../pipeline/index.ts";
import type { ServiceRegistry } from "../../../reference/index.ts";
import {
	NOW_DAYS,
	type ResolverUse,
	type RuleUse,
} from "../../../store/index.ts";
import { arrivalSentence } from "../arrival.ts";
import { weightOf } from "../cells.ts";
import { Swatch } from "../charts/textures.tsx";
import { say, sayWith } from "../language/speech.ts";
import {
	asnName,
	countryPath,
	networkPath,
	placeName,
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
import {
	countOf,
	formatCount,
	LAYER_WORDS,
	listOf,
	STATE_WORDS,
	sentenceCase,
} from "../words.ts";
import { unitPath } from "./findings-list.tsx";
import type { NetworkView } from "./network-view.ts";
import { StripFigure } from "./strip-figure.tsx";

export function NetworkPage(props: {
	readonly view: NetworkView;
	readonly services: ServiceRegistry;
	readonly incidents: readonly Incident[];
	/** Undefined where none are offered. */
	readonly signals?: ShownSignals | undefined;
	readonly siteName: string;
	/** Where others reach the site. */
	readonly address: string | undefined;
}) {
	const { view, services } = props;
	const { cc, asn, summary, strip, now } = view;
	const { lastOn } = strip.data.window;
	const until = {
		day: formatDay(lastOn),
		ago: formatAgo(view.lastMeasuredAt, now),
	};
	return (
		<>
			<p class="kicker">
				{sayWith(
					"network.kicker",
					{ place: (parts) => <a href={countryPath(cc)}>{parts}</a> },
					{ country: placeName(cc) },
				)}
			</p>
			<h1>
				{asnName(asn)}
				{view.networkName === "" ? null : (
					<>
						{" "}
						<bdi>{view.networkName}</bdi>
					</>
				)}
			</h1>
			<p class="standfirst">{networkHeadline(view, services)}</p>
			<p class="quiet">
				{summary
					? say("network.volume", {
							sessions: countOf(summary.sessionCount, "session"),
							measurements: countOf(summary.measurementCount, "measurement"),
							...until,
						})
					: say("network.no_volume", until)}{" "}
				{arrivalSentence(view.arrival)}
			</p>
			{isStale(view.lastMeasuredAt, now) ? (
				<p class="stale">
					The newest measurements of this network are of{" "}
					{formatDay(view.lastMeasuredAt)}.
				</p>
			) : null}
			<section aria-labelledby="strip">
				<h2 id="strip">{say("head.day_by_day")}</h2>
				<StripFigure data={strip.data} frame={strip.frame} />
			</section>
			{props.signals ? (
				<SignalsSection
					shown={props.signals}
					window={strip.data.window}
					place={{
						name: asnName(asn),
						path: networkPath(cc, asn),
						incidents: props.incidents,
						emulated: view.emulated,
						siteName: props.siteName,
					}}
					address={props.address}
				/>
			) : null}
			<section aria-labelledby="now">
				<h2 id="now">{say("frame.now")}</h2>
				<StateTable view={view} services={services} />
			</section>
			<section aria-labelledby="rules">
				<h2 id="rules">{say("network.rules")}</h2>
				<RuleTable
					rules={view.rules}
					caption={say("network.rules_caption", {
						days: formatDays(view.detailsSince, lastOn),
					})}
				/>
			</section>
			<section aria-labelledby="resolvers">
				<h2 id="resolvers">{say("network.resolvers")}</h2>
				<p>{say("network.resolvers_text")}</p>
				<ResolverTable asn={asn} resolvers={view.resolvers} />
			</section>
			<p class="quiet">{say("network.declared", { count: FLOOR_SESSIONS })}</p>
		</>
	);
}

/** The sentence that the page leads with. On a single network a restriction needs the sessions of a headline (P7). */
export function networkHeadline(
	view: NetworkView,
	services: ServiceRegistry,
): string {
	return `${foundOn(view, services)} ${measuredSentence(view.lastMeasuredAt)}`;
}

function foundOn(
	{ asn, findings }: NetworkView,
	services: ServiceRegistry,
): string {
	const telling = findings.filter((f) => f.measuredCount > 0);
	if (telling.length === 0)
		return say("network.insufficient", { network: asnName(asn) });
	const restricted = telling.filter((f) => f.reach !== "none");
	const units = countOf(telling.length, "service or site");
	if (restricted.length === 0) return say("network.ok", { units });
	const names = restricted.slice(0, 4).map((f) => unitName(services, f.unit));
	const more =
		restricted.length > names.length
			? [
					...names,
					say("network.more", { count: restricted.length - names.length }),
				]
			: names;
	return say("network.restricted", {
		names: listOf(more),
		count: restricted.length,
		units,
	});
}

function StateTable(props: {
	readonly view: NetworkView;
	readonly services: ServiceRegistry;
}) {
	const { view, services } = props;
	return (
		<table>
			<caption>{say("network.caption", { days: NOW_DAYS })}</caption>
			<thead>
				<tr>
					<th scope="col">{say("head.service")}</th>
					<th scope="col">{say("head.state")}</th>
					<th scope="col" class="wide">
						{say("head.evidence")}
					</th>
					<th scope="col">{say("head.last_measured")}</th>
				</tr>
			</thead>
			<tbody>
				{view.findings.flatMap(({ unit, networks }) =>
					networks.map(({ state, counts }) => (
						<tr>
							<th scope="row">
								<a href={unitPath(unit, view.cc)}>
									<bdi>{unitName(services, unit)}</bdi>
								</a>
							</th>
							<td>
								<Swatch state={state} /> {STATE_WORDS[state]}
								<span class="narrow light">{weightOf(state, counts)}</span>
							</td>
							<td class="wide">{weightOf(state, counts)}</td>
							<td>{formatAgo(counts.lastMeasuredAt, view.now)}</td>
						</tr>
					)),
				)}
			</tbody>
		</table>
	);
}

function RuleTable(props: {
	readonly rules: readonly RuleUse[];
	readonly caption: string;
}) {
	if (props.rules.length === 0) return <p>{say("network.no_rule")}</p>;
	const ruleset = defaultRuleset;
	return (
		<table>
			<caption>{props.caption}</caption>
			<thead>
				<tr>
					<th scope="col">{say("network.rule")}</th>
					<th scope="col" class="number">
						{say("head.measurements")}
					</th>
					<th scope="col" class="number">
						{say("head.sessions")}
					</th>
					<th scope="col" class="number wide">
						{say("incident.targets")}
					</th>
				</tr>
			</thead>
			<tbody>
				{props.rules.map((use) => {
					const rule = ruleset.get(use.rule);
					return (
						<tr>
							<th scope="row">
								<code>{use.rule}</code>
								{rule ? (
									<span class="light block">
										{LAYER_WORDS[rule.layer]}: {rule.comment}
									</span>
								) : null}
							</th>
							<td class="number">{formatCount(use.measurementCount)}</td>
							<td class="number">{formatCount(use.sessionCount)}</td>
							<td class="number wide">{formatCount(use.targetCount)}</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}

function ResolverTable(props: {
	readonly asn: number;
	readonly resolvers: readonly ResolverUse[];
}) {
	return (
		<table>
			<thead>
				<tr>
					<th scope="col">{say("network.resolver")}</th>
					<th scope="col" class="number">
						{say("head.measurements")}
					</th>
					<th scope="col" class="number">
						{say("head.sessions")}
					</th>
				</tr>
			</thead>
			<tbody>
				{props.resolvers.map((use) => (
					<tr>
						<th scope="row">
							{use.resolverAsn === 0
								? sentenceCase(say("incident.not_known"))
								: asnName(use.resolverAsn)}{" "}
							<bdi class="light">{use.networkName}</bdi>
							{use.resolverAsn === props.asn ? (
								<span class="light"> {say("network.own")}</span>
							) : null}
						</th>
						<td class="number">{formatCount(use.measurementCount)}</td>
						<td class="number">{formatCount(use.sessionCount)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
