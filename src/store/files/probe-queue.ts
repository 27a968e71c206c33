/**
 * Measurements that wait to be sent, encrypted at rest: one file each in
 * `private/probe-queue`, sealed by a key in `keys/` (AES-256-GCM). A file to
 * carry by hand holds them sealed by a passphrase instead (scrypt), so that
 * who takes it learns nothing from it.
 */
import {
	createCipheriv,
	createDecipheriv,
	randomBytes,
	randomUUID,
	scryptSync,
} from "node:crypto";
import {
	mkdir,
	readdir,
	readFile,
	rename,
	rm,
	writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { RasaiError } from "../../base/index.ts";
import type { WorkspacePaths } from "./layout.ts";
import { SECRET_KEY_BYTES, secretKey } from "./secret-key.ts";

type QueueFolders = Pick<WorkspacePaths, "private" | "keys">;

export interface QueuedRecord {
	/** Names it for `removeQueued`. */
	readonly id: string;
	readonly record: unknown;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SALT_BYTES = 16;
/** Begins a file to carry, and its version. */
const CARRIED = Buffer.from("rasai-carry-1\n");
/** OWASP's least for scrypt where memory is at hand: 128 MiB. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const MAX_OPENED_BYTES = 1024 ** 3;

/** Puts a record into the queue, durably enough for a laptop that is shut. */
export async function enqueue(
	folders: QueueFolders,
	record: unknown,
): Promise<void> {
	const key = await secretKey(folders, "probe-queue");
	const folder = queueFolder(folders);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const path = join(folder, `${randomUUID()}.sealed`);
	const sealed = seal(key, Buffer.from(JSON.stringify(record)));
	await writeFile(`${path}.unfinished`, sealed, { mode: 0o600, flush: true });
	await rename(`${path}.unfinished`, path);
}

/** Everything that waits. A file that cannot be opened stays where it is and is counted in `damaged`. */
export async function readQueue(folders: QueueFolders): Promise<{
	readonly records: readonly QueuedRecord[];
	readonly damaged: number;
}> {
	const names = await readdir(queueFolder(folders)).catch(() => []);
	const key = await secretKey(folders, "probe-queue");
	const records: QueuedRecord[] = [];
	let damaged = 0;
	for (const id of names.filter((name) => name.endsWith(".sealed")).sort()) {
		try {
			const bytes = await readFile(join(queueFolder(folders), id));
			records.push({ id, record: JSON.parse(open(key, bytes).toString()) });
		} catch {
			damaged++;
		}
	}
	return { records, damaged };
}

/** Takes records out, once they are where they should be. */
export async function removeQueued(
	folders: QueueFolders,
	ids: readonly string[],
): Promise<void> {
	for (const id of ids)
		await rm(join(queueFolder(folders), id), { force: true });
}

/** Records as one file to carry by hand. */
export function packCarried(
	records: readonly unknown[],
	passphrase: string,
): Buffer {
	const salt = randomBytes(SALT_BYTES);
	const lines = records.map((record) => `${JSON.stringify(record)}\n`);
	const key = scryptSync(passphrase, salt, SECRET_KEY_BYTES, SCRYPT);
	return Buffer.concat([CARRIED, salt, seal(key, Buffer.from(lines.join("")))]);
}

/** The JSON lines of a carried file. Throws `source_unreadable` where it is none, was changed, or the passphrase is another. */
export function unpackCarried(file: Buffer, passphrase: string): Buffer {
	const unreadable = (cause?: unknown): RasaiError =>
		new RasaiError(
			"source_unreadable",
			"not a carried file, or another passphrase, or the file was changed",
			{ cause },
		);
	const head = file.subarray(0, CARRIED.length);
	if (!head.equals(CARRIED)) throw unreadable();
	const salt = file.subarray(CARRIED.length, CARRIED.length + SALT_BYTES);
	try {
		const key = scryptSync(passphrase, salt, SECRET_KEY_BYTES, SCRYPT);
		return open(key, file.subarray(CARRIED.length + SALT_BYTES));
	} catch (cause) {
		throw unreadable(cause);
	}
}

function queueFolder(folders: QueueFolders): string {
	return join(folders.private, "probe-queue");
}

/** Nonce, tag, then the packed content. */
function seal(key: Buffer, content: Buffer): Buffer {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv("aes-256-gcm", key, nonce);
	const body = Buffer.concat([
		cipher.update(gzipSync(content)),
		cipher.final(),
	]);
	return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function open(key: Buffer, sealed: Buffer): Buffer {
	const bodyAt = NONCE_BYTES + TAG_BYTES;
	const decipher = createDecipheriv(
		"aes-256-gcm",
		key,
		sealed.subarray(0, NONCE_BYTES),
	);
	decipher.setAuthTag(sealed.subarray(NONCE_BYTES, bodyAt));
	const packed = Buffer.concat([
		decipher.update(sealed.subarray(bodyAt)),
		decipher.final(),
	]);
	return gunzipSync(packed, { maxOutputLength: MAX_OPENED_BYTES });
}
