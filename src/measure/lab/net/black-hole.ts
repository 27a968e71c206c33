/**
 * A port that answers no SYN, without root: a listener whose thread is asleep
 * and whose queue of connections is full. The system then drops what comes,
 * as a filter does.
 */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Worker } from "node:worker_threads";

export interface BlackHole {
	readonly port: number;
	close(): Promise<void>;
}

/** Sleeps only after it has said its port. */
const SLEEPER = `
const { parentPort } = require("node:worker_threads");
const server = require("node:net").createServer();
server.listen({ host: "127.0.0.1", port: 0, backlog: 1 }, () => {
	parentPort.postMessage(server.address().port);
	setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 20);
});`;
/** More than a queue of one holds, in the counting of any system. */
const FILLERS = 8;
const FILL_MS = 200;

export async function openBlackHole(): Promise<BlackHole> {
	const worker = new Worker(SLEEPER, { eval: true });
	worker.unref();
	const [port] = (await once(worker, "message")) as [number];
	await new Promise((resolve) => setTimeout(resolve, 50));
	const fillers: Socket[] = [];
	for (let i = 0; i < FILLERS; i++) {
		const socket = connect({ host: "127.0.0.1", port });
		socket.on("error", () => {}).unref();
		fillers.push(socket);
	}
	await new Promise((resolve) => setTimeout(resolve, FILL_MS));
	return {
		port,
		async close() {
			for (const socket of fillers) socket.destroy();
			await worker.terminate();
		},
	};
}
