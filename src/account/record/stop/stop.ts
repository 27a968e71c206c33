/**
 * From STOP's rows to entries of the record. Every row is imported, found to
 * repeat another, or rejected with the reason. The narrative and the quotes
 * are Access Now's words: they are kept as a quotation under its terms and are
 * not part of what we publish.
 */
import { sha256Hex } from "../../../base/index.ts";
import { checkEntry } from "../check.ts";
import { isRecordDate } from "../dates.ts";
import type { RecordEntry } from "../entry.ts";
import type { RestrictionKind, Scope } from "../types.ts";
import { zoneOfCountry } from "../zones.ts";
import { countryOf } from "./countries.ts";
import {
	readStopTable,
	type StopGeneration,
	type StopRow,
	type YesNo,
} from "./rows.ts";

/** Where the data are published; a source of every row. */
const DATA_URL = "https://www.accessnow.org/keepiton-data-spreadsheet";
const LICENCE = "Access Now, #KeepItOn STOP data; terms not verified";

export interface StopOutcome {
	/** Line of the file on which the row ends. */
	readonly line: number;
	readonly outcome: "imported" | "repeat" | "rejected";
	/** Ids of the entries it became, or repeats: one a country. */
	readonly entries: readonly string[];
	/** Why it was rejected. */
	readonly reason: string | undefined;
	/** What was left out of an imported row. */
	readonly problems: readonly string[];
}

export interface StopReading {
	readonly generation: StopGeneration | undefined;
	readonly outcomes: readonly StopOutcome[];
	readonly entries: readonly RecordEntry[];
	/** Lines that could not be read at all. */
	readonly problems: readonly string[];
}

/** Reads a CSV of any generation. Never throws. */
export function readStop(csv: string): StopReading {
	const { generation, rows, problems } = readStopTable(csv);
	const events = new Events();
	const entries = new Map<string, RecordEntry>();
	const outcomes = rows.map((row): StopOutcome => {
		const reject = (reason: string): StopOutcome => ({
			line: row.line,
			outcome: "rejected",
			entries: [],
			reason,
			problems: [],
		});
		const reason = faultOf(row);
		if (reason) return reject(reason);
		const { id, isRepeat } = events.place(row);
		const dates = readDates(row);
		const own: RecordEntry[] = [];
		for (const name of row.countries) {
			const value = mapRow(row, countryOf(name) ?? "", id, dates.end);
			const { entry, faults } = checkEntry(JSON.parse(JSON.stringify(value)));
			if (!entry)
				return reject(
					faults.map(({ at, problem }) => `${at}: ${problem}`).join("; "),
				);
			own.push(entry);
		}
		for (const entry of own) entries.set(entry.id, entry);
		return {
			line: row.line,
			outcome: isRepeat ? "repeat" : "imported",
			entries: own.map((entry) => entry.id),
			reason: undefined,
			problems: dates.problems,
		};
	});
	return { generation, outcomes, entries: [...entries.values()], problems };
}

function faultOf(row: StopRow): string | undefined {
	const faults: string[] = [];
	if (row.countries.length === 0) faults.push("country: empty");
	for (const name of row.countries)
		if (countryOf(name) === undefined)
			faults.push(`country: unknown ${name.slice(0, 80)}`);
	if (!isRecordDate(row.startOn))
		faults.push(
			`start_date: no date: ${row.startOn.slice(0, 80) || "(empty)"}`,
		);
	else if (isRecordDate(row.endOn) && row.endOn < row.startOn)
		faults.push(`end_date: ${row.endOn} before start_date ${row.startOn}`);
	return faults.length > 0 ? faults.join("; ") : undefined;
}

/**
 * Which rows are one event. A long event stands in the sheet once a year in
 * which it is counted; two rows of the same place, day and year are two.
 */
class Events {
	readonly #years = new Map<string, Set<string>[]>();

	/** The id of the row's event, without the country. */
	place(row: StopRow): { readonly id: string; readonly isRepeat: boolean } {
		const key = sha256Hex(
			[
				row.countries.map(countryOf).join(";"),
				row.startOn,
				row.areaName.toLowerCase(),
				row.isFullNetwork,
				row.isServiceBased,
			].join("|"),
		).slice(0, 10);
		const slots = this.#years.get(key) ?? [];
		this.#years.set(key, slots);
		const at = slots.findIndex(
			(years) => row.countYear !== "" && !years.has(row.countYear),
		);
		const slot = at < 0 ? slots.push(new Set()) - 1 : at;
		slots[slot]?.add(row.countYear);
		return {
			id: `${row.startOn}-${key}${slot === 0 ? "" : `-${slot + 1}`}`,
			isRepeat: at >= 0,
		};
	}
}

