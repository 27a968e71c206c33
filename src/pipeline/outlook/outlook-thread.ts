/** Outlooks made in a thread of their own, one after another, for a server that answers others meanwhile. */
import { Worker } from "node:worker_threads";
import type { Outlook } from "../../account/outlook/index.ts";
import type { AskOutlook, OutlookData, Outlooks } from "./outlooks.ts";

export interface AskedOutlook {
	readonly id: number;
	readonly asked: Parameters<AskOutlook>;
}

export type AnsweredOutlook =
	| { readonly id: number; readonly outlook: Outlook }
	| { readonly id: number; readonly fault: string };

/** As `Outlooks`, but answers come later. */
export interface OutlookThread extends Omit<Outlooks, "ask"> {
	/** Rejects where the thread could not make it. */
	ask(...asked: Parameters<AskOutlook>): Promise<Outlook>;
	close(): Promise<void>;
}

interface Waiting {
	resolve(outlook: Outlook): void;
	reject(error: Error): void;
}

/** The thread starts with the first question, and keeps the program running while one waits. */
export function openOutlookThread(data: OutlookData): OutlookThread {
	const waiting = new Map<number, Waiting>();
	let worker: Worker | undefined;
	let lastId = 0;
	const failAll = (error: Error): void => {
		worker = undefined;
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
	};
	const start = (): Worker => {
		const started = new Worker(
			new URL("./outlook-worker.js", import.meta.url),
			{ workerData: data },
		);
		started.on("error", failAll);
		started.on("exit", () => failAll(new Error("the outlook's thread ended")));
		started.on("message", (answered: AnsweredOutlook) => {
			const asker = waiting.get(answered.id);
			waiting.delete(answered.id);
			if (waiting.size === 0) started.unref();
			if ("outlook" in answered) asker?.resolve(answered.outlook);
			else asker?.reject(new Error(answered.fault));
		});
		return started;
	};
	return {
		areas: data.areas,
		occasions: data.occasions,
		ask({ restrictions, dossiers, others }, question, span, today) {
			worker ??= start();
			const id = ++lastId;
			const asked: AskedOutlook = {
				id,
				asked: [{ restrictions, dossiers, others }, question, span, today],
			};
			worker.ref();
			worker.postMessage(asked);
			return new Promise((resolve, reject) => {
				waiting.set(id, { resolve, reject });
			});
		},
		async close() {
			await worker?.terminate();
		},
	};
}
