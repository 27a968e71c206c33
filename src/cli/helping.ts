/** The helper and the collector beside a workspace: listening, and releasing what is held. */
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { Hono } from "hono";
import { isLoopback, type Log, messageOf } from "../base/index.ts";
import {
	collectorRoutes,
	helperRoutes,
	type ListedUrl,
	type WaitingCount,
} from "../measure/helper/index.ts";
import { realVantage } from "../measure/probe/index.ts";
import {
	openIpCountries,
	openReference,
	type ReleaseSummary,
	releaseSubmissions,
} from "../pipeline/index.ts";
import { type ServedSite, serveSite } from "../publish/index.ts";
import type { ServiceRegistry } from "../reference/index.ts";
import { openSubmissions, secretKey, type Workspace } from "../store/index.ts";
import type { Context } from "./command.ts";
import { importOptions } from "./commands/import.ts";
import { runDetection } from "./incidents.ts";
import { readServices } from "./shipped.ts";
import type { Exclusively } from "./turns.ts";
import { sharing, withTarget } from "./workspace.ts";

export interface HelpingOptions {
	readonly port: number;
	readonly collects: boolean;
	readonly exclusively: Exclusively;
	readonly log: Log;
	/** Told of every release that showed something. */
	readonly onRelease?: (summary: ReleaseSummary) => void;
}

const KEEP_ANSWERS_MS = 60_000;
/** Hours are sealed, so looking more often finds little. */
const RELEASE_EVERY_MS = 10 * 60_000;

/** Listens for probes until closed. With `collects` the workspace must be held for writing. */
export async function startHelping(
	context: Context,
	workspace: Workspace,
	options: HelpingOptions,
): Promise<ServedSite> {
	const settings = workspace.config.helper;
	const services = await readServices(context);
	const { asn } = (await openReference(workspace.paths, services)).snapshot;
	const nowMs = () => context.clock().getTime();
	const app = new Hono();
	app.onError((error, { json }) => {
		options.log("error", "helper_failed", { why: messageOf(error) });
		return json({ error: "a fault of this server" }, 500);
	});
	app.route(
		"/",
		helperRoutes({
			vantage: realVantage({}),
			asn,
			nowMs,
			keepMs: KEEP_ANSWERS_MS,
			maxInFlight: settings.maxInFlight,
			perMinute: settings.looksPerMinute,
			trustsProxy: settings.trustProxy,
		}),
	);
	const closing: (() => Promise<void>)[] = [];
	if (options.collects) {
		const submissions = await openSubmissions(workspace);
		const key = await secretKey(workspace.paths, "collector");
		const exits = await torExits(settings.torExits);
		let waiting: readonly WaitingCount[] = [];
		app.route(
			"/",
			collectorRoutes({
				nowMs,
				key,
				sink: submissions,
				networks: {
					asnOf: (address) => asn.lookup(address),
					ccOf: await openIpCountries(workspace.paths),
					isTorExit: (address) => exits.has(address),
				},
				urlsFor: () => urlsOf(services),
				address: settings.address,
				perHour: settings.callsPerHour,
				trustsProxy: settings.trustProxy,
				// Nobody but this machine itself can send any.
				takesEmulated:
					isLoopback(settings.host) &&
					settings.address === "" &&
					!settings.trustProxy,
				waiting: () => waiting,
			}),
		);
		const shared = sharing(context, workspace);
		const release = async (signal: AbortSignal): Promise<void> => {
			const summary = await withTarget(shared, (target) =>
				releaseSubmissions(submissions, target, {
					...importOptions(context, workspace),
					signal,
					key,
				}),
			);
			waiting = summary.waitingCounts;
			if (summary.shown === 0) return;
			await runDetection(context, workspace);
			options.onRelease?.(summary);
		};
		closing.push(startReleasing(options, release), () => submissions.close());
	}
	const served = await serveSite(app, {
		host: settings.host,
		port: options.port,
	});
	return {
		...served,
		async close() {
			await served.close();
			for (const close of closing) await close();
		},
	};
}

/** Releases from time to time; gives what ends that. A fault is logged, and tried again. */
function startReleasing(
	{ exclusively, log }: HelpingOptions,
	release: (signal: AbortSignal) => Promise<void>,
): () => Promise<void> {
	const stop = new AbortController();
	const { signal } = stop;
	const loop = async (): Promise<void> => {
		while (!signal.aborted) {
			await exclusively(() => release(signal)).catch((error: unknown) => {
				if (!signal.aborted)
					log("error", "release_failed", { why: messageOf(error) });
			});
			await wait(RELEASE_EVERY_MS, undefined, { signal }).catch(() => {});
		}
	};
	const ended = loop();
	return () => {
		stop.abort();
		return ended;
	};
}

/** Every domain of the services that ship, as a URL. */
function urlsOf(services: ServiceRegistry): readonly ListedUrl[] {
	return services.services.flatMap(({ domains, category }) =>
		domains.map((domain) => ({
			url: `https://${domain}/`,
			category_code: CATEGORY_CODES[category] ?? "MISC",
			country_code: "ZZ",
		})),
	);
}

/** Our categories under the codes of the Citizen Lab's lists. */
const CATEGORY_CODES: Readonly<Record<string, string>> = {
	blogging: "HOST",
	circumvention: "ANON",
	code: "HOST",
	dating: "DATE",
	email: "COMT",
	files: "FILE",
	finance: "ECON",
	games: "GAME",
	messaging: "COMT",
	music: "MMED",
	news: "NEWS",
	pictures: "MMED",
	reference: "CULTR",
	rights: "HUMR",
	search: "SRCH",
	social: "GRP",
	video: "MMED",
};

async function torExits(path: string): Promise<ReadonlySet<string>> {
	if (path === "") return new Set();
	const lines = (await readFile(path, "utf8")).split("\n");
	return new Set(
		lines.map((line) => line.trim()).filter((line) => line !== ""),
	);
}
