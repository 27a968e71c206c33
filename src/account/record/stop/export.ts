/**
 * Restrictions in STOP's columns of 2020 and later, so that others can take
 * ours. What STOP asks and we do not know stays blank; the words are those of
 * its own sheet, and none of its texts.
 */
import { countryName } from "../../../reference/index.ts";
import type { RecordEntry } from "../entry.ts";
import { localDays } from "../time.ts";

export const STOP_COLUMNS = [
	"start_date_type",
	"start_date",
	"country",
	"geo_scope",
	"area_name",
	"shutdown_type",
	"affected_network",
	"shutdown_extent",
	"ordered_by",
	"decision_maker",
	"actual_cause",
	"actual_cause_details",
	"info_source",
	"info_source_link",
	"shutdown_status",
	"end_date",
	"duration",
	"gov_justification",
	"gov_just_details",
	"gov_ack",
	"legal_just",
	"legal_method",
	"gov_ack_source",
	"gov_ack_quote",
	"facebook_affected",
	"twitter_affected",
	"whatsapp_affected",
	"instagram_affected",
	"telegram_affected",
	"other_affected",
	"sms_affected",
	"phonecall_affected",
	"telcos_involved",
	"telco_ack",
	"telco_ack_source",
	"telco_ack_quote",
	"election",
	"violence",
	"hr_abuse_reported",
	"users_targeted",
	"users_target_detail",
	"users_notified",
	"econ_impact",
	"event",
	"an_link",
	"count_year",
] as const;
export type StopColumn = (typeof STOP_COLUMNS)[number];

/** How STOP writes one of our kinds: type, network, extent. Kinds that it does not count have no row. */
const KIND_COLUMNS: Readonly<
	Record<string, readonly [type: string, network: string, extent: string]>
> = {
	service_block: ["Shutdown", "Unknown", "Service-based"],
	throttling: ["Throttle", "Unknown", "Service-based"],
	mobile_data_shutdown: ["Shutdown", "Mobile", "Full network"],
	fixed_line_shutdown: ["Shutdown", "Broadband", "Full network"],
	regional_shutdown: ["Shutdown", "Broadband, Mobile", "Full network"],
	full_shutdown: ["Shutdown", "Broadband, Mobile", "Full network"],
	undetermined: ["Unknown", "Unknown", "Unknown"],
};
const FLAGS = {
	facebook_affected: /^facebook(\.com)?$/i,
	twitter_affected: /^(x|x\.com|twitter|twitter\.com|x \(formerly twitter\))$/i,
	whatsapp_affected: /^whatsapp(\.com)?$/i,
	instagram_affected: /^instagram(\.com)?$/i,
	telegram_affected: /^telegram(\.org)?$/i,
} as const;
/** What the network columns say already. */
const NETWORK_NAMES = /^(mobile internet|fixed internet|sms|phone calls)$/i;

/** The row of an entry of type `restriction`; undefined for others, and for kinds that STOP does not count. */
export function stopRow(
	entry: RecordEntry,
): Readonly<Partial<Record<StopColumn, string>>> | undefined {
	const { restriction } = entry;
	const columns = restriction && KIND_COLUMNS[restriction.kind];
	if (!restriction || !columns) return undefined;
	const [type, network, extent] = columns;
	const { start, end, isOngoing } = restriction;
	const [startOn] = localDays(start);
	// The last day that a coarse end may mean: STOP has no word for coarse ends.
	const endOn = end && end.precision !== "forecast" ? localDays(end)[1] : "";
	const isSaid = (pattern: RegExp): boolean =>
		entry.services.some((name) => pattern.test(name));
	return {
		start_date_type: ["minute", "hour", "day"].includes(start.precision)
			? "Actual"
			: "Estimated",
		start_date: startOn,
		country: countryName(entry.country),
		geo_scope: geoScopeOf(restriction.scope),
		area_name:
			restriction.scope === "national" ? "Nationwide" : entry.areas.join(", "),
		shutdown_type: type,
		affected_network: network,
		shutdown_extent: extent,
		decision_maker: restriction.orderedBy ?? "",
		actual_cause: restriction.cause ?? "",
		info_source_link: entry.sources.map(({ url }) => url).join("; "),
		shutdown_status: endOn ? "Ended" : isOngoing ? "Ongoing" : "Unknown",
		end_date: endOn,
		duration: endOn ? String(daysOf(startOn, endOn)) : "",
		gov_justification: restriction.justification ?? "",
		gov_ack: ackOf(restriction.acknowledgement),
		legal_just: legalOf(restriction.legalBasis),
		legal_method: restriction.legalBasis ?? "",
		...Object.fromEntries(
			Object.entries(FLAGS).map(([column, pattern]) => [
				column,
				isSaid(pattern) ? "Yes" : "No",
			]),
		),
		other_affected: entry.services
			.filter(
				(name) =>
					!NETWORK_NAMES.test(name) &&
					!Object.values(FLAGS).some((pattern) => pattern.test(name)),
			)
			.join(", "),
		sms_affected: isSaid(/^sms$/i) ? "Yes" : "No",
		phonecall_affected: isSaid(/^phone calls$/i) ? "Yes" : "No",
		telcos_involved: restriction.networks.join(", "),
		users_notified:
			restriction.usersNotified === undefined
				? ""
				: restriction.usersNotified
					? "Yes"
					: "No",
		count_year: startOn.slice(0, 4),
	};
}

function geoScopeOf(scope: string | undefined): string {
	switch (scope) {
		case "national":
			return "It affected locations in more than one state, province, or region";
		case "province":
			return "It affected more than one city in the same state, province, or region";
		case "district":
			return "It only affected one city, county, or village";
		default:
			return "Not sure";
	}
}

/** A denial is no acknowledgement, and STOP has no word for it. */
function ackOf(word: string | undefined): string {
	if (word === undefined) return "Unknown";
	return word === "acknowledged" ? "Yes" : "No";
}

function legalOf(basis: string | null | undefined): string {
	if (basis === undefined) return "Unknown";
	return basis === null ? "No" : "Yes";
}

/** Both days count since 2020; before, only one did. */
function daysOf(startOn: string, endOn: string): number {
	const days = (Date.parse(endOn) - Date.parse(startOn)) / 86_400_000;
	return startOn >= "2020" ? days + 1 : days;
}
