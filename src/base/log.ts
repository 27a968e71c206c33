/**
 * Structured log: one JSON object a line on stderr. It never carries an IP
 * address (P11): callers pass names and counts, not addresses.
 */
import type { Clock } from "./clock.ts";
import { formatInstant } from "./clock.ts";

export type LogLevel = "debug" | "info" | "warn" | "error";

export type Log = (
	level: LogLevel,
	event: string,
	fields?: Readonly<Record<string, unknown>>,
) => void;

const LEVEL_RANK: Readonly<Record<LogLevel, number>> = {
	debug: 0,
	info: 1,
	warn: 2,
	error: 3,
};

/** A log that writes lines of at least `minimum` through `write`. */
export function createLog(
	write: (line: string) => void,
	clock: Clock,
	minimum: LogLevel = "info",
): Log {
	return (level, event, fields = {}) => {
		if (LEVEL_RANK[level] < LEVEL_RANK[minimum]) return;
		write(
			`${JSON.stringify({ at: formatInstant(clock()), level, event, ...fields })}\n`,
		);
	};
}

/** A log that says nothing. */
export const silentLog: Log = () => {};
