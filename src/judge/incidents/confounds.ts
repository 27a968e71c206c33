/**
 * Policy, not weather (P10): what else could have made a series change. Each
 * function looks at one explanation, over plain counts, and says whether it
 * holds. A change that one of them explains is kept and shown with its reason,
 * and never published as a restriction. All thresholds are provisional.
 */

/** Why a change is no restriction. */
export type Confound =
	| "worldwide"
	| "instrument"
	| "own_change"
	| "composition"
	| "source_late"
	| "control_outage";

export interface CountryOnset {
	readonly cc: string;
	readonly earliest: number;
	readonly latest: number;
}

/** Onsets within so many hours of each other count as simultaneous. */
const TOGETHER_HOURS = 48;
const WORLDWIDE = { countries: 5, part: 0.3 };

/**
 * Whether an onset is one of many in countries that share no government: the
 * site is down, has moved or refuses visitors. `measuredCountries`: those with
 * data at the floor for the target at the time.
 */
export function isWorldwide(
	onset: CountryOnset,
	others: readonly CountryOnset[],
	measuredCountries: number,
): boolean {
	const together = new Set([onset.cc]);
	for (const { cc, earliest, latest } of others)
		if (
			earliest <= onset.latest + TOGETHER_HOURS &&
			latest >= onset.earliest - TOGETHER_HOURS
		)
			together.add(cc);
	return (
		together.size >= WORLDWIDE.countries &&
		together.size >= WORLDWIDE.part * measuredCountries
	);
}

/** Sessions of one part of a series: one probe version, platform or resolver. */
export interface Part {
	readonly name: string;
	readonly k: number;
	readonly n: number;
}

const FAILS = 0.7;
const PASSES = 0.3;
const PART_SESSIONS = 5;

/**
 * Whether the failing follows the probe's version or platform rather than the
 * network: some of them fail, others pass, on the same network and hours.
 * Parts that failed no more than others before are not needed: a new release
 * has no before.
 */
export function isInstrument(parts: readonly Part[]): boolean {
	const known = parts.filter(({ n }) => n >= PART_SESSIONS);
	return (
		known.some(({ k, n }) => k / n >= FAILS) &&
		known.some(({ k, n }) => k / n <= PASSES)
	);
}

/** Whether one of our own changes (ruleset, reference data, importer) falls inside the onset's interval. */
export function isOwnChange(
	onset: { readonly earliest: number; readonly latest: number },
	changedAt: readonly number[],
): boolean {
	return changedAt.some((at) => at >= onset.earliest - 1 && at <= onset.latest);
}

const COMPOSITION_PART = 0.7;

/**
 * Whether the change is one of composition: each part (resolver, version, CDN
 * answer set) behaves as before and only their weights moved. Compares the
 * change that the weights alone would have made with the change seen (the
 * composition effect of Kitagawa, JASA 50, 1955).
 */
export function isComposition(
	before: readonly Part[],
	after: readonly Part[],
): boolean {
	const total = (parts: readonly Part[]) => ({
		k: parts.reduce((sum, { k }) => sum + k, 0),
		n: parts.reduce((sum, { n }) => sum + n, 0),
	});
	const [was, is] = [total(before), total(after)];
	if (was.n === 0 || is.n === 0) return false;
	const seen = is.k / is.n - was.k / was.n;
	const rates = new Map(before.map(({ name, k, n }) => [name, { k, n }]));
	let expected = 0;
	let known = 0;
	for (const { name, n } of after) {
		const own = rates.get(name);
		if (!own || own.n < PART_SESSIONS) continue;
		expected += n * (own.k / own.n);
		known += n;
	}
	// Parts not seen before cannot be said to behave as before.
	if (known < COMPOSITION_PART * is.n) return false;
	const byWeights = expected / known - was.k / was.n;
	return seen !== 0 && byWeights / seen >= COMPOSITION_PART;
}

export interface Volume {
	readonly expected: number;
	readonly seen: number;
}

const FALLEN = 0.5;

/**
 * Whether a fall in volume is the source's and not the country's: its total
 * over all other countries fell too, or our own importer was down.
 */
export function isSourceLate(
	hours: { readonly since: number; readonly until: number },
	elsewhere: Volume,
	importerDown: readonly { readonly since: number; readonly until: number }[],
): boolean {
	return (
		(elsewhere.expected > 0 && elsewhere.seen / elsewhere.expected < FALLEN) ||
		importerDown.some(
			({ since, until }) => since < hours.until && until > hours.since,
		)
	);
}

/** Whether the control failed for most of the sessions that speak for the change. */
export function isControlOutage(control: Part): boolean {
	return control.n >= PART_SESSIONS && control.k / control.n >= FALLEN;
}
