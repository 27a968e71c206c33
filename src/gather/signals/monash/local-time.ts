/** Local wall-clock times into instants. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** Seconds since 1970 at which clocks in `zone` show this many seconds (as if UTC); of two, the earlier. Throws RangeError for an unknown zone. */
export function instantOfLocal(wallSeconds: number, zone: string): number {
	let at = wallSeconds - offsetAt(wallSeconds, zone);
	// The offset may differ on the other side of a change of clocks.
	at = wallSeconds - offsetAt(at, zone);
	return at;
}

/** Seconds by which clocks in `zone` are ahead of UTC. */
function offsetAt(seconds: number, zone: string): number {
	let format = formats.get(zone);
	if (!format) {
		format = new Intl.DateTimeFormat("en-GB", {
			timeZone: zone,
			hourCycle: "h23",
			year: "numeric",
			month: "2-digit",
			day: "2-digit",
			hour: "2-digit",
			minute: "2-digit",
			second: "2-digit",
		});
		formats.set(zone, format);
	}
	const part = Object.fromEntries(
		format
			.formatToParts(seconds * 1000)
			.map(({ type, value }) => [type, Number(value)]),
	);
	const {
		year = 0,
		month = 1,
		day = 1,
		hour = 0,
		minute = 0,
		second = 0,
	} = part;
	return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - seconds;
}
