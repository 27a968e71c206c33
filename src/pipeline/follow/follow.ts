/** The live loop: rounds on a schedule, until told to stop. Serves P8 and P9. */
import { formatInstant, messageOf, RasaiError } from "../../base/index.ts";
import { followRound } from "./round.ts";
import type { FollowOptions, FollowTarget } from "./types.ts";

/** Wait after the first of several rounds that failed; it doubles, up to the usual one. */
const FIRST_RETRY_MS = 30_000;

/**
 * Follows until the signal says stop or the rounds are done. `withTarget` opens
 * what a round works on and closes it, so that commands of others can have it
 * between rounds. Throws faults of the workspace.
 */
export async function follow(
	withTarget: <T>(work: (target: FollowTarget) => Promise<T>) => Promise<T>,
	options: FollowOptions,
): Promise<void> {
	const { signal, tell, rounds = Number.POSITIVE_INFINITY } = options;
	let failures = 0;
	for (let round = 1; !signal.aborted; round++) {
		try {
			await withTarget(async (target) => {
				const summary = await followRound(target, options);
				failures = summary.imported === undefined ? failures + 1 : 0;
				tell({
					event: "round",
					at: formatInstant(target.clock()),
					round: summary,
				});
			});
		} catch (error) {
			if (signal.aborted) return;
			if (!(error instanceof RasaiError)) throw error;
			throw new RasaiError(error.code, messageOf(error), {
				cause: error,
				hint: error.hint ?? "The loop goes on from here when started again.",
			});
		}
		if (round >= rounds) return;
		await options.sleep(waitMs(options, failures), signal);
	}
}

/** Shortened by up to a tenth, so that many followers do not ask at once. */
function waitMs({ everyMs, random }: FollowOptions, failures: number): number {
	const wait =
		failures === 0
			? everyMs
			: Math.min(everyMs, FIRST_RETRY_MS * 2 ** (failures - 1));
	return wait * (1 - 0.1 * random());
}
