/** IODA's entities and data sources in our words. */
import {
	type SignalEntity,
	type SignalKey,
	UNKNOWN_CC,
} from "../../../model/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import type { ReadOptions } from "../types.ts";

export const IODA = "ioda";
export const IODA_LICENCE =
	"Copyright Georgia Tech Research Corporation; non-commercial";

const UNITS: Readonly<Record<string, string>> = {
	bgp: "visible /24s",
	"ping-slash24": "/24s up",
	"merit-nt": "unique source addresses",
	gtr: "Google traffic",
	"gtr-norm": "normalised Google traffic",
	mozilla: "cities",
	"ping-slash24-loss": "percent lost",
	"ping-slash24-latency": "ms",
};
/** More is worse, or a measure of trouble itself. */
const RISING = /loss|latency|delay/;

export function iodaKey(
	measure: string,
	entity: SignalEntity,
	unit = UNITS[measure.split(".")[0] ?? ""] ?? "unit of the source",
): SignalKey {
	return {
		source: IODA,
		measure,
		unit,
		entity,
		access: null,
		licence: IODA_LICENCE,
		trouble: RISING.test(measure) ? "rise" : "fall",
		verified: true,
	};
}

/** Reads `type` and `code`, with the path-like name that tells a region's country. Undefined where there is no such entity of ours. */
export function iodaEntity(
	type: unknown,
	code: unknown,
	name: unknown,
	fqid: unknown,
	options: ReadOptions,
): SignalEntity | undefined {
	const nowhere = options.cc ?? UNKNOWN_CC;
	const area = options.area ?? null;
	const fromPath =
		typeof fqid === "string"
			? /^geo\.[a-z]+\.[A-Z]{2}\.([A-Z]{2})(\.|$)/.exec(fqid)?.[1]
			: undefined;
	if (type === "country")
		return typeof code === "string" && isCountryCode(code)
			? { cc: code, area, asn: null }
			: undefined;
	if (type === "region" || type === "county")
		return {
			cc: fromPath ?? nowhere,
			area: typeof name === "string" ? name : String(code),
			asn: null,
		};
	if (type === "asn" || type === "geoasn") {
		const asn = Number(/^\d+/.exec(String(code))?.[0]);
		return Number.isSafeInteger(asn)
			? { cc: fromPath ?? nowhere, area, asn }
			: undefined;
	}
	return undefined;
}
