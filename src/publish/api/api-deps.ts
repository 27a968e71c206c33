import type { RecordEntry, ShownRecord } from "../../account/record/index.ts";
import type { Clock, Log } from "../../base/index.ts";
import type {
	ExplainedMeasurement,
	IncidentBook,
	RawMeasurement,
} from "../../pipeline/index.ts";
import type { ServiceRegistry } from "../../reference/index.ts";
import type {
	FollowStatus,
	QueryReader,
	Reader,
	SqlConsole,
} from "../../store/index.ts";

/** What the API is made from. */
export interface ApiDeps {
	readonly reader: Pick<Reader, "query" | "generation" | "stamp">;
	readonly services: ServiceRegistry;
	/** What is documented by others and may be published now. */
	record(): Promise<ShownRecord>;
	/** Every entry of the record that may be published now. */
	entries(): Promise<readonly RecordEntry[]>;
	/** Every measurement received under a uid, with why it was judged as it was. */
	explain(uid: string): Promise<readonly ExplainedMeasurement[]>;
	/** A measurement as it was received; undefined where the archive no longer holds it. */
	raw(
		place: Pick<RawMeasurement, "fileHash" | "member" | "line">,
		signal: AbortSignal,
	): Promise<string | undefined>;
	/** Name under which a file was received; undefined where it is not in the archive. */
	fileName(hash: string): Promise<string | undefined>;
	/** All incidents as they are told now. */
	incidents(): Promise<IncidentBook>;
	/** How the sources that are followed are doing; undefined where none was ever followed. */
	followed(): Promise<FollowStatus | undefined>;
	/** Undefined where questions in SQL are not offered. */
	readonly console: SqlConsole | undefined;
	readonly clock: Clock;
	readonly log: Log;
	readonly siteName: string;
	readonly version: string;
	/** Points that one address may spend in a minute. */
	readonly pointsPerMinute: number;
}

/** The same, with a reader that keeps answers: for small questions that many requests share. */
export type InnerDeps = ApiDeps & { readonly cached: QueryReader };

/** One request's view of the world: what an operation is asked with. */
export interface Asked {
	readonly deps: InnerDeps;
	/** The reader sits at this machine (DESIGN section 4: emulated data go no further). */
	readonly mayShowEmulated: boolean;
	/** Names the address that asks for a minute and no longer; not the address itself. */
	readonly asker: string;
	/** Address of this request, without its query, as the reader wrote it. */
	readonly url: URL;
	readonly signal: AbortSignal;
}
