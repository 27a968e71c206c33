/** Findings as sentences: the subject is a link, the rest carries its denominator and its age. */
import type { ServiceRegistry } from "../../../reference/index.ts";
import type { Unit } from "../../../store/index.ts";
import { Swatch } from "../charts/textures.tsx";
import {
	type Finding,
	leadBy,
	type PastFinding,
	restrictionPhrase,
} from "../findings.ts";
import { say, sayWith } from "../language/speech.ts";
import {
	asnName,
	countryPath,
	placeName,
	servicePath,
	unitName,
	unitQuery,
} from "../names.ts";
import { betweenDays, formatAgo, isStale } from "../times.ts";
import {
	isRestricted,
	listOf,
	RESTRICTED_STATES,
	STATE_WORDS,
} from "../words.ts";

/** Where a unit's name leads: to its service, or to its strip in the country. */
export function unitPath(unit: Unit, cc: string): string {
	return unit.service === ""
		? `${countryPath(cc)}?${unitQuery(unit)}`
		: servicePath(unit.service, cc, unit.function);
}

/** `last measured 2 h ago`, or `when last measured, 5 days ago` where that is old. */
function measuredPhrase(lastMeasuredAt: string, now: Date): string {
	return say(
		isStale(lastMeasuredAt, now) ? "finding.measured_old" : "finding.measured",
		{ ago: formatAgo(lastMeasuredAt, now) },
	);
}

/** What follows the place in a sentence on a finding: its age, and how far its evidence reaches. */
export function findingTail(finding: Finding, now: Date): string {
	const only = finding.networks.find((n) => isRestricted(n.state));
	const measured = measuredPhrase(finding.lastMeasuredAt, now);
	const told =
		finding.reach === "network" && only
			? say("finding.one_network", { measured, network: asnName(only.asn) })
			: measured;
	const below = finding.byState.insufficient;
	return below > 0
		? say("finding.insufficient", { measured: told, count: below })
		: told;
}

/** Other functions of the same service, named after its sentence. */
function alsoPhrase(
	others: readonly { readonly unit: Unit }[],
	services: ServiceRegistry,
): string {
	if (others.length === 0) return "";
	const units = listOf(others.map(({ unit }) => unitName(services, unit)));
	return ` ${say("finding.also", { units })}`;
}

export function FindingsList(props: {
	readonly findings: readonly Finding[];
	readonly services: ServiceRegistry;
	readonly now: Date;
	/** Name the country in each sentence, with a link to it. */
	readonly withCountry: boolean;
}) {
	const { services, now } = props;
	return (
		<ul class="findings">
			{leadBy(props.findings).map(({ lead: finding, others }) => (
				<li>
					<Swatch state={gravest(finding)} />
					<p class="said">
						{sayWith(
							props.withCountry ? "finding.line_in" : "finding.line",
							lineTags(finding),
							{
								unit: unitName(services, finding.unit),
								country: placeName(finding.cc),
								restriction: restrictionPhrase(finding),
								tail: findingTail(finding, now),
								also: alsoPhrase(others, services),
							},
						)}
					</p>
				</li>
			))}
		</ul>
	);
}

/** The links of a sentence on a unit in a country. */
function lineTags({ unit, cc }: { readonly unit: Unit; readonly cc: string }) {
	return {
		subject: (parts: readonly unknown[]) => (
			<a class="subject" href={unitPath(unit, cc)}>
				<bdi>{parts}</bdi>
			</a>
		),
		place: (parts: readonly unknown[]) => <a href={countryPath(cc)}>{parts}</a>,
	};
}

function gravest(finding: Finding) {
	return RESTRICTED_STATES.find((state) => finding.byState[state] > 0) ?? "ok";
}

/** The rest of the sentence on a past finding, after its subject. */
export function pastSentence(past: PastFinding, now: Date): string {
	const states = listOf(
		past.states.map((state) => STATE_WORDS[state]),
		"or",
	);
	const days = betweenDays(past.firstOn, past.lastOn);
	const said =
		past.reach === "network"
			? say("past.one_network", {
					states,
					network: asnName(past.asns[0] ?? 0),
					days,
				})
			: say("past.networks", { states, count: past.asns.length, days });
	return past.lastMeasuredAt === undefined
		? said
		: say("past.measured", {
				past: said,
				measured: measuredPhrase(past.lastMeasuredAt, now),
			});
}

export function PastList(props: {
	readonly past: readonly PastFinding[];
	readonly services: ServiceRegistry;
	readonly now: Date;
	readonly withCountry: boolean;
}) {
	return (
		<ul class="findings">
			{leadBy(props.past).map(({ lead: past, others }) => (
				<li>
					<Swatch state={past.states[0] ?? "insufficient"} />
					<p class="said">
						{sayWith(
							props.withCountry ? "past.line_in" : "past.line",
							lineTags(past),
							{
								unit: unitName(props.services, past.unit),
								country: placeName(past.cc),
								past: pastSentence(past, props.now),
								also: alsoPhrase(others, props.services),
							},
						)}
					</p>
				</li>
			))}
		</ul>
	);
}
