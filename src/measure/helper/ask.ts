/** What a probe asks of a helper, read from untrusted JSON (P7). */
import { isIP } from "node:net";
import { isRecord } from "../../model/index.ts";
import { type Endpoint, endpointOf, portOf } from "../probe/index.ts";

export interface HelperAsk {
	readonly url: URL;
	/** Endpoints that the probe found, without repeats. */
	readonly endpoints: readonly Endpoint[];
}

export type Read<T> = { readonly value: T } | { readonly wrong: string };

const MAX_URL = 2048;
const MAX_ENDPOINTS = 64;
const WEB_PORTS = new Set([80, 443]);
const FIRST_FREE_PORT = 1024;

/** Reads a request of web_connectivity 0.4 or 0.5. Headers are not read: the helper asks as a browser would, whoever it asks for. */
export function readAsk(body: unknown): Read<HelperAsk> {
	if (!isRecord(body)) return { wrong: "the body is no JSON object" };
	const text = body["http_request"];
	if (typeof text !== "string" || text.length > MAX_URL || !URL.canParse(text))
		return { wrong: "http_request is no URL" };
	const url = new URL(text);
	if (url.protocol !== "http:" && url.protocol !== "https:")
		return { wrong: "http_request is neither http nor https" };
	if (url.username !== "" || url.password !== "")
		return { wrong: "http_request holds credentials" };
	if (!mayAsk(portOf(url)))
		return { wrong: "http_request names a port that no website has" };
	const asked = body["tcp_connect"] ?? [];
	if (!Array.isArray(asked) || asked.length > MAX_ENDPOINTS)
		return { wrong: `tcp_connect is no list of at most ${MAX_ENDPOINTS}` };
	const endpoints = new Map<string, Endpoint>();
	for (const one of asked) {
		const endpoint = typeof one === "string" ? endpointOf(one) : undefined;
		if (endpoint === undefined || isIP(endpoint.ip) === 0)
			return { wrong: "tcp_connect holds what is no ip:port" };
		if (!mayAsk(endpoint.port))
			return { wrong: "tcp_connect names a port that no website has" };
		endpoints.set(String(one), endpoint);
	}
	return { value: { url, endpoints: [...endpoints.values()] } };
}

/** A helper must not scan for others, nor speak to a mail server: 80, 443 and what no system service has. */
function mayAsk(port: number): boolean {
	return (
		Number.isInteger(port) &&
		port < 65_536 &&
		(WEB_PORTS.has(port) || port >= FIRST_FREE_PORT)
	);
}
