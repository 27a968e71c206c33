/** Alerts beside a workspace: what they are made from, how they are sent, and the loop that sends them. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { CostSources } from "../account/costs/index.ts";
import {
	type ShownRecord,
	shownRecord,
	withoutNames,
} from "../account/record/index.ts";
import {
	addDays,
	createHttpClient,
	formatInstant,
	messageOf,
} from "../base/index.ts";
import {
	type Alert,
	cacheHeads,
	cacheRecord,
	type IncidentBook,
	type OutlookThread,
	openOutlookThread,
	readAlerts,
} from "../pipeline/index.ts";
import {
	type AlertSite,
	createMailSender,
	createWebhookSender,
	type DateAhead,
	deliverAlerts,
	entryPath,
	occasionSentence,
	outlookPath,
	recordDates,
	type Sender,
	type SmtpOptions,
	type Subscribing,
} from "../publish/index.ts";
import type { ServiceRegistry } from "../reference/index.ts";
import {
	type AlertRun,
	type Config,
	ledgerStamp,
	readFollowStatus,
	readProtectedNames,
	secretKey,
	type Workspace,
} from "../store/index.ts";
import type { Context } from "./command.ts";
import { readCostSources } from "./costs.ts";
import { readBook } from "./incidents.ts";
import { readOutlookData } from "./outlooks.ts";
import { readRecord, readServices } from "./shipped.ts";
import { siteAddress } from "./site-address.ts";

/** What messages are made from. */
export interface AlertSources {
	readonly services: ServiceRegistry;
	incidents(): Promise<IncidentBook>;
	record(): Promise<ShownRecord>;
	readonly costs: CostSources;
	readonly outlooks: Pick<OutlookThread, "ask" | "occasions">;
}

export interface Alerts {
	/** Undefined where no mail can be sent. */
	readonly subscribing: Subscribing | undefined;
	readonly senders: Readonly<Record<"mail" | "webhook", Sender | undefined>>;
	/** Links are made with it. */
	readonly key: Uint8Array;
	/** Delivers once. */
	deliver(signal: AbortSignal): Promise<AlertRun>;
	/** Delivers again and again; gives what ends it. */
	start(): () => Promise<void>;
}

const EVERY_MS = 60_000;

/** What mail needs and lacks, in a sentence; undefined where it is set up. */
export function mailFault({
	alerts,
	site,
}: Pick<Config, "alerts" | "site">): string | undefined {
	const missing = [
		...(alerts.smtpHost === "" ? ["alerts.smtp_host"] : []),
		...(alerts.from === "" ? ["alerts.from"] : []),
		...(site.address === "" ? ["site.address"] : []),
	];
	return missing.length === 0
		? undefined
		: `No mail is sent: ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} not set in config.toml.`;
}

/** Sources of their own, where no site is open beside. */
async function openAlertSources(
	context: Context,
	workspace: Workspace,
): Promise<AlertSources & { close(): Promise<void> }> {
	const { dossiers } = await readRecord(context);
	const record = cacheRecord(workspace.paths);
	const outlooks = openOutlookThread(await readOutlookData(context));
	return {
		services: await readServices(context),
		incidents: () => readBook(context, workspace),
		record: async () =>
			shownRecord(
				(await record.publishable()).entries,
				withoutNames(dossiers, readProtectedNames(workspace.paths)),
			),
		costs: await readCostSources(context, workspace),
		outlooks,
		close: () => outlooks.close(),
	};
}

/** Calls `work` with alerts that have sources of their own. */
export async function withAlerts<T>(
	context: Context,
	workspace: Workspace,
	work: (alerts: Alerts) => Promise<T>,
): Promise<T> {
	const sources = await openAlertSources(context, workspace);
	try {
		return await work(await openAlerts(context, workspace, sources));
	} finally {
		await sources.close();
	}
}

