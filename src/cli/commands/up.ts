/** `rasai up` and `rasai serve`: the pages, from a workspace. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { shownRecord, withoutNames } from "../../account/record/index.ts";
import {
	isLoopback,
	type Log,
	messageOf,
	RasaiError,
} from "../../base/index.ts";
import type { ArchiveFile } from "../../gather/archives/index.ts";
import { packStory } from "../../measure/lab/index.ts";
import {
	cacheRecord,
	createPasskeys,
	explainMeasurement,
	type IncidentBook,
	importArchives,
	openReference,
	type WorkspaceReference,
} from "../../pipeline/index.ts";
import { createSite, serveSite } from "../../publish/index.ts";
import type { ServiceRegistry } from "../../reference/index.ts";
import {
	currentSnapshot,
	Ledger,
	ledgerStamp,
	type Reader,
	readFollowStatus,
	readProtectedNames,
	type Workspace,
} from "../../store/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { composeDossierOf, renderDossier } from "../dossiers.ts";
import {
	countriesOf,
	type Exclusively,
	followSources,
	takeTurns,
} from "../following.ts";
import { listenForHandOvers } from "../handover.ts";
import { startHelping } from "../helping.ts";
import { readBook, runDetection } from "../incidents.ts";
import { count, printJson } from "../output.ts";
import { loadShippedRecord } from "../record-save.ts";
import { readRecord, readServices } from "../shipped.ts";
import { keepSiteAddress } from "../site-address.ts";
import {
	ensureWorkspace,
	openReaderOf,
	sharing,
	withTarget,
} from "../workspace.ts";
import { importOptions } from "./import.ts";
import { SHIPPED_SEED } from "./lab.ts";

/** Under `run/`: the emulated story is in the archive. Without it, it is made again and found to be known. */
const STORY_MARK = "story";

async function up(context: Context, args: Args): Promise<ExitCode> {
	await ensureWorkspace(context);
	return serveWorkspace(context, args, async (workspace) => {
		const there = await readFile(
			join(workspace.paths.run, STORY_MARK),
			"utf8",
		).catch(() => "");
		if (there !== SHIPPED_SEED && !args.flag("no-story"))
			await loadStory(context, workspace);
		await loadShippedRecord(context, workspace);
	});
}

async function serve(context: Context, args: Args): Promise<ExitCode> {
	return serveWorkspace(context, args, async () => {});
}

/** Serves until told to stop. `prepare` is called first, where this program is the workspace's writer. */
async function serveWorkspace(
	context: Context,
	args: Args,
	prepare: (workspace: Workspace) => Promise<void>,
): Promise<ExitCode> {
	const workspace = await openForServing(context);
	const closing: (() => unknown)[] = [() => workspace.close()];
	const exclusively = takeTurns();
	try {
		if (workspace.mode === "write") {
			await prepare(workspace);
			await catchUp(context, workspace);
			const runHandedOver = context.runFor(workspace);
			const writer = await listenForHandOvers(workspace.paths.run, (...asked) =>
				exclusively(() => runHandedOver(...asked)),
			);
			closing.push(() => writer.close());
			if (countriesOf(workspace).length > 0)
				closing.push(startFollowing(context, workspace, exclusively));
		}
		const { server, site } = workspace.config;
		const services = await readServices(context);
		const reader = await openReaderOf(workspace);
		closing.push(() => reader.close());
		const record = cacheRecord(workspace.paths);
		const { dossiers } = await readRecord(context);
		const app = createSite({
			reader,
			services,
			record: async () =>
				shownRecord(
					(await record.publishable()).entries,
					withoutNames(dossiers, readProtectedNames(workspace.paths)),
				),
			editing: {
				paths: workspace.paths,
				record,
				passkeys: createPasskeys(workspace.paths, context.clock),
				openLedger:
					workspace.mode === "write" ? () => Ledger.open(workspace) : undefined,
				address: site.address || undefined,
			},
			explain: explainerOf(workspace, services, reader),
			incidents: bookKeeper(context, workspace),
			followed: () => readFollowStatus(workspace.paths),
			dossier: async (id, ending) =>
				renderDossier(
					await composeDossierOf(context, reader, workspace, id),
					ending,
				),
			clock: context.clock,
			log: logOf(context, workspace),
			siteName: site.name,
			listensBeyondLoopback: !isLoopbackName(server.host),
		});
		// Makes the views and reads what pages share, so that nobody waits for it.
		await app.request("http://localhost/");
		const served = await serveSite(app, {
			host: server.host,
			port: args.integer("port") ?? server.port,
		});
		closing.push(() => served.close());
		if (workspace.config.helper.enabled) {
			const helping = await startHelping(context, workspace, {
				port: workspace.config.helper.port,
				// Where another program writes, that one collects.
				collects:
					workspace.config.helper.collector && workspace.mode === "write",
				exclusively,
				log: logOf(context, workspace),
			});
			closing.push(() => helping.close());
			context.say(`Helping probes on port ${helping.port}`);
		}
		if (workspace.mode === "write")
			closing.push(await keepSiteAddress(workspace, served.port));
		announce(context, args.integer("port") ?? server.port, served);
		await stopOf(context.signal);
		context.say("Stopping");
		return 0;
	} finally {
		for (const close of closing.reverse()) await close();
	}
}

