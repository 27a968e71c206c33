/** How late measurements arrive, in a sentence: what is newest is never complete (P8). */
import type { ArrivalLag } from "../../store/index.ts";
import { say } from "./language/speech.ts";
import { countOf } from "./words.ts";

/** Empty where the uids of measurements do not tell when they arrived. */
export function arrivalSentence(lag: ArrivalLag | undefined): string {
	if (lag === undefined) return "";
	return say("arrival.lag", {
		half: span(lag.halfHours),
		most: span(lag.mostHours),
		sessions: countOf(lag.sessionCount, "session"),
	});
}

/** `an hour`, `7 hours`, `3 days`: rounded up. */
function span(hours: number): string {
	const whole = Math.max(1, Math.ceil(hours));
	if (whole < 48)
		return whole === 1 ? say("arrival.hour") : countOf(whole, "hour");
	return countOf(Math.ceil(whole / 24), "day");
}
