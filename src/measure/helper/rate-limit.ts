/**
 * How often one client may ask, without keeping who asked (P11): addresses are
 * counted under a keyed hash whose key lives in memory and changes with every
 * window. An IPv6 client is its /64, since one line has that many addresses.
 */
import { createHmac, randomBytes } from "node:crypto";

export interface RateLimit {
	/** Counts one request of this address; false where it has had its share. */
	take(address: string): boolean;
}

/** With more clients than this in one window, new ones are turned away: memory stays bounded. */
const MAX_CLIENTS = 100_000;

export function createRateLimit(
	nowMs: () => number,
	{
		perWindow,
		windowMs,
	}: { readonly perWindow: number; readonly windowMs: number },
): RateLimit {
	let [startedMs, key] = [nowMs(), randomBytes(32)];
	const counts = new Map<string, number>();
	return {
		take(address) {
			if (nowMs() - startedMs >= windowMs) {
				[startedMs, key] = [nowMs(), randomBytes(32)];
				counts.clear();
			}
			const client = createHmac("sha256", key)
				.update(lineOf(address))
				.digest("base64");
			const count = (counts.get(client) ?? 0) + 1;
			if (count > perWindow) return false;
			if (count === 1 && counts.size >= MAX_CLIENTS) return false;
			counts.set(client, count);
			return true;
		},
	};
}

/** What stands for one line: the address, or the first 64 bits of an IPv6 one. */
export function lineOf(address: string): string {
	const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
	if (mapped !== undefined) return mapped;
	if (!address.includes(":")) return address;
	const [before = "", after] = address.split("::");
	const left = before === "" ? [] : before.split(":");
	const right = after === undefined || after === "" ? [] : after.split(":");
	const gap = after === undefined ? 0 : 8 - left.length - right.length;
	const groups = [...left, ...new Array<string>(gap).fill("0"), ...right];
	return groups
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(":");
}
