/** The thread of one detection worker: takes sets of series, answers with what it found in them. */
import { parentPort } from "node:worker_threads";
import { createDetector } from "../../judge/incidents/index.ts";
import type { FromDetectWorker, ToDetectWorker } from "./detect-pool.ts";
import { setEpisodes } from "./set-episodes.ts";

const port = parentPort;
if (port === null) throw new TypeError("detect-worker.ts runs as a thread");
const detector = createDetector();

port.on("message", (sets: ToDetectWorker) => {
	port.postMessage(
		sets.map((set) => setEpisodes(set, detector)) satisfies FromDetectWorker,
	);
});
