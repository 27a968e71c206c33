/**
 * How much one address may ask for. Addresses are never kept: what is counted
 * is a hash with a salt that lives in memory for a minute and is thrown away
 * together with all counts (P11).
 */
import { createHmac, randomBytes } from "node:crypto";
import type { Clock } from "../../base/index.ts";

const WINDOW_MS = 60_000;
/** Askers told apart in one window; more share one count. */
const MOST_ASKERS = 100_000;
const THE_REST = "others";

export interface Spent {
	readonly asker: string;
	readonly allowed: boolean;
	readonly left: number;
	/** Until all counts are thrown away. */
	readonly resetSeconds: number;
}

export interface RateLimit {
	/** Takes points from what an address may spend. */
	spend(address: string, points: number): Spent;
	readonly pointsPerMinute: number;
}

export function createRateLimit(
	pointsPerMinute: number,
	clock: Clock,
): RateLimit {
	let salt = randomBytes(16);
	let startMs = clock().getTime();
	const spent = new Map<string, number>();
	return {
		pointsPerMinute,
		spend(address, points) {
			const nowMs = clock().getTime();
			if (nowMs - startMs >= WINDOW_MS || nowMs < startMs) {
				salt = randomBytes(16);
				startMs = nowMs;
				spent.clear();
			}
			const hash = createHmac("sha256", salt)
				.update(networkOf(address))
				.digest("base64url")
				.slice(0, 16);
			const asker =
				spent.size < MOST_ASKERS || spent.has(hash) ? hash : THE_REST;
			const before = spent.get(asker) ?? 0;
			const allowed = before + points <= pointsPerMinute;
			if (allowed) spent.set(asker, before + points);
			return {
				asker,
				allowed,
				left: pointsPerMinute - (spent.get(asker) ?? 0),
				resetSeconds: Math.ceil((startMs + WINDOW_MS - nowMs) / 1000),
			};
		},
	};
}

/** An IPv6 customer has a whole /64: it counts as one. */
function networkOf(address: string): string {
	if (!address.includes(":") || address.startsWith("::ffff:")) return address;
	const [head = "", tail = ""] = address.split("::");
	const before = head.split(":").filter((part) => part !== "");
	const after = tail.split(":").filter((part) => part !== "");
	const zeros = address.includes("::")
		? Array.from(
				{ length: Math.max(0, 8 - before.length - after.length) },
				() => "0",
			)
		: [];
	return [...before, ...zeros, ...after]
		.slice(0, 4)
		.map((part) => Number.parseInt(part, 16).toString(16))
		.join(":");
}
