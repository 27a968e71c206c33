/** What goes beyond an ordinary visit and is asked for run by run: speeds held side by side, and QUIC. */
import { isRecord } from "../../model/index.ts";
import { hostOf, type Visit } from "./addresses.ts";
import { endpointOf } from "./connection.ts";
import { lookupBySystem } from "./dns.ts";
import { askQuicVersions, type QuicRow } from "./quic.ts";
import type { Binary, RequestRow } from "./rows.ts";
import { compareSpeeds, type Throttling } from "./throttle.ts";
import { traceBeside } from "./trace.ts";

const LOOK_UP = { transaction_id: 0, tags: [] };
/** Bytes of a page from which it can be fetched again to compare speeds. */
const COMPARABLE_BYTES = 64 * 1024;

/** Compares speeds under the visit's name and an innocent one: of the page itself where it is large, else of a known object. */
export async function lookForThrottling(
	visit: Visit,
	start: URL,
): Promise<Throttling | undefined> {
	const { trace, vantage } = visit;
	const control = vantage.innocents[0]?.hostname;
	if (control === undefined) return undefined;
	const page = trace.requests.find(
		({ request, response }) =>
			request.url.startsWith("https:") &&
			hostOf(new URL(request.url)) === hostOf(start) &&
			sizeOf(response.body) >= COMPARABLE_BYTES,
	);
	if (page !== undefined) {
		const found = await compareSpeeds(trace, vantage, {
			endpoint: endpointOf(page.address),
			url: new URL(page.request.url),
			suspect: hostOf(start),
			control,
		});
		if (found.ratio !== undefined) return found;
	}
	const object = vantage.innocents.find((one) => one.object)?.object;
	if (object === undefined) return undefined;
	const url = new URL(object);
	const [ip] = (
		await lookupBySystem(traceBeside(trace), vantage, hostOf(url), LOOK_UP)
	).filter((one) => vantage.permits(one));
	if (ip === undefined) return undefined;
	return compareSpeeds(trace, vantage, {
		endpoint: { ip, port: url.port === "" ? 443 : Number(url.port) },
		url,
		suspect: hostOf(start),
		control: hostOf(url),
	});
}

/** What came of asking for QUIC. */
export interface QuicFinding {
	/** Rows that say something of the site. */
	readonly quic_handshakes: readonly QuicRow[];
	/** Why there are none. */
	readonly quic_untold?: string;
}

/** Asks for QUIC where the site says that it speaks it; silence counts only where QUIC gets through to somewhere else. */
export async function lookForQuic(
	visit: Visit,
	start: URL,
	control: Readonly<Record<string, unknown>>,
): Promise<QuicFinding> {
	const { trace, vantage } = visit;
	const page = trace.requests.find(
		({ request }) => hostOf(new URL(request.url)) === hostOf(start),
	);
	if (!offersQuic(page, control))
		return {
			quic_handshakes: [],
			quic_untold: "the site does not say that it speaks QUIC",
		};
	const found = await (visit.found.get(hostOf(start)) ?? new Map());
	const [ip] = page ? [endpointOf(page.address).ip] : [...found.keys()];
	if (ip === undefined)
		return { quic_handshakes: [], quic_untold: "no address is known" };
	const row = await askQuicVersions(
		trace,
		vantage,
		{ ip, port: 443 },
		hostOf(start),
	);
	if (row.failure === null || (await quicGetsThrough(visit)))
		return { quic_handshakes: [row] };
	return {
		quic_handshakes: [],
		quic_untold: "no answer, and none from an innocent site either",
	};
}

async function quicGetsThrough({ trace, vantage }: Visit): Promise<boolean> {
	for (const { hostname, speaksQuic } of vantage.innocents) {
		if (!speaksQuic) continue;
		const beside = traceBeside(trace);
		const [ip] = (
			await lookupBySystem(beside, vantage, hostname, LOOK_UP)
		).filter((one) => vantage.permits(one));
		if (ip === undefined) continue;
		const endpoint = { ip, port: 443 };
		const row = await askQuicVersions(beside, vantage, endpoint, hostname);
		if (row.failure === null) return true;
	}
	return false;
}

/** `Alt-Svc: h3=…` in the probe's or in the helper's answer (RFC 7838). */
function offersQuic(
	page: RequestRow | undefined,
	control: Readonly<Record<string, unknown>>,
): boolean {
	const told = control["http_request"];
	const headers = isRecord(told) ? told["headers"] : undefined;
	return [page?.response.headers, isRecord(headers) ? headers : undefined].some(
		(list) =>
			Object.entries(list ?? {}).some(
				([name, value]) =>
					name.toLowerCase() === "alt-svc" && /\bh3\b/.test(String(value)),
			),
	);
}

function sizeOf(body: string | Binary): number {
	return typeof body === "string" ? body.length : (body.data.length * 3) / 4;
}
