/**
 * What triggers a failure: the name or the address? After a handshake or a
 * request in clear text has failed, the same address is asked for an innocent
 * name, an innocent address is asked for the same name, and the address is
 * asked for no name at all. The rows say what came of it and no more (P1).
 *
 * The innocent address comes first: a censor that has seen the name may
 * refuse the next connections between the same two addresses, whatever they ask.
 */
import { isIP } from "node:net";
import { failureFamily } from "../../model/index.ts";
import { PAGE_HEADERS, type Visit } from "./addresses.ts";
import { connect, endpointOf } from "./connection.ts";
import { lookupBySystem } from "./dns.ts";
import { fetchPage } from "./http.ts";
import type {
	ConnectRow,
	FlowStamp,
	HandshakeRow,
	RequestRow,
} from "./rows.ts";
import { shakeHands } from "./tls.ts";
import { type Trace, traceBeside } from "./trace.ts";
import type { Endpoint, Vantage } from "./vantage.ts";

export interface Causes {
	readonly tcp_connect: readonly ConnectRow[];
	readonly tls_handshakes: readonly HandshakeRow[];
	readonly requests: readonly RequestRow[];
}

/** What failed, and where. */
interface Suspect extends Endpoint {
	readonly hostname: string;
	readonly overTls: boolean;
}

const INTERFERENCE: ReadonlySet<string> = new Set([
	"reset",
	"timeout",
	"eof",
	"tls_handshake",
]);

/** Compares, where the visit ended in a failure that a name may have triggered; undefined where there is nothing to compare. */
export async function findCauses(visit: Visit): Promise<Causes | undefined> {
	const { vantage } = visit;
	const suspect = suspectOf(visit.trace);
	const innocent = vantage.innocents[0]?.hostname;
	if (suspect === undefined || innocent === undefined) return undefined;
	const trace = traceBeside(visit.trace);
	const found = await lookupBySystem(
		trace,
		vantage,
		innocent,
		stampOf(trace, "look-up"),
	);
	const elsewhere = found.find((ip) => vantage.permits(ip) && isIP(ip) === 4);
	if (elsewhere !== undefined) {
		const there = { ip: elsewhere, port: suspect.overTls ? 443 : 80 };
		await ask(trace, vantage, there, innocent, suspect);
		await ask(trace, vantage, there, suspect.hostname, suspect);
	}
	await ask(trace, vantage, suspect, innocent, suspect);
	if (suspect.overTls) await ask(trace, vantage, suspect, "", suspect);
	return {
		tcp_connect: trace.connects,
		tls_handshakes: trace.handshakes,
		requests: trace.requests.map(withoutPage),
	};
}

/** The failure at the last hop that a name may have triggered, where nothing worked there. */
function suspectOf(trace: Trace): Suspect | undefined {
	const depth = Math.max(...trace.connects.map(depthOf));
	const isLast = (row: FlowStamp): boolean => depthOf(row) === depth;
	const pages = trace.requests.filter(isLast);
	if (pages.some(({ failure }) => failure === null)) return undefined;
	const page = pages.find(({ failure }) => isInterference(failure));
	if (page !== undefined) {
		const url = new URL(page.request.url);
		return {
			...endpointOf(page.address),
			hostname: url.hostname,
			overTls: url.protocol === "https:",
		};
	}
	const handshake = trace.handshakes
		.filter(isLast)
		.find(({ failure }) => isInterference(failure));
	return handshake === undefined
		? undefined
		: {
				...endpointOf(handshake.address),
				hostname: handshake.server_name,
				overTls: true,
			};
}

function depthOf({ tags }: FlowStamp): number {
	const tag = tags.find((one) => one.startsWith("depth="));
	return Number(tag?.slice("depth=".length) ?? 0);
}

function isInterference(failure: string | null): boolean {
	return failure !== null && INTERFERENCE.has(failureFamily(failure));
}

function stampOf(trace: Trace, cause: string): FlowStamp {
	return { transaction_id: trace.nextFlow("cause"), tags: [`cause=${cause}`] };
}

/** One connection that asks for one name, in the way that failed. */
async function ask(
	trace: Trace,
	vantage: Vantage,
	endpoint: Endpoint,
	name: string,
	{ ip, hostname, overTls }: Suspect,
): Promise<void> {
	const where = endpoint.ip === ip ? "same address" : "innocent address";
	const what =
		name === "" ? "no name" : name === hostname ? "same name" : "innocent name";
	const stamp = stampOf(trace, `${what}, ${where}`);
	const connection = await connect(
		trace,
		vantage,
		{ ip: endpoint.ip, port: endpoint.port },
		stamp,
	);
	if (typeof connection === "string") return;
	try {
		if (overTls) {
			const options = { serverName: name, alpn: ["h2", "http/1.1"] };
			await shakeHands(trace, vantage, connection, {
				...options,
				verify: false,
			});
			return;
		}
		await fetchPage(
			trace,
			connection,
			connection.stream,
			{
				method: "GET",
				url: new URL(`http://${name}/`),
				headers: PAGE_HEADERS,
			},
			"",
		);
	} finally {
		connection.close();
	}
}

/** Whether an answer came is the finding; what the page says is not. */
function withoutPage(row: RequestRow): RequestRow {
	return {
		...row,
		response: { ...row.response, body: "", headers: {}, headers_list: [] },
	};
}
