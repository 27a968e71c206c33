/**
 * Writes handed to the program that holds the workspace. A running server is
 * the one writer; a command that writes finds its socket, sends its words, and
 * prints what comes back. The socket lies in a folder that only its owner can
 * enter, and one command runs at a time.
 *
 * Lines of JSON. To the server: one `Request`. Back: `out`, `err`, and at last
 * `exit`. A client that goes away aborts its command.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { messageOf, RasaiError } from "../base/index.ts";
import type { ExitCode } from "./command.ts";

export interface HandedOver {
	readonly words: readonly string[];
	/** Folder that relative paths in the words are meant from. */
	readonly cwd: string;
	/** Whether the client's stderr is a terminal, for the progress bar. */
	readonly terminal: boolean;
}

export interface Reply {
	out(text: string): void;
	err(text: string): void;
}

type Answer =
	| { readonly out: string }
	| { readonly err: string }
	| { readonly exit: ExitCode };

/** Names the socket, since its own path may have to lie elsewhere. */
const SOCKET_FILE = "writer";
/** Longest path that a socket may have (104 on some systems, its end included). */
const MAX_SOCKET_PATH = 100;
const MAX_REQUEST_BYTES = 1 << 20;
const CONNECT_TIME_LIMIT_MS = 2000;

/**
 * Has the running writer of a workspace do a command. Undefined where no
 * writer listens.
 */
export async function handOver(
	runFolder: string,
	request: HandedOver,
	reply: Reply,
	signal: AbortSignal,
): Promise<ExitCode | undefined> {
	const path = await readFile(join(runFolder, SOCKET_FILE), "utf8").catch(
		() => undefined,
	);
	const socket = path && (await connectTo(path));
	if (!socket) return undefined;
	const stop = () => socket.destroy();
	signal.addEventListener("abort", stop, { once: true });
	try {
		socket.write(`${JSON.stringify(request)}\n`);
		const lines = createInterface({ input: socket });
		// A destroyed socket ends without telling its reader.
		socket.once("close", () => lines.close());
		for await (const line of lines) {
			const answer = JSON.parse(line) as Answer;
			if ("exit" in answer) return answer.exit;
			if ("out" in answer) reply.out(answer.out);
			else reply.err(answer.err);
		}
	} catch (cause) {
		if (!signal.aborted)
			throw new RasaiError("aborted", messageOf(cause), { cause });
	} finally {
		signal.removeEventListener("abort", stop);
		socket.destroy();
	}
	throw new RasaiError(
		"aborted",
		signal.aborted
			? "stopped"
			: "the running server went away before the command ended",
	);
}

/** A socket with somebody behind it; undefined where the file is a dead program's. */
function connectTo(path: string): Promise<Socket | undefined> {
	return new Promise((resolve) => {
		const socket = connect(path);
		const fail = () => {
			socket.destroy();
			resolve(undefined);
		};
		socket.setTimeout(CONNECT_TIME_LIMIT_MS, fail);
		socket.once("error", fail);
		socket.once("connect", () => {
			socket.setTimeout(0);
			socket.off("error", fail);
			resolve(socket);
		});
	});
}

/** Runs a command for a client. */
export type RunHandedOver = (
	request: HandedOver,
	reply: Reply,
	signal: AbortSignal,
) => Promise<ExitCode>;

/** Listens for commands until closed; closing aborts and awaits the one that runs. */
export async function listenForHandOvers(
	runFolder: string,
	run: RunHandedOver,
): Promise<{ close(): Promise<void> }> {
	const path = await socketPath(runFolder);
	const stop = new AbortController();
	let last: Promise<unknown> = Promise.resolve();
	let waiting = 0;
	const server = createServer((socket) => {
		const gone = new AbortController();
		const signal = AbortSignal.any([stop.signal, gone.signal]);
		socket.on("close", () => gone.abort());
		socket.on("error", () => gone.abort());
		const send = (answer: Answer) => {
			if (!socket.destroyed) socket.write(`${JSON.stringify(answer)}\n`);
		};
		const reply: Reply = {
			out: (out) => send({ out }),
			err: (err) => send({ err }),
		};
		readRequest(socket, (request) => {
			if (waiting > 0) reply.err("rasai: waiting for another command to end\n");
			waiting += 1;
			last = last.then(async () => {
				if (!signal.aborted)
					send({
						exit: await run(request, reply, signal).catch(() => 1 as const),
					});
				waiting -= 1;
				socket.end();
			});
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(path, resolve);
	});
	await writeFile(join(runFolder, SOCKET_FILE), path, { mode: 0o600 });
	return {
		async close() {
			stop.abort();
			server.close();
			await last;
			await rm(join(runFolder, SOCKET_FILE), { force: true });
			await rm(path.startsWith(runFolder) ? path : dirname(path), {
				force: true,
				recursive: true,
			});
		},
	};
}

/** Beside the workspace's other run files where the path is short enough. */
async function socketPath(runFolder: string): Promise<string> {
	const own = join(runFolder, "writer.sock");
	await rm(own, { force: true });
	return Buffer.byteLength(own) <= MAX_SOCKET_PATH
		? own
		: join(await mkdtemp(join(tmpdir(), "rasai-")), "writer.sock");
}

function readRequest(
	socket: Socket,
	then: (request: HandedOver) => void,
): void {
	let text = "";
	socket.setEncoding("utf8");
	socket.on("data", function read(chunk: string) {
		text += chunk;
		const end = text.indexOf("\n");
		if (end < 0 && text.length <= MAX_REQUEST_BYTES) return;
		socket.off("data", read);
		socket.resume();
		try {
			then(JSON.parse(text.slice(0, end)) as HandedOver);
		} catch {
			socket.destroy();
		}
	});
}
