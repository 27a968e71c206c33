/**
 * The verdict keys of web_connectivity 0.5 (`blocking`, `accessible`, the
 * comparisons), so that OONI's tools find in our records what they look for.
 * Rasai's own judge never reads them (P1).
 *
 * After the facts in our notes on version 0.5.28: sections of OONI's design
 * are named where they matter. Only what an ordinary visitor meets counts:
 * the system's resolver, and flows that may fetch.
 */
import { isLoopback } from "../../base/index.ts";
import { isRecord } from "../../model/index.ts";
import { comparePages, type PageComparison } from "./page-comparison.ts";

export interface Conclusions extends PageComparison {
	readonly dns_consistency: "consistent" | "inconsistent" | null;
	readonly dns_experiment_failure: string | null;
	readonly http_experiment_failure: string | null;
	readonly blocking:
		| "dns"
		| "tcp_ip"
		| "http-failure"
		| "http-diff"
		| false
		| null;
	readonly accessible: boolean | null;
}

type Row = Readonly<Record<string, unknown>>;

const KINDS = ["dns", "tcp", "tls", "http"] as const;

/** One flow as deep as it came, or one look-up. */
interface Seen {
	readonly kind: (typeof KINDS)[number];
	readonly failure: string | null;
	readonly depth: number;
	readonly flow: number;
	readonly address: string;
	readonly row: Row;
}

/** What 0.5 concludes from the keys of one record. */
export function conclude(keys: Row, hostname: string): Conclusions {
	const control =
		keys["control_failure"] === null ? rowOf(keys["control"]) : {};
	const page = rowOf(control["http_request"]);
	const hasPage =
		typeof page["failure"] === "string" || Number(page["status_code"]) > 0;
	const seen = observe(keys);
	const final = seen.find(({ kind, failure, row }) => {
		const code = Number(rowOf(row["response"])["code"]);
		return (
			kind === "http" &&
			failure === null &&
			[2, 4, 5].includes(Math.floor(code / 100))
		);
	});
	const compared = comparePages(rowOf(final?.row["response"]), page);
	const consistency = dnsConsistency(keys, control, hostname);
	const context = {
		control,
		page,
		hasPage,
		hostname,
		isSame: isSame(compared),
	};
	const deciding = seen.flatMap((one) => {
		const answer = decide(one, context);
		return answer === undefined ? [] : [{ one, ...answer }];
	})[0];
	const fails = deciding !== undefined && deciding.accessible !== true;
	const answer =
		fails && consistency === "inconsistent"
			? blocked("dns")
			: (deciding ?? UNKNOWN);
	return {
		...compared,
		blocking: answer.blocking,
		accessible: answer.accessible,
		dns_consistency: consistency,
		dns_experiment_failure: dnsFailure(keys),
		http_experiment_failure: deciding?.one.failure ?? null,
	};
}

interface Context {
	readonly control: Row;
	readonly page: Row;
	readonly hasPage: boolean;
	readonly hostname: string;
	readonly isSame: boolean;
}

type Answer = Pick<Conclusions, "blocking" | "accessible">;

const DOWN: Answer = { blocking: false, accessible: false };
const UNKNOWN: Answer = { blocking: null, accessible: null };
const WORKS: Answer = { blocking: false, accessible: true };
const blocked = (blocking: Answer["blocking"]): Answer => ({
	blocking,
	accessible: false,
});

/** The table of section 4; undefined where the row does not apply. */
function decide(one: Seen, context: Context): Answer | undefined {
	const { control, page, hasPage } = context;
	const helperFailed = typeof page["failure"] === "string";
	switch (one.kind) {
		case "http": {
			if (one.failure !== null)
				return !hasPage
					? UNKNOWN
					: helperFailed
						? DOWN
						: blocked("http-failure");
			const code = Number(rowOf(one.row["response"])["code"]);
			if (![2, 4, 5].includes(Math.floor(code / 100))) return undefined;
			const url = String(rowOf(one.row["request"])["url"]);
			if (url.startsWith("https:")) return WORKS;
			if (!hasPage) return UNKNOWN;
			return context.isSame ? WORKS : blocked("http-diff");
		}
		case "tls":
		case "tcp": {
			if (one.failure === null) return undefined;
			const told = rowOf(
				control[`${one.kind === "tls" ? "tls_handshake" : "tcp_connect"}`],
			)[one.address];
			const block = blocked(one.kind === "tls" ? "http-failure" : "tcp_ip");
			if (isRecord(told))
				return typeof told["failure"] === "string" ? DOWN : block;
			return hasPage ? blocked("http-failure") : UNKNOWN;
		}
		case "dns":
			return one.failure === null
				? decideLoopback(one, context)
				: decideDns(one, context);
	}
}

