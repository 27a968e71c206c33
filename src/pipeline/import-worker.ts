/** The thread of one import worker: takes groups of archive files, answers with counts. */
import { parentPort, workerData } from "node:worker_threads";
import { messageOf, RasaiError } from "../base/index.ts";
import { emptyFingerprints, parseFingerprints } from "../reference/index.ts";
import { importFiles } from "./import-files.ts";
import type { FromWorker, ToWorker, WorkerSetup } from "./import-pool.ts";

const PROGRESS_BYTES = 1024 * 1024;

const port = parentPort;
if (port === null) throw new TypeError("import-worker.ts runs as a thread");
const setup = workerData as WorkerSetup;
const fingerprints =
	setup.fingerprintTexts === undefined
		? emptyFingerprints
		: parseFingerprints(setup.fingerprintTexts);
const stop = new AbortController();
const say = (message: FromWorker): void => port.postMessage(message);

port.on("message", (message: ToWorker) => {
	if (message.kind === "stop") stop.abort();
	else void work(message);
});

async function work(task: Extract<ToWorker, { kind: "import" }>) {
	let untold = 0;
	const tell = (bytes: number): void => {
		untold += bytes;
		if (untold < PROGRESS_BYTES) return;
		say({ kind: "bytes", bytes: untold });
		untold = 0;
	};
	try {
		const counts = await importFiles(task.files, {
			paths: setup.paths,
			limits: setup.limits,
			batchBytes: setup.batchBytes,
			fingerprints,
			signal: stop.signal,
			onBytes: tell,
		});
		say({ kind: "bytes", bytes: untold });
		say({ kind: "done", counts });
	} catch (error) {
		say({
			kind: "failed",
			code: error instanceof RasaiError ? error.code : undefined,
			message: messageOf(error),
		});
	}
}