/** Follows beside the server; gives what waits for its end. A fault of the loop is logged and leaves the pages up. */
function startFollowing(
	context: Context,
	workspace: Workspace,
	exclusively: Exclusively,
): () => Promise<void> {
	const log = logOf(context, workspace);
	const stop = new AbortController();
	const signal = AbortSignal.any([context.signal, stop.signal]);
	const own = { ...context, signal };
	const ended = followSources(own, workspace, exclusively, (event) => {
		if (event.event === "alert") log("info", "alert", { ...event.alert });
		else if (event.event === "problem")
			log("warn", "follow_problem", { why: event.message });
		else log("info", "follow_round", { alerts: event.round.alerts });
	}).catch((error: unknown) =>
		log("error", "follow_ended", { why: messageOf(error) }),
	);
	return () => {
		stop.abort();
		return ended;
	};
}

/** For writing; for reading where another program writes and this one can only show. */
async function openForServing(context: Context): Promise<Workspace> {
	try {
		return await context.openForWriting();
	} catch (error) {
		if (!(error instanceof RasaiError) || error.code !== "workspace_locked")
			throw error;
		context.say(`Only showing: ${error.message}`);
		return context.openForReading();
	}
}

const logOf = (context: Context, workspace: Workspace): Log =>
	context.logAt(context.logLevel ?? workspace.config.log.level);

const isLoopbackName = (host: string): boolean =>
	host === "localhost" || isLoopback(host);

/** Explains by the reference data in use, which an update may change while the site is served. */
function explainerOf(
	{ paths }: Workspace,
	services: ServiceRegistry,
	reader: Reader,
) {
	let opened: Promise<WorkspaceReference> | undefined;
	let openedId: string | undefined;
	return async (uid: string) => {
		const id = await currentSnapshot(paths);
		if (opened === undefined || id !== openedId) {
			openedId = id;
			opened = openReference(paths, services);
		}
		const { snapshot } = await opened;
		return explainMeasurement(reader, uid, { reference: snapshot });
	};
}

/** The incidents, read again only when the ledger or the names that it protects have changed. */
function bookKeeper(
	context: Context,
	workspace: Workspace,
): () => Promise<IncidentBook> {
	const { paths } = workspace;
	let held: Promise<IncidentBook> | undefined;
	let heldStamp: string | undefined;
	return async () => {
		const stamp = JSON.stringify([
			await ledgerStamp(paths),
			readProtectedNames(paths),
		]);
		if (held === undefined || stamp !== heldStamp) {
			heldStamp = stamp;
			held = readBook(context, workspace);
			// One that failed is tried again.
			held.catch(() => {
				heldStamp = undefined;
			});
		}
		return held;
	};
}

function announce(
	context: Context,
	wanted: number,
	{ host, port }: { readonly host: string; readonly port: number },
): void {
	const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
	if (context.json) printJson(context, { url, workspace: context.workspace });
	if (wanted !== 0 && port !== wanted)
		context.say(`Port ${wanted} is taken; this is the next free one.`);
	context.say(
		`Rasai ${context.version} serves ${context.workspace}\n\n    ${url}\n\nStop with Ctrl-C. Import real measurements with: rasai archive import --help`,
	);
}

/** The emulated country that an empty installation has to show. */
async function loadStory(
	context: Context,
	workspace: Workspace,
): Promise<void> {
	context.say(
		"Making an emulated country (QZ) to look at; this takes half a minute, once.",
	);
	const shared = sharing(context, workspace);
	const { measurements } = await withTarget(shared, (target) =>
		importArchives(storyFiles(), target, importOptions(context, workspace)),
	);
	await writeFile(join(workspace.paths.run, STORY_MARK), SHIPPED_SEED);
	context.say(`${count(measurements, "emulated measurement")} judged`);
}

function* storyFiles(): Generator<ArchiveFile> {
	for (const { path, bytes } of packStory(SHIPPED_SEED))
		yield {
			name: `emulated:${SHIPPED_SEED}/${path}`,
			bytes: bytes.length,
			async *open() {
				yield bytes;
			},
		};
}

/** What a program that was killed had received, and days that rest on other rules or reference data than today's. */
async function catchUp(context: Context, workspace: Workspace): Promise<void> {
	const shared = sharing(context, workspace);
	await withTarget(shared, (target) =>
		importArchives([], target, importOptions(context, workspace)),
	);
	await runDetection(context, workspace);
}

function stopOf(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener("abort", () => resolve(), { once: true });
	});
}

const PORT = {
	name: "port",
	kind: "integer",
	value: "N",
	summary:
		"port to serve on (default 8080); the next free one where it is taken",
} as const;

export const upCommands: readonly Command[] = [
	{
		noun: "up",
		isStarter: true,
		summary: "Make a workspace where there is none, load what ships, and serve",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{ line: "rasai up", does: "serve ./rasai-data on http://127.0.0.1:8080" },
		],
		options: [
			PORT,
			{
				name: "no-story",
				kind: "flag",
				summary: "do not make the emulated country",
			},
		],
		notes: [
			"While it runs it holds the workspace; commands that write are handed to it and done there.\nHost, port and the site's name can be set in the workspace's config.toml.",
		],
		run: up,
	},
	{
		noun: "serve",
		summary: "Serve a workspace as it is",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai serve --workspace /srv/rasai --port 9000",
				does: "serve another workspace elsewhere",
			},
		],
		options: [PORT],
		run: serve,
	},
];