function decideDns(one: Seen, { control, hasPage, hostname }: Context): Answer {
	const told = one.row["hostname"] === hostname ? rowOf(control["dns"]) : {};
	if (!("failure" in told)) return hasPage ? blocked("http-failure") : WORKS;
	if (typeof told["failure"] === "string") return DOWN;
	return one.failure === "dns_no_answer" && listOf(told["addrs"]).length === 0
		? DOWN
		: blocked("dns");
}

/** Row 7: nothing but loopback in the answer, which nobody can visit. */
function decideLoopback(one: Seen, { control }: Context): Answer | undefined {
	const ips = addressesOf(one.row).map(({ ip }) => ip);
	if (ips.length === 0 || !ips.every(isLoopback)) return undefined;
	const told = listOf(rowOf(control["dns"])["addrs"]).map(String);
	return told.length > 0 && told.every(isLoopback) ? DOWN : blocked("dns");
}

function addressesOf(query: Row): readonly {
	readonly ip: string;
	readonly asn: number;
}[] {
	return rowsOf(query["answers"]).flatMap((answer) => {
		const ip = answer["ipv4"] ?? answer["ipv6"];
		return typeof ip === "string"
			? [{ ip, asn: Number(answer["asn"] ?? 0) }]
			: [];
	});
}

/** What an ordinary visitor met, in the order of section 4. */
function observe(keys: Row): readonly Seen[] {
	const seen: Seen[] = [];
	const flows = new Map<number, Seen>();
	const add = (
		kind: Seen["kind"],
		row: Row,
		failure: unknown,
		address: unknown,
	): void => {
		const tags = listOf(row["tags"]).map(String);
		if (!tags.includes("classic")) return;
		const flow = Number(row["transaction_id"]);
		const depth = Number(
			tags.find((tag) => tag.startsWith("depth="))?.slice(6) ?? 0,
		);
		const one: Seen = {
			kind,
			failure: typeof failure === "string" ? failure : null,
			depth,
			flow,
			address: String(address ?? ""),
			row,
		};
		if (kind === "dns") seen.push(one);
		else if (tags.includes("fetch_body=true")) flows.set(flow, one);
	};
	for (const row of rowsOf(keys["queries"]))
		if (row["engine"] === "getaddrinfo") add("dns", row, row["failure"], "");
	for (const row of rowsOf(keys["tcp_connect"])) {
		const ip = String(row["ip"]);
		const host = ip.includes(":") ? `[${ip}]` : ip;
		add("tcp", row, rowOf(row["status"])["failure"], `${host}:${row["port"]}`);
	}
	for (const row of rowsOf(keys["tls_handshakes"]))
		add("tls", row, row["failure"], row["address"]);
	for (const row of rowsOf(keys["requests"]))
		add("http", row, row["failure"], row["address"]);
	return [...seen, ...flows.values()].sort(
		(a, b) =>
			b.depth - a.depth ||
			KINDS.indexOf(b.kind) - KINDS.indexOf(a.kind) ||
			(a.failure ?? "").localeCompare(b.failure ?? "") ||
			b.flow - a.flow,
	);
}

/** Section 3: an answer is valid where it shares an address or an AS with the helper's. */
function dnsConsistency(
	keys: Row,
	control: Row,
	hostname: string,
): Conclusions["dns_consistency"] {
	const told = rowOf(control["dns"]);
	if (!("failure" in told)) return null;
	const addrs = listOf(told["addrs"]).map(String);
	const info = rowOf(control["ip_info"]);
	const asnOf = (ip: string): number => Number(rowOf(info[ip])["asn"] ?? 0);
	const asns = new Set(addrs.map(asnOf).filter((asn) => asn > 0));
	let [good, bad] = [false, false];
	for (const row of rowsOf(keys["queries"])) {
		if (row["engine"] !== "getaddrinfo" || row["hostname"] !== hostname)
			continue;
		const { failure } = row;
		if (typeof failure === "string") {
			const expected =
				typeof told["failure"] === "string" ||
				(failure === "dns_no_answer" && addrs.length === 0);
			if (expected) good = true;
			else bad = true;
			continue;
		}
		const answers = addressesOf(row).map(({ ip, asn }) => ({
			ip,
			asn: asn || asnOf(ip),
		}));
		if (answers.some(({ ip, asn }) => addrs.includes(ip) || asns.has(asn)))
			good = true;
		else bad = true;
	}
	return bad ? "inconsistent" : good ? "consistent" : null;
}

function dnsFailure(keys: Row): string | null {
	for (const row of rowsOf(keys["queries"]))
		if (
			row["engine"] === "getaddrinfo" &&
			listOf(row["tags"]).includes("depth=0") &&
			typeof row["failure"] === "string"
		)
			return row["failure"];
	return null;
}

function isSame(page: PageComparison): boolean {
	return (
		page.status_code_match === true &&
		(page.body_length_match === true ||
			page.headers_match === true ||
			page.title_match === true)
	);
}

function rowOf(value: unknown): Row {
	return isRecord(value) ? value : {};
}

function rowsOf(value: unknown): readonly Row[] {
	return listOf(value).map(rowOf);
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
