/** Findings as sentences: the subject is a link, the rest carries its denominator and its age. */
import type { ServiceRegistry } from "../../../reference/index.ts";
import { countryName } from "../../../reference/index.ts";
import type { Unit } from "../../../store/index.ts";
import { Swatch } from "../charts/textures.tsx";
import {
	type Finding,
	leadBy,
	type PastFinding,
	restrictionPhrase,
} from "../findings.ts";
import {
	asnName,
	countryPath,
	servicePath,
	unitName,
	unitQuery,
} from "../names.ts";
import { betweenDays, formatAgo, isStale } from "../times.ts";
import {
	countOf,
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
	const ago = formatAgo(lastMeasuredAt, now);
	return isStale(lastMeasuredAt, now)
		? `when last measured, ${ago}`
		: `last measured ${ago}`;
}

/** What follows the place in a sentence on a finding: its age, and how far its evidence reaches. */
export function findingTail(finding: Finding, now: Date): string {
	const only = finding.networks.find((n) => isRestricted(n.state));
	const network =
		finding.reach === "network" && only
			? `; on one network only, ${asnName(only.asn)}`
			: "";
	const below =
		finding.byState.insufficient > 0
			? `; ${countOf(finding.byState.insufficient, "more network has", "more networks have")} not enough data`
			: "";
	return `${measuredPhrase(finding.lastMeasuredAt, now)}${network}${below}`;
}

/** Other functions of the same service, named after its sentence. */
function alsoPhrase(
	others: readonly { readonly unit: Unit }[],
	services: ServiceRegistry,
): string {
	if (others.length === 0) return "";
	return ` Also: ${listOf(others.map(({ unit }) => unitName(services, unit)))}.`;
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
						<a class="subject" href={unitPath(finding.unit, finding.cc)}>
							<bdi>{unitName(services, finding.unit)}</bdi>
						</a>
						: {restrictionPhrase(finding)}
						{props.withCountry ? (
							<>
								{" in "}
								<a href={countryPath(finding.cc)}>{countryName(finding.cc)}</a>
							</>
						) : null}
						, {findingTail(finding, now)}.{alsoPhrase(others, services)}
					</p>
				</li>
			))}
		</ul>
	);
}

function gravest(finding: Finding) {
	return RESTRICTED_STATES.find((state) => finding.byState[state] > 0) ?? "ok";
}

/** The rest of the sentence on a past finding, after its subject. */
export function pastSentence(past: PastFinding): string {
	const states = listOf(
		past.states.map((state) => STATE_WORDS[state]),
		"or",
	);
	const networks =
		past.reach === "network"
			? `on one network only, ${asnName(past.asns[0] ?? 0)},`
			: `on ${countOf(past.asns.length, "network")}`;
	return `${states} ${networks} ${betweenDays(past.firstOn, past.lastOn)}`;
}

export function PastList(props: {
	readonly past: readonly PastFinding[];
	readonly services: ServiceRegistry;
	readonly withCountry: boolean;
}) {
	return (
		<ul class="findings">
			{leadBy(props.past).map(({ lead: past, others }) => (
				<li>
					<Swatch state={past.states[0] ?? "insufficient"} />
					<p class="said">
						<a class="subject" href={unitPath(past.unit, past.cc)}>
							<bdi>{unitName(props.services, past.unit)}</bdi>
						</a>
						{props.withCountry ? (
							<>
								{" in "}
								<a href={countryPath(past.cc)}>{countryName(past.cc)}</a>
							</>
						) : null}
						: {pastSentence(past)}.{alsoPhrase(others, props.services)}
					</p>
				</li>
			))}
		</ul>
	);
}
