/** What the live loop is given, and what it tells. */
import type { HttpClient } from "../../base/index.ts";
import type {
	FetchOptions,
	ObjectBucket,
} from "../../gather/archives/index.ts";
import type { PoliteClient, SignalApis } from "../../gather/signals/index.ts";
import type { Incident } from "../../model/index.ts";
import type { QueryReader, SourceStatus } from "../../store/index.ts";
import type { ImportOptions, ImportSummary, ImportTarget } from "../import.ts";
import type { Alert } from "./alerts.ts";

/** What of OONI's bucket is followed. */
export interface OoniFeed {
	readonly http: HttpClient;
	/** The public one where not given. */
	readonly bucketUrl?: string | undefined;
	readonly cc: readonly string[];
	/** Empty: every test. */
	readonly test: readonly string[];
	readonly fetch?: FetchOptions | undefined;
}

/** Which signals of others are followed. */
export interface SignalFeed {
	readonly client: PoliteClient;
	/** As `rasai signal import` takes them: `ioda:country/PK`, `ripestat:PK`. */
	readonly names: readonly string[];
	/** Least time between two questions to one of them. */
	readonly everyMs: number;
	/** Days that are asked for the first time. */
	readonly lookbackDays: number;
	/** Where the APIs are; the public ones where left out. */
	readonly apis?: SignalApis | undefined;
}

export interface FollowOptions {
	readonly feed: OoniFeed;
	readonly signals?: SignalFeed | undefined;
	readonly everyMs: number;
	/** Days back that are listed once a day, for what was uploaded late. */
	readonly lookbackDays: number;
	/** Nothing is fetched while less than this is free on the workspace's disk. */
	readonly minFreeBytes: number;
	/** Days after which the bytes of fetched files are let go; 0: as soon as they are judged; undefined: never. */
	readonly keepRawDays: number | undefined;
	/** Where the archive is uploaded to after each round, and for how many days it is kept here too (undefined: always). */
	readonly upload?:
		| {
				readonly bucket: ObjectBucket;
				readonly keepDays: number | undefined;
		  }
		| undefined;
	/** Ends after so many rounds. */
	readonly rounds?: number | undefined;
	readonly import: Omit<ImportOptions, "signal" | "byReference">;
	readonly signal: AbortSignal;
	/** Waits; ends early, without an error, when the signal says so. */
	readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
	/** A number in [0, 1) that spreads the rounds of many followers. */
	readonly random: () => number;
	readonly tell: (event: FollowEvent) => void;
}

/** What the loop works on. */
export interface FollowTarget extends ImportTarget {
	readonly reader: QueryReader;
	/** Detects in what changed and gives the incidents as they now stand. */
	detect(signal: AbortSignal): Promise<readonly Incident[]>;
	/** Writes alerts durably before anything is told. */
	recordAlerts(alerts: readonly Alert[]): Promise<void>;
	/** Every alert ever recorded, in order. */
	sentAlerts(): Promise<readonly Alert[]>;
}

export type FollowEvent =
	| {
			readonly event: "round";
			readonly at: string;
			readonly round: RoundSummary;
	  }
	| { readonly event: "alert"; readonly alert: Alert }
	| {
			readonly event: "problem";
			readonly at: string;
			readonly message: string;
	  };

export interface RoundSummary {
	/** Undefined where nothing could be listed or the disk is full. */
	readonly imported: ImportSummary | undefined;
	readonly alerts: number;
	/** Bytes of fetched files let go. */
	readonly releasedBytes: number;
	readonly sources: readonly SourceStatus[];
}
