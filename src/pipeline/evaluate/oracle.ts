/**
 * The oracle: what could be found by somebody who knows everything of a world
 * but when things happen. It knows the background of every hour, bursts'
 * law, the share that is stopped and how long restrictions last; it stands at
 * the same prior odds of an onset, the same threshold and the same floor as
 * the detector, so that both pay the same price for a false alert.
 */
import {
	ENDING_LOG_ODDS,
	logBetaBinomial,
	ONSET_LOG_ODDS,
	reachesFloor,
} from "../../judge/incidents/index.ts";
import {
	rateAt,
	type Stretch,
	type World,
	type WorldSeries,
} from "../../measure/worlds/index.ts";
import type { RaisedChange } from "./match.ts";

/** Onsets a peaceful hour, as in the detector's model. */
const ONSETS_AN_HOUR = 1 / (2 * 365 * 24);
/** Log-odds below which evidence for a change is dropped, as in the detector. */
const DROPPED = -3;

/** States of the oracle's chain: peace, a burst of weather, restriction. */
type Odds = [peace: number, burst: number, restricted: number];

export function raiseByOracle(
	world: World,
	series: WorldSeries,
	stretch: Pick<Stretch, "share" | "since" | "until" | "cycle">,
): readonly RaisedChange[] {
	const { bursts } = series.background;
	const onHours = stretch.cycle?.on ?? stretch.until - stretch.since;
	const endings = 1 / Math.max(2, onHours);
	const recurrence = stretch.cycle ? 1 / stretch.cycle.off : ONSETS_AN_HOUR;
	const burstStart = bursts ? bursts.reach / bursts.everyHours : 0;
	const burstEnd = bursts ? 1 / Math.max(1, bursts.meanHours) : 1;
	const raised: RaisedChange[] = [];
	let odds: Odds = [1, 0, 0];
	let last = series.cells[0]?.hour ?? 0;
	let onsets = ONSETS_AN_HOUR;
	let isRaised = false;
	let sessions = 0;
	let hours = 0;
	for (const { hour, k, n } of series.cells) {
		odds = moveOn(odds, hour - last, onsets, endings, burstStart, burstEnd);
		last = hour;
		const peace = rateAt(series.background, hour, world.since, world.until);
		const burst = peace + (1 - peace) * (bursts?.share ?? 0);
		const shut = peace + (1 - peace) * stretch.share;
		odds = weigh(
			odds,
			[peace, burst, shut],
			k,
			n,
			series.background.correlation,
		);
		const forOnset = Math.log(odds[2]) - Math.log(odds[0] + odds[1]);
		const forChange = isRaised ? -forOnset : forOnset;
		if (forChange < DROPPED) {
			sessions = hours = 0;
			continue;
		}
		const count = isRaised ? n - k : k;
		sessions += count;
		hours += count > 0 ? 1 : 0;
		if (
			forChange < (isRaised ? ENDING_LOG_ODDS : ONSET_LOG_ODDS) ||
			!reachesFloor({ sessions, hours })
		)
			continue;
		raised.push({ direction: isRaised ? "ending" : "onset", at: hour });
		isRaised = !isRaised;
		if (isRaised) onsets = recurrence;
		sessions = hours = 0;
	}
	return raised;
}

function moveOn(
	[peace, burst, restricted]: Odds,
	gap: number,
	onsets: number,
	endings: number,
	burstStart: number,
	burstEnd: number,
): Odds {
	for (let i = 0; i < Math.min(gap, 2000); i++) {
		const onset = peace * onsets;
		const ending = restricted * endings;
		const begun = peace * burstStart;
		const over = burst * burstEnd;
		peace += ending + over - onset - begun;
		restricted += onset - ending;
		burst += begun - over;
	}
	return [peace, burst, restricted];
}

function weigh(
	odds: Odds,
	rates: readonly [number, number, number],
	k: number,
	n: number,
	correlation: number,
): Odds {
	const logs = rates.map((rate) => logOf(k, n, rate, correlation));
	const best = Math.max(...logs);
	const masses = odds.map(
		(mass, i) => mass * Math.exp(Math.max(-500, (logs[i] ?? 0) - best)),
	);
	const sum = masses.reduce((total, mass) => total + mass, 0);
	return masses.map((mass) => Math.max(1e-300, mass / sum)) as Odds;
}

function logOf(
	k: number,
	n: number,
	rate: number,
	correlation: number,
): number {
	const p = Math.min(1 - 1e-6, Math.max(1e-6, rate));
	return correlation > 0
		? logBetaBinomial(k, n, p, correlation)
		: k * Math.log(p) + (n - k) * Math.log(1 - p);
}
