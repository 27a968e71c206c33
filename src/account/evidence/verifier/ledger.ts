/** A ledger's chain, from its first line to the head that a bundle names. */
import { sha256, sha256Text } from "./merkle.ts";

/** A line of the chain: an entry, or a signed head. */
export interface ChainLine {
	readonly prev: string;
	readonly at: string;
	readonly seq?: number;
	readonly kind?: string;
	readonly subject?: string;
	readonly body?: unknown;
	readonly head?: number;
	readonly key?: string;
	readonly signature?: string;
}

export interface ReadChain {
	readonly entries: readonly ChainLine[];
	readonly heads: ReadonlyMap<string, number>;
	/** Hash of the last line, which is a head. */
	readonly hash: string;
	readonly last: ChainLine;
}

export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));

/** Whether an Ed25519 key (SPKI, DER, base64) signed these bytes. */
export async function isSigned(
	publicKey: string,
	signature: string,
	bytes: Uint8Array,
): Promise<boolean> {
	const key = await crypto.subtle.importKey(
		"spki",
		bytesOf(publicKey),
		"Ed25519",
		false,
		["verify"],
	);
	return crypto.subtle.verify(
		"Ed25519",
		key,
		bytesOf(signature),
		bytes as Uint8Array<ArrayBuffer>,
	);
}

export const fingerprintOf = async (publicKey: string): Promise<string> =>
	[...(await sha256(bytesOf(publicKey)))]
		.map((byte) => byte.toString(16).padStart(2, "0"))
		.join("");

/** Reads and checks a chain. Throws with the line that is wrong. */
export async function readChain(bytes: Uint8Array): Promise<ReadChain> {
	const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	if (!text.endsWith("\n")) throw new Error("it breaks off");
	const entries: ChainLine[] = [];
	const heads = new Map<string, number>();
	let [hash, at] = ["0".repeat(64), ""];
	let last: ChainLine | undefined;
	let [key, coming]: (string | undefined)[] = [];
	const lines = text.split("\n").slice(0, -1);
	for (const [n, one] of lines.entries()) {
		const wrong = (what: string) => new Error(`line ${n + 1}: ${what}`);
		const json = one.slice(65);
		const line = JSON.parse(json) as ChainLine;
		if (one[64] !== " " || (await sha256Text(json)) !== one.slice(0, 64))
			throw wrong("it is not what its hash says");
		if (line.prev !== hash) throw wrong("it does not follow the line before");
		if (line.at < at) throw wrong("time goes back");
		[hash, at, last] = [one.slice(0, 64), line.at, line];
		if (line.head === undefined) {
			if (line.seq !== entries.length) throw wrong("an entry is missing");
			entries.push(line);
			if (line.kind !== "key") continue;
			const { publicKey } = line.body as { readonly publicKey: string };
			if (key === undefined) key = publicKey;
			else coming = publicKey;
			continue;
		}
		if (line.head !== entries.length - 1) throw wrong("a head of other lines");
		heads.set(hash, line.head);
		// The last head covers all lines before; the key before signs each change of the key.
		if (n < lines.length - 1 && coming === undefined) continue;
		const signed = { at, head: line.head, key: line.key, prev: line.prev };
		const its = new TextEncoder().encode(JSON.stringify(signed));
		if (!key || !(await isSigned(key, line.signature ?? "", its)))
			throw wrong("the signature does not fit");
		[key, coming] = [coming ?? key, undefined];
	}
	if (last?.head === undefined) throw new Error("the last line is no head");
	return { entries, heads, hash, last };
}
