/** What ships for the probe to measure with: resolvers, innocent sites, and which kinds of site are asked for on purpose only. */
import { RasaiError } from "../../base/index.ts";
import { isRecord } from "../../model/index.ts";
import type { Endpoint, Innocent } from "./vantage.ts";

export interface NetworkLists {
	readonly udpResolvers: readonly Endpoint[];
	readonly dohResolvers: readonly string[];
	readonly innocents: readonly Innocent[];
}

/** Reads `data/probe/network.json`. Throws `reference_invalid`. */
export function parseNetworkLists(value: unknown): NetworkLists {
	const given = isRecord(value) ? value : {};
	const innocents = given["innocents"];
	if (!Array.isArray(innocents)) throw invalid("innocents");
	return {
		udpResolvers: texts(given, "udpResolvers").map(parseResolver),
		dohResolvers: texts(given, "dohResolvers"),
		innocents: innocents.map((item) => {
			if (!isRecord(item) || typeof item["hostname"] !== "string")
				throw invalid("innocents");
			const { hostname, check, object } = item;
			return {
				hostname,
				speaksQuic: item["speaksQuic"] === true,
				...(isRecord(check) &&
				typeof check["url"] === "string" &&
				typeof check["status"] === "number"
					? { check: { url: check["url"], status: check["status"] } }
					: {}),
				...(typeof object === "string" ? { object } : {}),
			};
		}),
	};
}

/** `9.9.9.9`, `9.9.9.9:5353` or `[2620:fe::fe]:53` as an endpoint. */
export function parseResolver(text: string): Endpoint {
	const match = /^(?:\[([^\]]+)\]|([^:]+)|([0-9a-f:.]+))(?::(\d+))?$/i.exec(
		text,
	);
	const ip = match?.[1] ?? match?.[2] ?? match?.[3] ?? text;
	return { ip, port: Number(match?.[4] ?? 53) };
}

function texts(
	record: Readonly<Record<string, unknown>>,
	key: string,
): readonly string[] {
	const list = record[key];
	if (Array.isArray(list) && list.every((one) => typeof one === "string"))
		return list;
	throw invalid(key);
}

function invalid(key: string): RasaiError {
	return new RasaiError(
		"reference_invalid",
		`the probe's lists cannot be used: ${key}`,
	);
}

/**
 * Categories of the Citizen Lab's lists whose sites it may be dangerous or
 * illegal to be seen visiting. They are measured only where asked for.
 */
export const SENSITIVE_CATEGORIES: ReadonlySet<string> = new Set([
	"ALDR", // alcohol and drugs
	"ANON", // anonymisation and circumvention
	"DATE", // online dating
	"EXTR", // extremism (older lists)
	"GMB", // gambling
	"HATE",
	"HATR", // hate speech (older lists)
	"LGBT",
	"MILX", // terrorism and militants
	"PORN",
	"PROV", // provocative attire
	"REL", // religion: blasphemy is a crime in places
	"XED", // sex education
]);
