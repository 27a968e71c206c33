/**
 * Salted commitments: the chain holds the hash of salt and text, the text lies
 * outside. Without the 32 random bytes of salt nobody can find the text by
 * trying names, so erasing salt and text together erases what was said, while
 * the chain stays whole (P11).
 */
import { hash, randomBytes } from "node:crypto";

const SALT_LENGTH = 64;

/** A new salt: 64 hex digits. */
export function createSalt(): string {
	return randomBytes(32).toString("hex");
}

/** The commitment to a text. The salt has a fixed length, so that no two pairs give the same bytes. */
export function commitTo(salt: string, text: string): string {
	return hash("sha256", `${salt}${text}`, "hex");
}

/** Whether the text under this salt is what was committed to. */
export function isCommittedTo(
	commitment: string,
	kept: { readonly salt: string; readonly text: string },
): boolean {
	return (
		kept.salt.length === SALT_LENGTH &&
		commitTo(kept.salt, kept.text) === commitment
	);
}