export async function openAlerts(
	context: Context,
	workspace: Workspace,
	sources: AlertSources,
): Promise<Alerts> {
	const { paths, config } = workspace;
	const { alerts } = config;
	const key = await secretKey(paths, "alerts");
	const site: AlertSite = {
		name: config.site.name,
		address: (await siteAddress(workspace)).replace(/\/$/, ""),
		key,
	};
	const hasMail = mailFault(config) === undefined;
	const senders = {
		mail: hasMail
			? createMailSender(site, await smtpOptions(context, config))
			: undefined,
		webhook: createWebhookSender(
			site,
			createHttpClient({
				allowedOrigins: alerts.webhookOrigins
					.split(",")
					.flatMap((origin) => origin.trim() || []),
			}),
			context.clock,
		),
	};
	const readAll = alertReader(workspace);
	const heads = cacheHeads(paths);
	const deliver = (signal: AbortSignal): Promise<AlertRun> =>
		deliverAlerts({
			paths,
			clock: context.clock,
			signal,
			news: async () => ({
				alerts: await readAll(signal),
				book: await sources.incidents(),
				services: sources.services,
				costs: sources.costs,
				followed: await readFollowStatus(paths),
				ledger: (await heads()).heads[0],
			}),
			dates: (cc, days) => datesAhead(sources, cc, days, context.clock()),
			senders,
		});
	const waker = createWaker();
	return {
		subscribing:
			hasMail && workspace.mode === "write"
				? {
						paths,
						key,
						perHour: alerts.perHour,
						trustsProxy: alerts.trustProxy,
						deliverSoon: waker.wake,
					}
				: undefined,
		senders,
		key,
		deliver,
		start() {
			const stop = new AbortController();
			const signal = AbortSignal.any([context.signal, stop.signal]);
			const log = context.logAt(context.logLevel ?? config.log.level);
			const ended = (async () => {
				while (!signal.aborted) {
					await deliver(signal).catch((error: unknown) => {
						if (!signal.aborted)
							log("error", "alerts_failed", { why: messageOf(error) });
					});
					await waker.sleep(EVERY_MS, signal);
				}
			})();
			return () => {
				stop.abort();
				return ended;
			};
		},
	};
}

async function smtpOptions(
	{ workspace, signal }: Context,
	{ alerts }: Config,
): Promise<SmtpOptions> {
	const password =
		alerts.smtpPasswordFile === ""
			? undefined
			: await readFile(resolve(workspace, alerts.smtpPasswordFile), {
					encoding: "utf8",
					signal,
				});
	return {
		host: alerts.smtpHost,
		port: alerts.smtpPort,
		security: alerts.smtpSecurity as SmtpOptions["security"],
		user: alerts.smtpUser || undefined,
		password: password?.trimEnd(),
		from: alerts.from,
	};
}

/** The ledger's alerts, read again only when it has grown. */
function alertReader({
	paths,
}: Workspace): (signal: AbortSignal) => Promise<readonly Alert[]> {
	let held: readonly Alert[] = [];
	let heldStamp: string | undefined;
	return async (signal) => {
		const stamp = JSON.stringify(await ledgerStamp(paths));
		if (stamp !== heldStamp) {
			held = await readAlerts(paths, signal);
			heldStamp = stamp;
		}
		return held;
	};
}

/** Deadlines of the record, and occasions of the outlook. */
async function datesAhead(
	{ record, outlooks }: AlertSources,
	cc: string,
	days: number,
	now: Date,
): Promise<readonly DateAhead[]> {
	const shown = await record();
	// The subscriber's day may be the one before or after.
	const first = addDays(formatInstant(now).slice(0, 10), -1);
	const until = addDays(first, days + 3);
	const deadlines = recordDates(shown, cc)
		.filter(({ dueOn }) => dueOn >= first && dueOn < until)
		.map(({ key, dueOn, title, text, entry }) => ({
			key: `deadline ${key}`,
			on: dueOn,
			cc,
			title,
			text,
			path: entryPath(entry),
		}));
	if (!outlooks.occasions.some((one) => one.cc === cc)) return deadlines;
	const { upcoming } = await outlooks.ask(
		shown,
		{ cc, kind: "any", area: undefined },
		{ since: first, until },
		first,
	);
	const occasions = upcoming
		// Those are told as deadlines, from the same record.
		.filter((one) => one.class !== "court_date")
		.map((one) => ({
			key: `occasion ${cc} ${one.key}`,
			on: one.firstOn,
			cc,
			title: one.name,
			text: occasionSentence(one, "any"),
			path: outlookPath(cc),
		}));
	return [...deadlines, ...occasions];
}

/** A sleep that can be cut short from elsewhere. */
function createWaker(): {
	wake(): void;
	sleep(ms: number, signal: AbortSignal): Promise<void>;
} {
	let woken = new AbortController();
	return {
		wake: () => woken.abort(),
		async sleep(ms, signal) {
			await wait(ms, undefined, {
				signal: AbortSignal.any([signal, woken.signal]),
			}).catch(() => {
				// Woken, or told to stop.
			});
			woken = new AbortController();
		},
	};
}
