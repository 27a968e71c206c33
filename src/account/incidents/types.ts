/** What detection hands over to be kept: an incident without what only the ledger can give it. */
import type { Incident } from "../../model/index.ts";

/** One restriction as the data now tell it. */
export type IncidentFinding = Omit<
	Incident,
	| "id"
	| "aliases"
	| "entries"
	| "revision"
	| "revisedAt"
	| "reason"
	| "mergedInto"
>;

/** One state of an incident, as written. The last of its incident holds. */
export interface IncidentRevision {
	readonly seq: number;
	readonly incident: Incident;
}
