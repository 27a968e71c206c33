/**
 * The way to one endpoint, with a censor on it: a proxy that reads the first
 * bytes of each connection and does what the condition says of its name.
 */
import { once } from "node:events";
import {
	type AddressInfo,
	connect as connectSocket,
	createServer,
	type Socket,
} from "node:net";
import type { Random } from "../random.ts";
import {
	type HttpRule,
	isUnder,
	type NetworkCondition,
	type TlsRule,
} from "./condition.ts";
import { readFirstBytes } from "./first-bytes.ts";
import { type Bucket, carry, createBucket } from "./line.ts";
import type { Running } from "./listeners.ts";
import { pageBytes, redirectBytes } from "./pages.ts";

export interface GateOptions {
	readonly ip: string;
	/** Where the endpoint really is; the address that visitors from this network have for it, where that is not the machine's own. */
	readonly upstream: {
		readonly host: string;
		readonly port: number;
		readonly localAddress?: string;
	};
	readonly condition: NetworkCondition;
	/** The line of the whole network; undefined: as fast as the machine. */
	readonly line: Bucket | undefined;
	readonly random: Random;
	/** Port of the machine that answers handshakes in place of the site, by kind of certificate. */
	readonly interceptors: ReadonlyMap<string, number>;
}

/** An alert of level fatal, handshake_failure (RFC 8446, section 6). */
const ALERT = Buffer.from([21, 3, 3, 0, 2, 2, 40]);
const GARBAGE = Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n");

export async function openGate(options: GateOptions): Promise<Running> {
	const open = new Set<Socket>();
	const server = createServer((client) => {
		open.add(client);
		client.on("error", () => {}).on("close", () => open.delete(client));
		admit(client, options);
	});
	server.listen({ host: "127.0.0.1", port: 0 });
	await once(server, "listening");
	return {
		port: (server.address() as AddressInfo).port,
		async close() {
			for (const socket of open) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function admit(client: Socket, options: GateOptions): void {
	const { addresses, tls, http } = options.condition;
	// Reset with its first packet of data: before, it would be a refusal.
	const isReset = addresses?.some(
		({ act, ips }) =>
			act === "reset" && (ips === "all" || ips.includes(options.ip)),
	);
	let pending = Buffer.alloc(0);
	const read = (chunk: Buffer): void => {
		pending = Buffer.concat([pending, chunk]);
		const first = readFirstBytes(pending);
		if (first.kind === "more") return;
		client.off("data", read).pause();
		const rules: readonly (TlsRule | HttpRule)[] | undefined =
			first.kind === "tls" ? tls : first.kind === "http" ? http : undefined;
		const name = "name" in first ? first.name : "";
		const act = isReset
			? ({ kind: "reset" } as const)
			: rules?.find(matches(name))?.act;
		meet(client, pending, act, options);
	};
	client.on("data", read);
}

function matches(name: string): (rule: TlsRule | HttpRule) => boolean {
	return (rule) =>
		isUnder(name, rule.name) &&
		(rule.except === undefined || !isUnder(name, rule.except));
}

function meet(
	client: Socket,
	pending: Buffer,
	act: (TlsRule | HttpRule)["act"] | undefined,
	options: GateOptions,
): void {
	const { interceptors } = options;
	switch (act?.kind) {
		case undefined:
			pass(client, pending, options);
			break;
		case "late_reset":
			pass(client, pending, options, { cutAfter: act.afterBytes });
			break;
		case "throttle":
			pass(client, pending, options, { bucket: createBucket(act.kbps) });
			break;
		case "intercept": {
			const port = interceptors.get(act.certificate) ?? 0;
			const upstream = { host: "127.0.0.1", port };
			pass(client, pending, { ...options, upstream });
			break;
		}
		case "reset":
			client.resetAndDestroy();
			break;
		case "drop":
			// What else comes is swallowed.
			client.resume();
			break;
		case "close":
			client.end();
			break;
		case "alert":
			client.end(ALERT);
			break;
		case "garbage":
			client.end(GARBAGE);
			break;
		case "page":
			client.end(pageBytes(act.page));
			break;
		case "redirect":
			client.end(redirectBytes(act.location));
	}
}

function pass(
	client: Socket,
	pending: Buffer,
	options: GateOptions,
	more: { readonly cutAfter?: number; readonly bucket?: Bucket } = {},
): void {
	const { ip, condition, line, random } = options;
	const upstream = connectSocket(options.upstream);
	upstream.on("error", () => client.resetAndDestroy());
	client.on("close", () => upstream.destroy());
	upstream.write(pending);
	client.pipe(upstream);
	const { throttled } = condition;
	void carry(upstream, client, {
		buckets: [
			...(throttled?.ips.includes(ip) ? [createBucket(throttled.kbps)] : []),
			...(more.bucket ? [more.bucket] : []),
			...(line ? [line] : []),
		],
		loss: condition.line?.loss ?? 0,
		random,
		...(more.cutAfter === undefined
			? {}
			: {
					cut: {
						afterBytes: more.cutAfter,
						end: () => void client.resetAndDestroy(),
					},
				}),
	});
}
