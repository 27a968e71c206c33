/** Servers of one site on loopback: clear text, and TLS where the site speaks it. */
import { once } from "node:events";
import {
	createServer as createHttp,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import {
	createSecureServer,
	type Http2ServerRequest,
	type Http2ServerResponse,
} from "node:http2";
import { createServer as createHttps } from "node:https";
import type { AddressInfo, Server, Socket } from "node:net";
import type { Credentials } from "./authority.ts";
import { createBucket } from "./line.ts";
import type { Running } from "./listeners.ts";
import type { Answer } from "./pages.ts";

export interface Visit {
	readonly host: string;
	readonly path: string;
	readonly secure: boolean;
	readonly cookie: string;
	readonly body: Buffer;
	/** The visitor's address on loopback: it tells networks apart. */
	readonly from: string;
}

/** An answer with a body of any bytes, at a pace; undefined: the server hangs up without one. */
export type Reply =
	| (Omit<Answer, "body"> & {
			readonly body: string | Buffer;
			readonly kbps?: number;
	  })
	| undefined;

export type Behaviour = (visit: Visit) => Reply | Promise<Reply>;

const PIECE_BYTES = 4_096;

/** A server that answers by `behave`; in clear text where there are no credentials. */
export async function openServer(
	behave: Behaviour,
	tls?: {
		readonly credentials: Credentials;
		readonly speaks: "http1" | "http2" | "tls12";
	},
): Promise<Running> {
	const sockets = new Set<Socket>();
	const server = create(tls);
	server.on("connection", (socket: Socket) => {
		sockets.add(socket);
		socket.on("error", () => {}).on("close", () => sockets.delete(socket));
	});
	server.on("sessionError", () => {});
	server.on("request", (request, response) => {
		void respond(behave, tls !== undefined, request, response);
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		port: (server.address() as AddressInfo).port,
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function create(tls: Parameters<typeof openServer>[1]): Server {
	if (tls === undefined) return createHttp();
	const { credentials, speaks } = tls;
	if (speaks === "http2")
		return createSecureServer({ ...credentials, allowHTTP1: true });
	return createHttps(
		speaks === "tls12"
			? { ...credentials, maxVersion: "TLSv1.2" }
			: { ...credentials },
	);
}

async function respond(
	behave: Behaviour,
	secure: boolean,
	request: IncomingMessage | Http2ServerRequest,
	response: ServerResponse | Http2ServerResponse,
): Promise<void> {
	const chunks: Buffer[] = [];
	try {
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { headers, socket } = request;
		const reply = await behave({
			host: String(headers[":authority"] ?? headers.host ?? "").replace(
				/:\d+$/,
				"",
			),
			path: request.url ?? "/",
			secure,
			cookie: headers.cookie ?? "",
			body: Buffer.concat(chunks),
			from: socket.remoteAddress ?? "",
		});
		if (reply === undefined) {
			socket.destroy();
			return;
		}
		await send(response as ServerResponse, reply);
	} catch {
		// The visitor is gone.
	}
}

async function send(
	response: ServerResponse,
	{ status, headers, body, kbps }: NonNullable<Reply>,
): Promise<void> {
	const bytes = Buffer.from(body as string);
	response.writeHead(status, { ...headers, "Content-Length": bytes.length });
	if (kbps === undefined) {
		response.end(bytes);
		return;
	}
	const bucket = createBucket(kbps);
	for (
		let at = 0;
		at < bytes.length && !response.destroyed;
		at += PIECE_BYTES
	) {
		const piece = bytes.subarray(at, at + PIECE_BYTES);
		await bucket.take(piece.length);
		response.write(piece);
	}
	response.end();
}
