import type { Hono, Context as HonoContext } from "hono";
import type { CostSources } from "../../account/costs/index.ts";
import type { ShownRecord } from "../../account/record/index.ts";
import type { Clock, Log } from "../../base/index.ts";
import type {
	ExplainedMeasurement,
	IncidentBook,
	OutlookThread,
	ShownSignals,
} from "../../pipeline/index.ts";
import type {
	ServiceRegistry,
	SubscriberShares,
} from "../../reference/index.ts";
import type {
	FollowStatus,
	QueryReader,
	Reader,
	SqlConsole,
} from "../../store/index.ts";
import type { Editing } from "./edit/edit-deps.ts";
import type { EvidenceSite } from "./evidence/evidence-routes.tsx";
import type { Reporting } from "./report/report-deps.ts";
import type { Subscribing } from "./subscribe/subscribe-deps.ts";

/** Forms in which a dossier can be had. */
export const DOSSIER_ENDINGS = ["pdf", "html", "md", "json"] as const;
export type DossierEnding = (typeof DOSSIER_ENDINGS)[number];

/** What was measured, said and due in an incident, drawn over one axis of time. */
export interface ShownTracks {
	readonly title: string;
	readonly finding: string;
	readonly svg: string;
	readonly marks: readonly {
		readonly date: string;
		readonly lane: string;
		readonly mark: string;
		/** Its number in the dossier. */
		readonly exhibit: number;
	}[];
}

/** What the site is made from. */
export interface SiteDeps {
	readonly reader: Pick<Reader, "query" | "generation" | "stamp">;
	readonly services: ServiceRegistry;
	/** What is documented by others and may be published now: shown apart from all measurement (P12). */
	record(): Promise<ShownRecord>;
	/** What editors edit; undefined where nobody can. */
	readonly editing?: Editing | undefined;
	/** What visitors report of their own lines; undefined where that is off. */
	readonly reporting?: Reporting | undefined;
	/** Who is told by mail; undefined where none can be sent. */
	readonly subscribing?: Subscribing | undefined;
	/** What outside witnesses can keep, and the page that checks evidence; undefined where it is not offered. */
	readonly evidence?: EvidenceSite | undefined;
	/** Every record received under a uid, with why it was judged as it was. */
	explain(uid: string): Promise<readonly ExplainedMeasurement[]>;
	/** Name under which a file was received, which tells its publisher; undefined where it is not in the archive. */
	fileName?(hash: string): Promise<string | undefined>;
	/** All incidents as they are told now. */
	incidents(): Promise<IncidentBook>;
	/** Kept signals of a country (`asn` null) or a network; undefined where none are offered. */
	readonly signals?:
		| ((cc: string, asn: number | null) => Promise<ShownSignals>)
		| undefined;
	/** An incident's dossier as a file of this ending; undefined where dossiers are not offered. */
	readonly dossier?:
		| ((
				id: string,
				ending: DossierEnding,
				/** As it was told then; as it is told now where left out. */
				revision?: number,
		  ) => Promise<string | Uint8Array>)
		| undefined;
	/** The tracks of an incident, as told in a revision; undefined where dossiers are not offered. */
	readonly tracks?:
		| ((id: string, revision?: number) => Promise<ShownTracks>)
		| undefined;
	/** What costs are estimated from; undefined where they are not offered. */
	readonly costs?: CostSources | undefined;
	/** How many subscribers networks have; undefined where the operator supplied nothing. */
	readonly shares?: SubscriberShares | undefined;
	/** What is likely next; undefined where outlooks are not offered. */
	readonly outlooks?: OutlookThread | undefined;
	/** The API; undefined where none is offered. It asks the site who sits at this machine. */
	readonly api?:
		| ((mount: { mayShowEmulated(c: HonoContext): boolean }) => Hono)
		| undefined;
	/** Questions in SQL; undefined where none are taken. */
	readonly console?: SqlConsole | undefined;
	/** How many days hold facts that an older program, or one with other fingerprints, read. */
	outdatedDays?(): Promise<number>;
	/** How the sources that are followed are doing; undefined where none was ever followed. */
	followed(): Promise<FollowStatus | undefined>;
	/** Untranslated words are put in brackets, for those who translate. */
	readonly marksMissingWords?: boolean | undefined;
	readonly clock: Clock;
	readonly log: Log;
	/** Where others reach the site (`https://…`); absent where it has no such address. */
	readonly address?: string | undefined;
	/** What the site calls itself, on pages and inside images. */
	readonly siteName: string;
	/** A map of the world stands below the list of countries. */
	readonly drawsMap?: boolean | undefined;
	/** The server can be reached from other machines: emulated data are then refused (DESIGN section 4). */
	readonly listensBeyondLoopback: boolean;
}

/** What pages are made from: the same, with queries alone. */
export type PageDeps = Omit<SiteDeps, "reader"> & {
	readonly reader: QueryReader;
};
