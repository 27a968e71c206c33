/** The site of a workspace, with all that its pages are made from: for serving, and for writing it out. */
import type { Hono } from "hono";
import { shownRecord, withoutNames } from "../account/record/index.ts";
import { isLoopback, type Log } from "../base/index.ts";
import type { Incident, World } from "../model/index.ts";
import {
	cacheHeads,
	cacheRecord,
	createPasskeys,
	type Dossier,
	explainMeasurement,
	type IncidentBook,
	openOutlookThread,
	openReference,
	outdatedFacts,
	readShownSignals,
	type WorkspaceReference,
} from "../pipeline/index.ts";
import { tracksImage } from "../publish/exports/index.ts";
import { createSite, listPages, type SiteDeps } from "../publish/index.ts";
import type { ReferenceSnapshot, ServiceRegistry } from "../reference/index.ts";
import {
	currentSnapshot,
	Ledger,
	ledgerStamp,
	type Reader,
	readFollowStatus,
	readProtectedNames,
	type Workspace,
} from "../store/index.ts";
import { type Alerts, openAlerts } from "./alerts.ts";
import { apiParts } from "./api.ts";
import type { Context } from "./command.ts";
import { incidentOf } from "./dossier-inputs.ts";
import { composeFrom, readDossierSources, renderDossier } from "./dossiers.ts";
import { type KnownIncidents, readIncidents } from "./incidents.ts";
import { readOutlookData } from "./outlooks.ts";
import { openReporting } from "./reporting.ts";
import { readShares } from "./subscriber-shares.ts";
import { openReaderOf } from "./workspace.ts";

export interface OpenSite {
	readonly app: Hono;
	/** Addresses of the pages that it must have, of these worlds. */
	pages(worlds: readonly World[]): Promise<readonly string[]>;
	readonly alerts: Alerts;
	close(): Promise<void>;
}

/** Opens a workspace's site. Its editors can write where the workspace is held for writing. */
export async function openSite(
	context: Context,
	workspace: Workspace,
	choices: Pick<SiteDeps, "marksMissingWords"> = {},
): Promise<OpenSite> {
	const { server, site } = workspace.config;
	const sources = await readDossierSources(context, workspace);
	const { services, shipped, costs } = sources;
	const incidents = incidentKeeper(context, workspace);
	const outlooks = openOutlookThread(await readOutlookData(context));
	const reference = referenceKeeper(workspace, services);
	const record = cacheRecord(workspace.paths);
	const reader = await openReaderOf(workspace);
	const readShown = async () =>
		shownRecord(
			(await record.publishable()).entries,
			withoutNames(shipped, readProtectedNames(workspace.paths)),
		);
	const alerts = await openAlerts(context, workspace, {
		services,
		incidents: async () => (await incidents()).book,
		record: readShown,
		costs,
		outlooks,
	});
	const dossierOf = async (id: string, revision?: number): Promise<Dossier> => {
		const { book, index } = await incidents();
		const now = incidentOf(book, id);
		const incident =
			revision === undefined ? now : (book.at(id, revision) ?? now);
		return {
			...(await composeFrom(
				context,
				reader,
				workspace,
				sources,
				incident,
				index,
			)),
			newer: newerRevision(book, incident),
		};
	};
	const deps: SiteDeps = {
		reader,
		services,
		record: readShown,
		editing: {
			paths: workspace.paths,
			record,
			passkeys: createPasskeys(workspace.paths, context.clock),
			openLedger:
				workspace.mode === "write" ? () => Ledger.open(workspace) : undefined,
			address: site.address || undefined,
		},
		reporting: await openReporting(context, workspace, services),
		subscribing: alerts.subscribing,
		address: site.address || undefined,
		evidence: {
			heads: cacheHeads(workspace.paths),
			address: site.address,
		},
		explain: async (uid) =>
			explainMeasurement(reader, uid, { reference: await reference() }),
		outdatedDays: outdatedKeeper(workspace, reader, reference),
		incidents: async () => (await incidents()).book,
		followed: () => readFollowStatus(workspace.paths),
		signals: (cc, asn) => readShownSignals(workspace.paths, cc, asn),
		dossier: async (id, ending, revision) =>
			renderDossier(await dossierOf(id, revision), ending),
		tracks: async (id, revision) =>
			tracksImage(await dossierOf(id, revision), site.name),
		costs,
		shares: await readShares(context, workspace),
		outlooks,
		clock: context.clock,
		log: logOf(context, workspace),
		siteName: site.name,
		drawsMap: site.map,
		...choices,
		listensBeyondLoopback: !isLoopbackName(server.host),
	};
	return {
		app: createSite({
			...deps,
			...apiParts(context, workspace, record, deps),
		}),
		pages: (worlds) => listPages(deps, worlds),
		alerts,
		async close() {
			await outlooks.close();
			reader.close();
		},
	};
}

/** The newest revision, where it is not the one given. */
function newerRevision(
	book: IncidentBook,
	{ id, revision }: Incident,
): Dossier["newer"] {
	const newest = book.revisions(id).at(-1)?.incident;
	return newest === undefined || newest.revision === revision
		? undefined
		: { revision: newest.revision, revisedAt: newest.revisedAt };
}

export const logOf = (context: Context, workspace: Workspace): Log =>
	context.logAt(context.logLevel ?? workspace.config.log.level);

const isLoopbackName = (host: string): boolean =>
	host === "localhost" || isLoopback(host);

/** The reference data in use, which an update may change while the site is served. */
function referenceKeeper(
	{ paths }: Workspace,
	services: ServiceRegistry,
): () => Promise<ReferenceSnapshot> {
	let opened: Promise<WorkspaceReference> | undefined;
	let openedId: string | undefined;
	return async () => {
		const id = await currentSnapshot(paths);
		if (opened === undefined || id !== openedId) {
			openedId = id;
			opened = openReference(paths, services);
		}
		return (await opened).snapshot;
	};
}

/** Days with outdated facts, counted again only when the store or the reference data have changed. */
function outdatedKeeper(
	{ paths }: Workspace,
	reader: Reader,
	reference: () => Promise<ReferenceSnapshot>,
): () => Promise<number> {
	let held: Promise<number> | undefined;
	let heldMark: string | undefined;
	return async () => {
		const { fingerprints } = await reference();
		const mark = `${await reader.generation()} ${fingerprints.hash}`;
		if (held === undefined || mark !== heldMark) {
			heldMark = mark;
			held = outdatedFacts(paths.derived, fingerprints);
		}
		return held;
	};
}

/** The incidents, read again only when the ledger or the names that it protects have changed. */
function incidentKeeper(
	context: Context,
	workspace: Workspace,
): () => Promise<KnownIncidents> {
	const { paths } = workspace;
	let held: Promise<KnownIncidents> | undefined;
	let heldStamp: string | undefined;
	return async () => {
		const stamp = JSON.stringify([
			await ledgerStamp(paths),
			readProtectedNames(paths),
		]);
		if (held === undefined || stamp !== heldStamp) {
			heldStamp = stamp;
			held = readIncidents(context, workspace);
			// One that failed is tried again.
			held.catch(() => {
				heldStamp = undefined;
			});
		}
		return held;
	};
}
