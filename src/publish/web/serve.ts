/** Serving the site: on the next free port where the wanted one is busy, and a close that lets answers finish. */
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { messageOf, RasaiError } from "../../base/index.ts";

export interface ServeOptions {
	readonly host: string;
	/** 0: any free port. */
	readonly port: number;
	/** Pages and lists made at once; more are told to come again. What is sent (POST) has limits of its own. */
	readonly mostAtOnce?: number;
}

export interface ServedSite {
	readonly host: string;
	/** The port in use: the wanted one, or the next free one after it. */
	readonly port: number;
	/** Takes no new requests and gives running ones a few seconds. */
	close(): Promise<void>;
}

/** Ports tried after the wanted one. */
const PORTS_TRIED = 20;
const CLOSE_GRACE_MS = 5000;
/** Times after which a slow or silent client is let go. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const RETRY_AFTER_SECONDS = 2;

/** Starts to listen. Throws RasaiError `port_unavailable` where no port in reach is free. */
export async function serveSite(
	app: Hono,
	{ host, port, mostAtOnce = Number.POSITIVE_INFINITY }: ServeOptions,
): Promise<ServedSite> {
	const fetch = shedding(app, mostAtOnce);
	const last = port === 0 ? 0 : Math.min(port + PORTS_TRIED, 65_535);
	for (let wanted = port; wanted <= last; wanted++) {
		const served = await listen(fetch, host, wanted);
		if (served !== undefined) return served;
	}
	throw new RasaiError(
		"port_unavailable",
		`ports ${port} to ${last} on ${host} are all in use`,
		{ hint: "Name a free one with --port." },
	);
}

/** Answers 503 where too much is asked at once, so that what is begun is soon done. */
function shedding(app: Hono, mostAtOnce: number): Hono["fetch"] {
	let running = 0;
	return async (request, ...rest) => {
		const isCounted = request.method === "GET" || request.method === "HEAD";
		if (!isCounted) return app.fetch(request, ...rest);
		if (running >= mostAtOnce)
			return new Response("Too much is asked at once. Please try again.\n", {
				status: 503,
				headers: {
					"content-type": "text/plain; charset=utf-8",
					"retry-after": String(RETRY_AFTER_SECONDS),
				},
			});
		running += 1;
		try {
			return await app.fetch(request, ...rest);
		} finally {
			running -= 1;
		}
	};
}

/** Undefined where the port is taken. */
async function listen(
	fetch: Hono["fetch"],
	host: string,
	port: number,
): Promise<ServedSite | undefined> {
	const server = createAdaptorServer({
		fetch,
		serverOptions: {
			headersTimeout: HEADERS_TIMEOUT_MS,
			requestTimeout: REQUEST_TIMEOUT_MS,
		},
	});
	const failure = await new Promise<NodeJS.ErrnoException | undefined>(
		(resolve) => {
			server.once("error", resolve);
			server.listen(port, host, () => {
				server.off("error", resolve);
				resolve(undefined);
			});
		},
	);
	if (failure?.code === "EADDRINUSE") return undefined;
	if (failure)
		throw new RasaiError(
			"port_unavailable",
			`cannot listen on ${host} port ${port}: ${messageOf(failure)}`,
			{ cause: failure },
		);
	return {
		host,
		port: (server.address() as AddressInfo).port,
		close: () =>
			new Promise((resolve, reject) => {
				const force = setTimeout(() => {
					if ("closeAllConnections" in server) server.closeAllConnections();
				}, CLOSE_GRACE_MS);
				server.close((error) => {
					clearTimeout(force);
					if (error) reject(error);
					else resolve();
				});
				if ("closeIdleConnections" in server) server.closeIdleConnections();
			}),
	};
}
