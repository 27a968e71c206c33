/** The thread that makes outlooks: a walk through a record takes seconds, and pages must not wait for somebody else's. */
import { parentPort, workerData } from "node:worker_threads";
import { messageOf } from "../../base/index.ts";
import type { AnsweredOutlook, AskedOutlook } from "./outlook-thread.ts";
import { createOutlooks, type OutlookData } from "./outlooks.ts";

const port = parentPort;
if (port === null) throw new TypeError("outlook-worker.ts runs as a thread");
const { ask } = createOutlooks(workerData as OutlookData);

port.on("message", ({ id, asked }: AskedOutlook) => {
	const answer = (answered: AnsweredOutlook): void =>
		port.postMessage(answered);
	try {
		answer({ id, outlook: ask(...asked) });
	} catch (error) {
		answer({ id, fault: messageOf(error) });
	}
});
