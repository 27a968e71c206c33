/**
 * Right of reply: what was put to somebody, what they answered, and how long
 * they have been silent. A reply stands beside a finding and changes none.
 */
import type { RecordEntry } from "./entry.ts";
import { type DayCount, daysBetween, type RecordTime } from "./time.ts";

export interface Reply {
	readonly entry: string;
	readonly askedOf: string;
	readonly asked: RecordTime | undefined;
	/** `null`: they did not answer. Undefined: not known, or still open. */
	readonly answered: RecordTime | null | undefined;
	/** To the answer; to `today` where there is none. */
	readonly days: DayCount | undefined;
}

/** Everything that was put to somebody for their reply. `today` is a day of the place. */
export function repliesOf(
	entries: readonly RecordEntry[],
	today: RecordTime,
): readonly Reply[] {
	return entries.flatMap(({ id, informationRequest: request }) => {
		if (!request?.isReply) return [];
		const { filed, answered } = request;
		return [
			{
				entry: id,
				askedOf: request.authority,
				asked: filed,
				answered,
				days: filed && daysBetween(filed, answered ?? today),
			},
		];
	});
}
