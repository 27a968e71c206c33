/**
 * Small files of the private store: read, changed and replaced in one go.
 * Nothing is awaited in between, so two requests of one program cannot lose
 * each other's change; other programs are kept out by the workspace's lock.
 */
import {
	closeSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { RasaiError } from "../../../base/index.ts";
import { unfinishedName } from "../atomic.ts";

/** The content; `empty` where there is no such file. Throws `workspace_damaged` where it is no JSON. */
export function readPrivateFile<T>(path: string, empty: T): T {
	try {
		return JSON.parse(readFileSync(path, "utf8")) as T;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return empty;
		throw new RasaiError("workspace_damaged", `${path} cannot be read`, {
			cause,
			hint: "Bring it back from a backup, or remove it: what it held must then be entered again.",
		});
	}
}

/** Replaces the content by what `change` makes of it, durably, and gives it. */
export function changePrivateFile<T>(
	path: string,
	empty: T,
	change: (content: T) => T,
): T {
	const content = change(readPrivateFile(path, empty));
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const temporary = unfinishedName(path);
	writeDurably(temporary, `${JSON.stringify(content)}\n`);
	renameSync(temporary, path);
	const folder = openSync(dirname(path), "r");
	try {
		fsyncSync(folder);
	} finally {
		closeSync(folder);
	}
	return content;
}

function writeDurably(path: string, text: string): void {
	const file = openSync(path, "wx", 0o600);
	try {
		writeSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}
