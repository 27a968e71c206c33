/**
 * What a signal is measured by. Two signals of one gauge fail together,
 * so only different gauges count as independent: two products of one
 * company's traffic are one witness, and routes are routes, whoever lists them.
 */
import type { SignalKey } from "../../model/index.ts";

/** Our own count of sessions. */
export const OWN_VOLUME = "own_volume";

const BY_SOURCE: Readonly<Record<string, string>> = {
	ripestat: "routing",
	monash: "monash_probing",
	"ripe-atlas": "atlas_probing",
	"google-traffic": "google_traffic",
	"cloudflare-radar": "cloudflare_traffic",
	wikimedia: "wikimedia_traffic",
	rasai: OWN_VOLUME,
};

const IODA: readonly (readonly [RegExp, string])[] = [
	[/^bgp/, "routing"],
	[/^ping-slash24$/, "ioda_probing"],
	[/^(merit|ucsd)-nt/, "telescope"],
	[/^gtr/, "google_traffic"],
	[/^mozilla/, "mozilla"],
];

/** Sources that show whether a service, a tool or a speed changed, and not whether there is a network. */
const OF_SOMETHING_ELSE: ReadonlySet<string> = new Set([
	"google-trends",
	"censored-planet",
	"tor-metrics",
	"mlab-ndt",
]);
/** Traffic of one product falls when that product is blocked. */
const ONE_PRODUCT = /youtube|maps|translate|gmail|blogger|sites|spreadsheets/i;

/** Traffic and the like follow what people do: on a holiday they fall together, and nothing is cut. */
const OF_ACTIVITY: ReadonlySet<string> = new Set([
	"google_traffic",
	"cloudflare_traffic",
	"wikimedia_traffic",
	"telescope",
	"mozilla",
	OWN_VOLUME,
]);
/** What a fall of activity must take away to count towards the floor. Provisional. */
const STRONG_DEPTH = 0.5;

/** Whether a fall is more than people's habits may give. */
export function isStrong(gauge: string, depth: number): boolean {
	return depth >= STRONG_DEPTH || !OF_ACTIVITY.has(gauge);
}

/** The gauge behind a signal; undefined where its falls are no sign of an outage. */
export function gaugeOf({
	source,
	measure,
	trouble,
}: Pick<SignalKey, "source" | "measure" | "trouble">): string | undefined {
	if (trouble === "rise" || OF_SOMETHING_ELSE.has(source)) return undefined;
	const gauge =
		source === "ioda"
			? IODA.find(([pattern]) => pattern.test(measure))?.[1]
			: (BY_SOURCE[source] ?? source);
	return gauge === "google_traffic" && ONE_PRODUCT.test(measure)
		? undefined
		: gauge;
}
