/** IANA time zones: of countries, and the instants of their local days. */

/** Names that the runtime still gives by their old spelling. */
const PRESENT_NAMES: Readonly<Record<string, string>> = {
	"Africa/Asmera": "Africa/Asmara",
	"Asia/Calcutta": "Asia/Kolkata",
	"Asia/Katmandu": "Asia/Kathmandu",
	"Asia/Rangoon": "Asia/Yangon",
	"Asia/Saigon": "Asia/Ho_Chi_Minh",
	"Atlantic/Faeroe": "Atlantic/Faroe",
};

const MINUTE_MS = 60_000;
/** Local clocks run from 12 hours behind UTC to 14 ahead. */
const FARTHEST_BEHIND_MS = 12 * 60 * MINUTE_MS;
const FARTHEST_AHEAD_MS = 14 * 60 * MINUTE_MS;

/** By country: asking the runtime takes as long as many rows of a table. */
const zonesOfCountries = new Map<string, string | undefined>();

/** The zone of a country that has one only; undefined for one with several and for the emulated country. */
export function zoneOfCountry(cc: string): string | undefined {
	if (!/^[A-Z]{2}$/.test(cc)) return undefined;
	if (!zonesOfCountries.has(cc)) zonesOfCountries.set(cc, findZone(cc));
	return zonesOfCountries.get(cc);
}

function findZone(cc: string): string | undefined {
	// Older runtimes have the list as a property, newer ones as a method.
	const locale = new Intl.Locale(`und-${cc}`) as Intl.Locale & {
		readonly timeZones?: readonly string[];
		getTimeZones?(): readonly string[];
	};
	const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
	const [zone] = zones;
	return zone === undefined || zones.length > 1
		? undefined
		: (PRESENT_NAMES[zone] ?? zone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws RangeError for a zone that does not exist. */
function formatOf(zone: string): Intl.DateTimeFormat {
	let format = formats.get(zone);
	if (format === undefined) {
		format = new Intl.DateTimeFormat("en-US", {
			timeZone: zone,
			calendar: "gregory",
			numberingSystem: "latn",
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
	return format;
}

export function isZone(zone: string): boolean {
	if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(zone)) return false;
	try {
		formatOf(zone);
		return true;
	} catch {
		return false;
	}
}

/** Asking a zone is slow, and records name the same days again and again. */
const offsets = new Map<string, number>();
const MOST_OFFSETS = 200_000;
/** Clocks are changed on such a boundary only. */
const QUARTER_MS = 15 * MINUTE_MS;

/** What a zone's clocks show at an instant, as if it were UTC. */
function clockMs(zone: string, instantMs: number): number {
	const quarter = Math.floor(instantMs / QUARTER_MS);
	const key = `${zone} ${quarter}`;
	let offset = offsets.get(key);
	if (offset === undefined) {
		if (offsets.size >= MOST_OFFSETS) offsets.clear();
		offset = readClock(zone, quarter * QUARTER_MS) - quarter * QUARTER_MS;
		offsets.set(key, offset);
	}
	return instantMs + offset;
}

function readClock(zone: string, instantMs: number): number {
	const parts = Object.fromEntries(
		formatOf(zone)
			.formatToParts(instantMs)
			.map(({ type, value }) => [type, Number(value)]),
	);
	return Date.UTC(
		parts["year"] ?? 0,
		(parts["month"] ?? 1) - 1,
		parts["day"] ?? 1,
		parts["hour"] ?? 0,
		parts["minute"] ?? 0,
		parts["second"] ?? 0,
	);
}

/**
 * The earliest and the latest instant at which clocks show this local time,
 * given as if it were UTC. Both are the same in a known zone; without one, it
 * is somewhere on earth.
 */
export function instantsOf(
	localMs: number,
	zone: string | undefined,
): readonly [earliest: number, latest: number] {
	if (zone === undefined)
		return [localMs - FARTHEST_AHEAD_MS, localMs + FARTHEST_BEHIND_MS];
	// Twice, since the offset may change between the guess and the answer.
	let instant = localMs;
	for (let turn = 0; turn < 2; turn += 1)
		instant = localMs - (clockMs(zone, instant) - instant);
	return [instant, instant];
}

/** The calendar day that a zone's clocks show at an instant. */
export function dayIn(zone: string, instantMs: number): string {
	return new Date(clockMs(zone, instantMs)).toISOString().slice(0, 10);
}