function readDates(row: StopRow): {
	readonly end: string | undefined;
	readonly problems: readonly string[];
} {
	if (row.endOn === "") return { end: undefined, problems: [] };
	if (!isRecordDate(row.endOn))
		return {
			end: undefined,
			problems: [`end_date: no date: ${row.endOn.slice(0, 80)}`],
		};
	// Days between the dates up to 2019, one more from 2020; never hours.
	const days =
		(Date.parse(row.endOn) - Date.parse(row.startOn)) / 86_400_000 +
		(row.generation === "2020-" && row.countYear >= "2020" ? 1 : 0);
	const stated = Number(row.duration);
	return {
		end: row.endOn,
		problems:
			row.duration === "" || stated === days
				? []
				: [`duration: ${row.duration} days stated, the dates give ${days}`],
	};
}

function mapRow(
	row: StopRow,
	cc: string,
	id: string,
	endOn: string | undefined,
): object {
	const zone = zoneOfCountry(cc);
	const start = {
		date: row.startOn,
		precision: row.isEstimated ? "approximate" : "day",
		zone,
	};
	const end = endOn && { date: endOn, precision: "day", zone };
	const isOngoing = row.isOngoing && !end;
	const scope = scopeOf(row);
	const kind = kindOf(row, scope);
	const areas =
		scope === "national" || row.areaName === ""
			? []
			: row.areaName
					.split(/[,;]/)
					.map((part) => part.trim())
					.filter(Boolean)
					.slice(0, 200);
	const services = servicesOf(row);
	return {
		id: `STOP-${cc}-${id}`,
		country: cc,
		type: "restriction",
		when: start,
		services,
		areas,
		about: [`STOP-${cc}-${id}`],
		actor: { office: "Access Now (STOP)", rank: "organisation" },
		summary:
			`${kind.replaceAll("_", " ")}: ${[...services, ...areas].join(", ") || cc}`.slice(
				0,
				2000,
			),
		quote: row.narrative.slice(0, 20_000) || undefined,
		claims: [
			{
				matter: "reachability",
				asserted: kind === "throttling" ? "slowed" : "restricted",
				since: start,
				until: end,
			},
		],
		deadlines: [],
		restriction: {
			kind,
			start,
			end,
			isOngoing,
			scope,
			networks: row.operators,
			technique: row.isThrottle && !row.isShutdown ? ["throttling"] : [],
			cause: row.cause || undefined,
			orderedBy: row.orderedBy || undefined,
			acknowledgement: { yes: "acknowledged", no: "none", unknown: undefined }[
				row.acknowledged
			],
			justification: row.justification || undefined,
			legalBasis: legalBasisOf(row.legalJustification, row.legalMethod),
			usersNotified:
				row.usersNotified === "unknown"
					? undefined
					: row.usersNotified === "yes",
		},
		sources: [...row.links.slice(0, 200), DATA_URL].map((url) => ({ url })),
		confidence: "medium",
		licence: LICENCE,
	};
}

function legalBasisOf(given: YesNo, method: string): string | null | undefined {
	if (given === "no") return null;
	return given === "yes" ? method || "given, and not named" : undefined;
}

/** Below the country where the sheet says so; a level above one province is the whole country only where the area does. */
function scopeOf({ geoScope, areaName }: StopRow): Scope | undefined {
	const scope = geoScope.toLowerCase().replace(/\s+/g, " ");
	if (/^nation(al|wide)\b/i.test(areaName) && !/except/i.test(areaName))
		return "national";
	if (/only affected one city|^local$|level 1/.test(scope)) return "district";
	if (/more than one|regional|level [23]/.test(scope)) return "province";
	return scope === "national" ? "national" : undefined;
}

function kindOf(row: StopRow, scope: Scope | undefined): RestrictionKind {
	if (!row.isShutdown && !row.isThrottle) return "undetermined";
	if (!row.isShutdown) return "throttling";
	if (!row.isFullNetwork)
		return row.isServiceBased ? "service_block" : "undetermined";
	if (row.isMobile && row.isBroadband)
		return scope === "national" ? "full_shutdown" : "regional_shutdown";
	if (row.isMobile) return "mobile_data_shutdown";
	return row.isBroadband ? "fixed_line_shutdown" : "undetermined";
}

function servicesOf(row: StopRow): readonly string[] {
	const networks = row.isFullNetwork
		? [
				...(row.isMobile ? ["mobile internet"] : []),
				...(row.isBroadband ? ["fixed internet"] : []),
			]
		: [];
	return [...new Set([...networks, ...row.services])].slice(0, 200);
}
