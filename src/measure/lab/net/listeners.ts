/** Listeners of the lab, closed together, and two that serve nobody. */
import { once } from "node:events";
import { createServer as createHttps } from "node:https";
import { type AddressInfo, createServer } from "node:net";
import { createSecureContext } from "node:tls";
import { credentialsFor } from "./authority.ts";
import type { InterceptAct } from "./condition.ts";
import { blockPage } from "./pages.ts";

export interface Running {
	readonly port: number;
	close(): Promise<void>;
}

/** Nothing listens there, so that connections are refused. */
export const CLOSED_PORT = 1;

export interface Listeners {
	/** Waits for a listener and keeps it. */
	start(opening: Promise<Running>): Promise<number>;
	close(): Promise<void>;
}

export function createListeners(): Listeners {
	const running: Running[] = [];
	return {
		async start(opening) {
			const one = await opening;
			running.push(one);
			return one.port;
		},
		async close() {
			await Promise.all(running.map((one) => one.close()));
		},
	};
}

/** Accepts every connection and resets it. */
export async function openResetter(): Promise<Running> {
	const server = createServer((socket) => {
		socket.on("error", () => {}).resetAndDestroy();
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		port: (server.address() as AddressInfo).port,
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
}

/** Whoever answers handshakes in place of a site, with a certificate of this kind. */
export async function openInterceptor(
	kind: InterceptAct["certificate"],
): Promise<Running> {
	const by = {
		self_signed: "itself",
		wrong_name: "trusted",
		strange_authority: "strange",
	} as const;
	const credentials = (name: string) =>
		credentialsFor(
			[kind === "wrong_name" ? "gateway.example" : name],
			by[kind],
		);
	const { status, headers, body } = blockPage("block");
	const server = createHttps(
		{
			...credentials("gateway.example"),
			SNICallback: (name, done) =>
				done(null, createSecureContext(credentials(name))),
		},
		(_request, response) => response.writeHead(status, headers).end(body),
	);
	server.on("tlsClientError", () => {});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		port: (server.address() as AddressInfo).port,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
