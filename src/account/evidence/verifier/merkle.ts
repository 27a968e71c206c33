/** Merkle trees by RFC 9162 (section 2.1), over SHA-256 of the platform. */
import { join } from "./zip.ts";

export async function sha256(...parts: readonly Uint8Array[]) {
	return new Uint8Array(await crypto.subtle.digest("SHA-256", join(parts)));
}

export function hex(bytes: Uint8Array): string {
	return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const sha256Text = async (text: string): Promise<string> =>
	hex(await sha256(new TextEncoder().encode(text)));

export const leafHash = (data: Uint8Array): Promise<Uint8Array> =>
	sha256(Uint8Array.of(0), data);
const nodeHash = (left: Uint8Array, right: Uint8Array): Promise<Uint8Array> =>
	sha256(Uint8Array.of(1), left, right);

/** Every level from the leaves to the root; a node without a sibling goes up as it is. */
export async function treeOf(
	leaves: readonly Uint8Array[],
): Promise<readonly (readonly Uint8Array[])[]> {
	if (leaves.length === 0) return [[await sha256(new Uint8Array())]];
	const levels = [leaves];
	for (let below = leaves; below.length > 1; levels.push(below)) {
		const rights = below.filter((_, n) => n % 2 === 1);
		const lefts = below.filter((_, n) => n % 2 === 0);
		below = await Promise.all(
			lefts.map((left, n) => (rights[n] ? nodeHash(left, rights[n]) : left)),
		);
	}
	return levels;
}

/** The root that a leaf and its path lead to (RFC 9162, 2.1.3.2); undefined where the path does not fit the place. */
export async function rootOfPath(
	leaf: Uint8Array,
	index: number,
	size: number,
	path: readonly string[],
): Promise<string | undefined> {
	let [node, place, last] = [leaf, index, size - 1];
	for (const text of path) {
		if (last === 0) return undefined;
		const other = Uint8Array.from(text.match(/../g) ?? [], (two) =>
			Number.parseInt(two, 16),
		);
		const isRight = place % 2 === 1 || place === last;
		node = await (isRight ? nodeHash(other, node) : nodeHash(node, other));
		while (isRight && place % 2 === 0 && place > 0)
			[place, last] = [place >> 1, last >> 1];
		[place, last] = [place >> 1, last >> 1];
	}
	return last === 0 && index < size ? hex(node) : undefined;
}
