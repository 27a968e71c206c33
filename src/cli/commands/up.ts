/** `rasai up` and `rasai serve`: the pages, from a workspace. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { messageOf, RasaiError } from "../../base/index.ts";
import type { ArchiveFile } from "../../gather/archives/index.ts";
import { packStory } from "../../measure/lab/index.ts";
import { importArchives } from "../../pipeline/index.ts";
import { serveSite } from "../../publish/index.ts";
import type { Workspace } from "../../store/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { countriesOf, followSources } from "../following.ts";
import { listenForHandOvers } from "../handover.ts";
import { startHelping } from "../helping.ts";
import { runDetection } from "../incidents.ts";
import { count, printJson } from "../output.ts";
import { loadShippedRecord } from "../record-save.ts";
import { logOf, openSite } from "../site.ts";
import { keepSiteAddress } from "../site-address.ts";
import { type Exclusively, takeTurns } from "../turns.ts";
import { ensureWorkspace, sharing, withTarget } from "../workspace.ts";
import { importOptions } from "./import.ts";
import { SHIPPED_SEED } from "./lab.ts";

/** Under `run/`: the emulated story is in the archive. Without it, it is made again and found to be known. */
const STORY_MARK = "story";
/**
 * Pages and lists made at once, in one thread: each waits for the others, so
 * eight of the mean (7 ms) take about three times the 95th percentile of one
 * alone (21 ms). More than the six that one browser asks for. Provisional.
 */
const MOST_AT_ONCE = 8;

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
			const writer = await listenForHandOvers(
				workspace.paths.run,
				context.runFor(workspace, exclusively),
			);
			closing.push(() => writer.close());
			if (countriesOf(workspace).length > 0)
				closing.push(startFollowing(context, workspace, exclusively));
		}
		const { server } = workspace.config;
		const site = await openSite(context, workspace, {
			marksMissingWords: args.flag("mark-untranslated"),
		});
		closing.push(() => site.close());
		if (workspace.mode === "write") closing.push(site.alerts.start());
		// Makes the views and reads what pages share, so that nobody waits for it.
		await site.app.request("http://localhost/");
		const served = await serveSite(site.app, {
			host: server.host,
			port: args.integer("port") ?? server.port,
			mostAtOnce: MOST_AT_ONCE,
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

const MARK_UNTRANSLATED = {
	name: "mark-untranslated",
	kind: "flag",
	summary: "put words that a page's language lacks in ⟦brackets⟧",
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
			MARK_UNTRANSLATED,
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
		options: [PORT, MARK_UNTRANSLATED],
		run: serve,
	},
];
