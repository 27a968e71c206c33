/**
 * OONI's public bucket: which objects hold the measurements asked for.
 *
 * Two layouts, told apart by the day OONI received the measurements (which is
 * also what `since` and `until` select by; a measurement may be older):
 * - from 2020-10-20: `raw/YYYYMMDD/HH/CC/testname/YYYYMMDDHH_CC_testname.….{jsonl.gz,tar.gz}`,
 *   both endings holding the same measurements, as lines and as postcans;
 * - before 2020-10-21: `jsonl/testname/CC/YYYYMMDD/00/YYYYMMDD_CC_testname.….jsonl.gz`.
 * Test names have no underscores in either.
 */
import {
	addDays,
	type DownloadOptions,
	type HttpClient,
	RasaiError,
} from "../../../base/index.ts";
import { type BucketObject, type ListQuery, listBucket } from "./s3-listing.ts";

export const OONI_BUCKET_URL =
	"https://ooni-data-eu-fra.s3.eu-central-1.amazonaws.com/";

/** What of the bucket is wanted; empty lists mean all. */
export interface OoniSelection {
	readonly bucketUrl?: string;
	/** Countries, ISO 3166-1 alpha-2. */
	readonly cc?: readonly string[];
	/** Test names, with or without underscores. */
	readonly test?: readonly string[];
	/** First UTC day, `YYYY-MM-DD`. */
	readonly since: string;
	/** The UTC day after the last. */
	readonly until: string;
	/** Postcans too where there are JSON lines of the same measurements. */
	readonly postcans?: boolean;
}

const RAW_SINCE = "2020-10-20";
const LEGACY_UNTIL = "2020-10-21";
const FILE_NAME = /\.(jsonl\.gz|tar\.gz)$/;

/**
 * The objects of the selection, in the order of their keys within each layout,
 * the older layout first. Throws `usage` for a selection that is none, and as
 * the listing does.
 */
export async function* listOoni(
	http: HttpClient,
	selection: OoniSelection,
	options: DownloadOptions = {},
): AsyncGenerator<BucketObject> {
	const wanted = checkSelection(selection);
	const list = (query: ListQuery) =>
		listBucket(http, wanted.bucketUrl, query, options);
	yield* listLegacy(list, wanted);
	yield* listRaw(list, wanted);
}

/** Where an object of the bucket is fetched from. */
export function objectUrl(bucketUrl: string, key: string): string {
	const path = key.split("/").map(encodeURIComponent).join("/");
	return new URL(path, bucketUrl.replace(/\/*$/, "/")).href;
}

type List = (query: ListQuery) => ReturnType<typeof listBucket>;

interface Wanted {
	readonly bucketUrl: string;
	readonly ccs: readonly string[];
	readonly tests: readonly string[];
	readonly since: string;
	readonly until: string;
	readonly postcans: boolean;
}

function checkSelection(selection: OoniSelection): Wanted {
	const { since, until, cc = [], test = [] } = selection;
	for (const day of [since, until])
		if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day)))
			throw new RasaiError("usage", `${day}: not a day (YYYY-MM-DD)`);
	if (since >= until)
		throw new RasaiError("usage", `no day lies from ${since} to ${until}`);
	const ccs = cc.map((code) => code.toUpperCase());
	const tests = test.map((name) => name.toLowerCase().replaceAll("_", ""));
	for (const code of ccs)
		if (!/^[A-Z]{2}$/.test(code))
			throw new RasaiError("usage", `${code}: not a country code`);
	for (const name of tests)
		if (!/^[a-z0-9]+$/.test(name))
			throw new RasaiError("usage", `${name}: not a test name`);
	return {
		bucketUrl: selection.bucketUrl ?? OONI_BUCKET_URL,
		ccs: ccs.sort(),
		tests: tests.sort(),
		since,
		until,
		postcans: selection.postcans ?? false,
	};
}

async function* listRaw(
	list: List,
	wanted: Wanted,
): AsyncGenerator<BucketObject> {
	let linesFolder = "";
	const first = wanted.since > RAW_SINCE ? wanted.since : RAW_SINCE;
	for (let day = first; day < wanted.until; day = addDays(day, 1))
		for (const prefix of rawPrefixes(compact(day), wanted))
			for await (const page of list({ prefix }))
				for (const object of page.objects) {
					const [, , , cc = "", test = "", name = ""] = object.key.split("/");
					if (!isWanted(wanted, cc, test) || !FILE_NAME.test(name)) continue;
					const folder = object.key.slice(0, -name.length);
					// In byte order `.jsonl.gz` comes before its `.tar.gz`.
					if (name.endsWith(".jsonl.gz")) linesFolder = folder;
					else if (folder === linesFolder && !wanted.postcans) continue;
					yield object;
				}
}

/** One listing a day; with few countries, one an hour and country is shorter. */
function rawPrefixes(day: string, { ccs, tests }: Wanted): readonly string[] {
	if (ccs.length === 0 || ccs.length > 4) return [`raw/${day}/`];
	const test = tests.length === 1 ? `${tests[0]}/` : "";
	return Array.from({ length: 24 }, (_, hour) =>
		ccs.map(
			(cc) => `raw/${day}/${String(hour).padStart(2, "0")}/${cc}/${test}`,
		),
	).flat();
}

async function* listLegacy(
	list: List,
	wanted: Wanted,
): AsyncGenerator<BucketObject> {
	const until = wanted.until < LEGACY_UNTIL ? wanted.until : LEGACY_UNTIL;
	if (wanted.since >= until) return;
	const tests =
		wanted.tests.length > 0 ? wanted.tests : await namesBelow(list, "jsonl/");
	for (const test of tests) {
		const ccs =
			wanted.ccs.length > 0
				? wanted.ccs
				: await namesBelow(list, `jsonl/${test}/`);
		for (const cc of ccs) {
			const prefix = `jsonl/${test}/${cc}/`;
			yield* listDays(list, prefix, compact(wanted.since), compact(until));
		}
	}
}

/** The objects below `prefix` whose next part is a day of the range: the listing starts at the first and is left at the end. */
async function* listDays(
	list: List,
	prefix: string,
	since: string,
	until: string,
): AsyncGenerator<BucketObject> {
	for await (const page of list({ prefix, startAfter: `${prefix}${since}` }))
		for (const object of page.objects) {
			const day = object.key.slice(prefix.length, prefix.length + 8);
			if (day >= until) return;
			if (day >= since && FILE_NAME.test(object.key)) yield object;
		}
}

async function namesBelow(
	list: List,
	prefix: string,
): Promise<readonly string[]> {
	const names: string[] = [];
	for await (const page of list({ prefix, delimiter: "/" }))
		for (const below of page.prefixes)
			names.push(below.slice(prefix.length).replace(/\/$/, ""));
	return names;
}

function isWanted({ ccs, tests }: Wanted, cc: string, test: string): boolean {
	return (
		(ccs.length === 0 || ccs.includes(cc)) &&
		(tests.length === 0 || tests.includes(test))
	);
}

function compact(day: string): string {
	return day.replaceAll("-", "");
}
