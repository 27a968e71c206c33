/** Look-ups: `queries` rows of OONI's df-002-dnst. */
import type {
	DnsAnswer,
	DnsEngine,
	DnsObservation,
} from "../../model/index.ts";
import { add, note } from "./draft.ts";
import {
	asnOf,
	countOf,
	eachRow,
	elapsedMs,
	failureOf,
	flowOf,
	hostnameOf,
	ipOf,
	listOf,
	millisecondsOf,
	type Row,
	rowOf,
	textOf,
} from "./fields.ts";
import type { Reading } from "./reading.ts";
import { tagsOf } from "./tags.ts";

/** A name with more addresses than this has them from a forger. */
const MAX_ANSWERS = 256;
const NO_ANSWERS: readonly DnsAnswer[] = [];

/** Names of engines, old and new. The Go and C resolvers are both the system's. */
const ENGINES: ReadonlyMap<unknown, DnsEngine> = new Map([
	["system", "getaddrinfo"],
	["getaddrinfo", "getaddrinfo"],
	["golang_net_resolver", "getaddrinfo"],
	["go", "getaddrinfo"],
	["udp", "udp"],
	["tcp", "tcp"],
	["dot", "dot"],
	["doh", "doh"],
	["doh3", "doh"],
]);

/**
 * Names whose answer is an address of the asker or of its resolver: the
 * answers are left out, lest they be the probe's own (P11).
 */
const WHO_AM_I: ReadonlySet<string> = new Set([
	"whoami.akahelp.net",
	"whoami.akamai.net",
	"whoami.v4.powerdns.org",
	"whoami.v6.powerdns.org",
	"whoami.cloudflare",
	"o-o.myaddr.l.google.com",
	"o-o.myaddr.google.com",
	"myip.opendns.com",
	"resolver.dnscrypt.info",
]);

/** Reads the rows of `queries`, and notes in the book which name gave which address. */
export function readQueries(
	reading: Reading,
	value: unknown,
	key = "queries",
	duplicate?: true,
): void {
	const { draft } = reading;
	eachRow(draft, value, `${reading.path}${key}`, (row, index) =>
		readQuery(reading, row, key, index, duplicate),
	);
}

/** Reads one row. One that names no host is dropped: it says nothing. */
export function readQuery(
	reading: Reading,
	row: Row,
	key: string,
	index: number,
	duplicate?: true,
): void {
	const { draft, layout } = reading;
	const where = (field: string): string =>
		`${reading.path}${key}[${index}].${field}`;
	const hostname = hostnameOf(row["hostname"]);
	if (hostname === "") {
		note(draft, `${where("hostname")}: not a host name`);
		return;
	}
	const tags = tagsOf(row);
	const flow = flowOf(row);
	const engine = engineOf(row);
	const bySystem = engine === "getaddrinfo";
	const depth = layout.depthOf(tags, flow, hostname);
	const endMs = millisecondsOf(row["t"]);
	const startMs =
		millisecondsOf(row["t0"]) ??
		reading.events.resolveStarts.get(row["t"] as number);
	const lookup = { depth, flow, end: row["t"], bySystem };
	const answers = WHO_AM_I.has(hostname)
		? NO_ANSWERS
		: answersOf(reading, row, hostname, where);
	if (duplicate === undefined)
		for (const answer of answers)
			if (answer.ip !== undefined)
				reading.book.enter(answer.ip, hostname, lookup);
	const observation: DnsObservation = {
		position: draft.observations.length,
		vantage: "probe",
		layer: "dns",
		role: reading.roleOf(hostname, "", 0),
		depth,
		flow,
		failure: failureOf(row["failure"]),
		startMs: startMs ?? endMs,
		durationMs: elapsedMs(startMs, endMs),
		classic: layout.classicOf(tags, bySystem ? "system" : "other"),
		hostname,
		queryType: textOf(row["query_type"], 16).toUpperCase(),
		engine,
		resolver: bySystem ? "" : resolverOf(row),
		answers,
		rcode: countOf(row["rcode"]),
		duplicate,
	};
	add(draft, observation);
}

/** Old probes name no engine: without a resolver's address it was the system's, with one it was asked over UDP. */
function engineOf(row: Row): DnsEngine {
	const engine = row["engine"];
	if (typeof engine === "string") return ENGINES.get(engine) ?? "unknown";
	return row["resolver_hostname"] ? "udp" : "getaddrinfo";
}

function resolverOf(row: Row): string {
	const address = textOf(row["resolver_address"], 256);
	if (address !== "") return address;
	const host = textOf(row["resolver_hostname"], 256);
	const port = row["resolver_port"];
	return host !== "" && (typeof port === "number" || typeof port === "string")
		? `${host}:${String(port).slice(0, 5)}`
		: host;
}

function answersOf(
	reading: Reading,
	row: Row,
	hostname: string,
	where: (field: string) => string,
): readonly DnsAnswer[] {
	const items = listOf(row["answers"]);
	if (items.length === 0) return NO_ANSWERS;
	const { draft } = reading;
	const answers: DnsAnswer[] = [];
	for (let index = 0; index < items.length; index++) {
		if (answers.length === MAX_ANSWERS) {
			note(draft, `${where("answers")}: more than ${MAX_ANSWERS}, cut`);
			break;
		}
		const answer = rowOf(items[index]);
		const type = answer["answer_type"];
		if (type === "A" || type === "AAAA") {
			const ip = ipOf(answer[type === "A" ? "ipv4" : "ipv6"]);
			if (ip === undefined)
				note(draft, `${where(`answers[${index}]`)}: not an IP address`);
			else answers.push(addressAnswer(reading, ip, answer["asn"]));
		} else if (type === "CNAME") {
			const cname = hostnameOf(answer["hostname"]);
			// libmeasurement_kit states the name itself where there is no alias.
			if (cname !== "" && cname !== hostname)
				answers.push({ ip: undefined, cname, asn: undefined });
		}
	}
	return answers;
}

function addressAnswer(
	reading: Reading,
	ip: string,
	stated: unknown,
): DnsAnswer {
	const asn = asnOf(stated);
	if (asn !== undefined && !reading.asns.has(ip)) reading.asns.set(ip, asn);
	return { ip, cname: undefined, asn: asn ?? reading.asns.get(ip) };
}
