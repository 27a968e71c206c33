/**
 * Signing in without passwords: a link that works once and for a short time,
 * or a passkey. Tokens are 32 random bytes, so their plain hash is enough to
 * keep: nobody can try them all.
 */
import { randomBytes } from "node:crypto";
import { PSEUDONYM } from "../../account/ledger/index.ts";
import { formatInstant, RasaiError, sha256Hex } from "../../base/index.ts";
import {
	changeEditors,
	type Editor,
	type EditorBook,
	type EditorRole,
	type Passkey,
	readEditors,
	type Session,
	type WorkspacePaths,
} from "../../store/index.ts";

/** Minutes for which a link signs in. */
export const LINK_MINUTES = 30;
/** Hours after which somebody has to sign in again. */
export const SESSION_HOURS = 12;

type PrivateFolder = Pick<WorkspacePaths, "private">;

/** Who is signed in. */
export interface SignedIn {
	readonly editor: Editor;
	readonly session: Session;
}

/**
 * Adds an editor, or changes the role of one, and gives the token of a new
 * link. Throws `usage` for a name that is no pseudonym.
 */
export function addEditor(
	folder: PrivateFolder,
	pseudonym: string,
	role: EditorRole | undefined,
	now: Date,
): { readonly token: string; readonly editor: Editor } {
	if (!PSEUDONYM.test(pseudonym))
		throw new RasaiError(
			"usage",
			`${pseudonym} is no pseudonym of a-z, 0-9 and dashes`,
		);
	const token = newToken();
	const book = changeEditors(folder, (before) => {
		const known = before.editors.find((one) => one.pseudonym === pseudonym);
		const editor: Editor = {
			passkeys: [],
			addedAt: formatInstant(now),
			...known,
			pseudonym,
			role: role ?? known?.role ?? "editor",
		};
		return {
			...withoutExpired(before, now),
			editors: [
				...before.editors.filter((one) => one.pseudonym !== pseudonym),
				editor,
			],
			links: [
				...before.links.filter((link) => link.pseudonym !== pseudonym),
				{
					hash: sha256Hex(token),
					pseudonym,
					expiresAt: later(now, LINK_MINUTES),
				},
			],
		};
	});
	return { token, editor: editorOf(book, pseudonym) as Editor };
}

/** Removes an editor with passkeys, links and sessions; says whether there was one. What they wrote stays. */
export function removeEditor(
	folder: PrivateFolder,
	pseudonym: string,
): boolean {
	const isThere = editorOf(readEditors(folder), pseudonym) !== undefined;
	const isOther = (one: { readonly pseudonym: string }) =>
		one.pseudonym !== pseudonym;
	if (isThere)
		changeEditors(folder, ({ editors, links, sessions }) => ({
			editors: editors.filter(isOther),
			links: links.filter(isOther),
			sessions: sessions.filter(isOther),
		}));
	return isThere;
}

/** Whose link a token is, while it is good. */
export function pseudonymOfLink(
	folder: PrivateFolder,
	token: string,
	now: Date,
): string | undefined {
	const { links } = withoutExpired(readEditors(folder), now);
	return links.find(({ hash }) => hash === sha256Hex(token))?.pseudonym;
}

/** Uses a link up and starts a session. Undefined where it is not good, or was used. */
export function signInByLink(
	folder: PrivateFolder,
	token: string,
	now: Date,
): string | undefined {
	const pseudonym = pseudonymOfLink(folder, token, now);
	if (pseudonym === undefined) return undefined;
	changeEditors(folder, (book) => ({
		...book,
		links: book.links.filter(({ hash }) => hash !== sha256Hex(token)),
	}));
	return startSession(folder, pseudonym, now);
}

/** Starts a session and gives the value of its cookie. */
export function startSession(
	folder: PrivateFolder,
	pseudonym: string,
	now: Date,
): string {
	const token = newToken();
	changeEditors(folder, (before) => {
		const book = withoutExpired(before, now);
		return {
			...book,
			sessions: [
				...book.sessions,
				{
					hash: sha256Hex(token),
					pseudonym,
					formToken: newToken(),
					expiresAt: later(now, SESSION_HOURS * 60),
				},
			],
		};
	});
	return token;
}

/** Who a cookie says is signed in. */
export function signedIn(
	folder: PrivateFolder,
	token: string | undefined,
	now: Date,
): SignedIn | undefined {
	if (!token) return undefined;
	const book = withoutExpired(readEditors(folder), now);
	const session = book.sessions.find(({ hash }) => hash === sha256Hex(token));
	const editor = session && editorOf(book, session.pseudonym);
	return session && editor && { editor, session };
}

/** Ends all sessions of somebody: a stolen one ends with them. */
export function signOut(folder: PrivateFolder, pseudonym: string): void {
	changeEditors(folder, (book) => ({
		...book,
		sessions: book.sessions.filter((one) => one.pseudonym !== pseudonym),
	}));
}

/** Keeps a passkey: a new one, or one that signed again. */
export function keepPasskey(
	folder: PrivateFolder,
	pseudonym: string,
	passkey: Passkey,
): void {
	changeEditors(folder, (book) => ({
		...book,
		editors: book.editors.map((editor) =>
			editor.pseudonym === pseudonym
				? {
						...editor,
						passkeys: [
							...editor.passkeys.filter(({ id }) => id !== passkey.id),
							passkey,
						],
					}
				: editor,
		),
	}));
}

function editorOf(book: EditorBook, pseudonym: string): Editor | undefined {
	return book.editors.find((one) => one.pseudonym === pseudonym);
}

function withoutExpired(book: EditorBook, now: Date): EditorBook {
	const isGood = ({ expiresAt }: { readonly expiresAt: string }) =>
		Date.parse(expiresAt) > now.getTime();
	return {
		...book,
		links: book.links.filter(isGood),
		sessions: book.sessions.filter(isGood),
	};
}

function newToken(): string {
	return randomBytes(32).toString("base64url");
}

function later(now: Date, minutes: number): string {
	return formatInstant(new Date(now.getTime() + minutes * 60_000));
}
