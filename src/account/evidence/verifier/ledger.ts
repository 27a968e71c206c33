/** A ledger's chain, from its first line to the head that a bundle names. */
import { sha256Text } from "./merkle.ts";
import { need, textOf } from "./zip.ts";

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

/** Throws where it is not the one base64 form of its bytes. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
	const text = atob(base64);
	need(btoa(text) === base64, "it is no base64 of one form");
	return Uint8Array.from(text, (one) => one.charCodeAt(0));
}

/** Whether an Ed25519 key (SPKI, DER, base64) signed these bytes. */
export async function isSigned(
	publicKey: string,
	signature: string,
	bytes: Uint8Array,
): Promise<boolean> {
	const { subtle } = crypto;
	const der = bytesOf(publicKey);
	const key = await subtle.importKey("spki", der, "Ed25519", false, ["verify"]);
	const signed = bytes as Uint8Array<ArrayBuffer>;
	return subtle.verify("Ed25519", key, bytesOf(signature), signed);
}

/** Reads and checks a chain. Throws with the line that is wrong. */
export async function readChain(bytes: Uint8Array): Promise<ReadChain> {
	const lines = textOf(bytes).split("\n");
	need(lines.pop() === "", "it breaks off");
	const entries: ChainLine[] = [];
	const heads = new Map<string, number>();
	let [hash, at] = ["0".repeat(64), ""];
	let last: ChainLine | undefined;
	let [key, coming]: (string | undefined)[] = [];
	for (const [n, one] of lines.entries()) {
		const json = one.slice(65);
		const line = JSON.parse(json) as ChainLine;
		need(
			one === `${await sha256Text(json)} ${json}`,
			`line ${n + 1} is not what its hash says`,
		);
		need(line.prev === hash, `line ${n + 1} does not follow the one before`);
		need(
			!(Date.parse(line.at) < Date.parse(at)),
			`line ${n + 1}: time goes back`,
		);
		[hash, at, last] = [one.slice(0, 64), line.at, line];
		if (line.head === undefined) {
			need(line.seq === entries.length, `line ${n + 1}: an entry is missing`);
			entries.push(line);
			if (line.kind !== "key") continue;
			const { publicKey } = line.body as { readonly publicKey: string };
			[key, coming] = [key ?? publicKey, key && publicKey];
			continue;
		}
		need(line.head === entries.length - 1, `line ${n + 1}: not its head`);
		heads.set(hash, line.head);
		// The last head covers all lines before; the key before signs each change of the key.
		if (n < lines.length - 1 && coming === undefined) continue;
		const signed = { at, head: line.head, key: line.key, prev: line.prev };
		const text = new TextEncoder().encode(JSON.stringify(signed));
		need(
			key && (await isSigned(key, line.signature ?? "", text)),
			`line ${n + 1}: the signature does not fit`,
		);
		[key, coming] = [coming ?? key, undefined];
	}
	need(last?.head !== undefined, "the last line is no head");
	return { entries, heads, hash, last };
}
