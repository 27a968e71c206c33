/**
 * Every kind of page and every kind of question to the API, as addresses that
 * change from one number to the next: countries, networks, services, targets,
 * days and measurements of the big store, so that few answers are kept ones.
 */
import { addDays } from "../../src/base/index.ts";
import { LAST_DAY } from "./big-store.ts";
import { COUNTRIES, FIRST_ASN } from "./big-store-shape.ts";

export interface Question {
	readonly name: string;
	readonly path: (n: number) => string;
	/** A whole table as a file: as long as it is, and asked less often. */
	readonly isBulk?: boolean;
}

export interface Known {
	readonly services: readonly string[];
	/** Measurements of several countries. */
	readonly uids: readonly string[];
	readonly incidents: readonly string[];
}

/** One of a list by a number: each in turn, and not in step with others of another length. */
const pick = <Item>(list: readonly Item[], n: number): Item =>
	list[n % list.length] as Item;

export function pageQuestions(known: Known): readonly Question[] {
	const incident = (n: number): string => pick(known.incidents, n);
	return [
		{ name: "now", path: () => "/" },
		{ name: "now, CSV", path: () => "/now.csv" },
		{ name: "country", path: (n) => `/${place(n).cc}` },
		{ name: "country, JSON", path: (n) => `/${place(n).cc}.json` },
		{ name: "country, chart", path: (n) => `/${place(n).cc}.svg` },
		{ name: "network", path: (n) => network(n) },
		{ name: "network, CSV", path: (n) => `${network(n)}.csv` },
		{
			name: "cell of a service",
			path: (n) =>
				`${network(n)}/${day(n)}?service=${pick(known.services, n)}&function=web`,
		},
		{
			name: "cell of a site",
			path: (n) => `${network(n)}/${day(n)}/www.site-${(n * n) % 200}.example`,
		},
		{ name: "service", path: (n) => `/service/${pick(known.services, n)}` },
		{ name: "measurement", path: (n) => `/measurement/${pick(known.uids, n)}` },
		{ name: "explore, empty", path: () => "/explore" },
		{
			name: "explore, a service",
			path: (n) =>
				`/explore?cc=${place(n).cc.toUpperCase()}&service=${pick(known.services, n)}&since=${day(n)}&until=${addDays(day(n), 55)}`,
		},
		{
			name: "explore, a site",
			path: (n) =>
				`/explore?cc=${place(n).cc.toUpperCase()}&target=www.site-${(n * n) % 200}.example&since=${day(n)}&until=${addDays(day(n), 55)}`,
		},
		{
			name: "explore, a network",
			path: (n) =>
				`/explore?cc=${place(n).cc.toUpperCase()}&asn=as${place(n).asn}&since=${day(n)}&until=${addDays(day(n), 55)}`,
		},
		...(known.incidents.length > 0
			? [
					{ name: "incident", path: (n: number) => `/incident/${incident(n)}` },
					{
						name: "dossier, HTML",
						path: (n: number) => `/incident/${incident(n)}/dossier.html`,
					},
				]
			: []),
		{ name: "incidents", path: () => "/incidents" },
		{ name: "feed of a country", path: (n) => `/${place(n).cc}.atom` },
		{ name: "cost", path: () => "/cost" },
		{ name: "outlook", path: () => "/pk/outlook" },
		{ name: "rejects", path: () => "/rejects" },
		{ name: "about", path: () => "/about" },
	];
}

export function apiQuestions(known: Known): readonly Question[] {
	const cc = (n: number): string => place(n).cc.toUpperCase();
	const days = (n: number, count: number): string =>
		`since=${day(n)}&until=${addDays(day(n), count)}`;
	return [
		{ name: "status", path: () => "/api/v1/status" },
		{ name: "countries", path: () => "/api/v1/countries" },
		{
			name: "networks",
			path: (n) => `/api/v1/networks?cc=${cc(n)}&${days(n, 30)}`,
		},
		{ name: "services", path: () => "/api/v1/services" },
		{ name: "incidents", path: (n) => `/api/v1/incidents?cc=${cc(n)}` },
		{ name: "restrictions", path: () => "/api/v1/restrictions" },
		{ name: "entries", path: () => "/api/v1/entries" },
		{
			name: "days of a service, 2 weeks",
			path: (n) =>
				`/api/v1/days?cc=${cc(n)}&service=${pick(known.services, n)}&${days(n, 14)}`,
		},
		{
			name: "days, 100 of a month",
			path: (n) => `/api/v1/days?cc=${cc(n)}&${days(n, 30)}`,
		},
		{
			name: "days, free data only",
			path: (n) => `/api/v1/days?cc=${cc(n)}&commercial=true&${days(n, 14)}`,
		},
		{
			name: "cells of a network, a week",
			path: (n) =>
				`/api/v1/cells?cc=${cc(n)}&asn=${place(n).asn}&${days(n, 7)}`,
		},
		{
			name: "measurements of a network",
			path: (n) =>
				`/api/v1/measurements?cc=${cc(n)}&asn=${place(n).asn}&${days(n, 7)}`,
		},
		{
			name: "measurements of a site",
			path: (n) =>
				`/api/v1/measurements?cc=${cc(n)}&target=www.site-${(n * n) % 200}.example&${days(n, 30)}`,
		},
		{
			name: "measurements, 1,000",
			path: (n) => `/api/v1/measurements?limit=1000&until=${day(n)}`,
		},
		{
			name: "measurement, explained",
			path: (n) => `/api/v1/measurements/${pick(known.uids, n)}`,
		},
		{ name: "rejects", path: () => "/api/v1/rejects" },
		{
			name: "OONI: measurements",
			path: (n) => `/ooni/api/v1/measurements?probe_cc=${cc(n)}&${days(n, 7)}`,
		},
		{
			name: "OONI: aggregation, 2 weeks",
			path: (n) =>
				`/ooni/api/v1/aggregation?probe_cc=${cc(n)}&axis_x=measurement_start_day&${days(n, 14)}`,
		},
		{
			name: "SQL, days of networks",
			isBulk: true,
			path: (n) =>
				`/api/v1/sql?query=${encodeURIComponent(`SELECT asn, count(*) FROM daily WHERE day > DATE '${day(n)}' AND cc = '${cc(n)}' GROUP BY asn`)}`,
		},
		{
			name: "days of a month, CSV",
			isBulk: true,
			path: (n) => `/api/v1/days?cc=${cc(n)}&format=csv&${days(n, 30)}`,
		},
		{
			name: "measurements of a week, Parquet",
			isBulk: true,
			path: (n) =>
				`/api/v1/measurements?cc=${cc(n)}&format=parquet&${days(n, 7)}`,
		},
	];
}

/** A country and a network of it: large ones twice as often. */
function place(n: number): { readonly cc: string; readonly asn: number } {
	const number = n % 3 === 0 ? n % COUNTRIES.length : n % 5;
	const asn = FIRST_ASN + number * 100 + ((n * 7) % 25);
	return { cc: pick(COUNTRIES, number).toLowerCase(), asn };
}

const network = (n: number): string => `/${place(n).cc}/as${place(n).asn}`;
const day = (n: number): string => addDays(LAST_DAY, -((n * 11) % 300) - 55);
