/** Who may edit the record: by pseudonym, without a password and without a person's name. */
import { join } from "node:path";
import type { WorkspacePaths } from "../layout.ts";
import { changePrivateFile, readPrivateFile } from "./private-file.ts";

/** An editor writes drafts; a reviewer also decides on those of others. */
export const EDITOR_ROLES = ["editor", "reviewer"] as const;
export type EditorRole = (typeof EDITOR_ROLES)[number];

/** The public half of a passkey. */
export interface Passkey {
	/** Base64url. */
	readonly id: string;
	/** COSE key, base64url. */
	readonly publicKey: string;
	/** Of signatures, where the device counts them. */
	readonly counter: number;
	readonly addedAt: string;
}

export interface Editor {
	readonly pseudonym: string;
	readonly role: EditorRole;
	readonly addedAt: string;
	readonly passkeys: readonly Passkey[];
}

/** A link that signs in once. */
export interface SignInLink {
	/** SHA-256 of the token, which nobody keeps. */
	readonly hash: string;
	readonly pseudonym: string;
	readonly expiresAt: string;
}

export interface Session {
	/** SHA-256 of the cookie's value. */
	readonly hash: string;
	readonly pseudonym: string;
	readonly expiresAt: string;
	/** What every form of the session must bring back. */
	readonly formToken: string;
}

export interface EditorBook {
	readonly editors: readonly Editor[];
	readonly links: readonly SignInLink[];
	readonly sessions: readonly Session[];
}

const EMPTY: EditorBook = { editors: [], links: [], sessions: [] };

type PrivateFolder = Pick<WorkspacePaths, "private">;

const pathOf = (folder: PrivateFolder) => join(folder.private, "editors.json");

export function readEditors(folder: PrivateFolder): EditorBook {
	return readPrivateFile(pathOf(folder), EMPTY);
}

/** Replaces the book by what `change` makes of it. */
export function changeEditors(
	folder: PrivateFolder,
	change: (book: EditorBook) => EditorBook,
): EditorBook {
	return changePrivateFile(pathOf(folder), EMPTY, change);
}
