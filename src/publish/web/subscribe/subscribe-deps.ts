import type { WorkspacePaths } from "../../../store/index.ts";

/** What the pages need to take subscriptions by mail. */
export interface Subscribing {
	readonly paths: Pick<WorkspacePaths, "private">;
	/** Links are made with it. */
	readonly key: Uint8Array;
	/** Mail that one line may ask for in an hour. */
	readonly perHour: number;
	readonly trustsProxy: boolean;
	/** Sends what waits, soon. */
	deliverSoon(): void;
}
