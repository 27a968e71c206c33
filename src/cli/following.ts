/** The live loop, as `rasai follow` and a running server start it. */
import { setTimeout as wait } from "node:timers/promises";
import { createHttpClient } from "../base/index.ts";
import { createPoliteClient } from "../gather/signals/index.ts";
import {
	type FollowEvent,
	type FollowTarget,
	follow,
	readAlerts,
	recordAlerts,
	type SignalFeed,
} from "../pipeline/index.ts";
import { Ledger, type Workspace } from "../store/index.ts";
import { bucketOf } from "./bucket.ts";
import type { Args, Context } from "./command.ts";
import { importOptions } from "./commands/import.ts";
import { runDetection } from "./incidents.ts";
import { usageError } from "./parse.ts";
import { readText } from "./read-text.ts";
import type { Exclusively } from "./turns.ts";
import { openReaderOf, sharing, withTarget } from "./workspace.ts";

/** Between two requests to one API: slower than any limit that is known of them. */
export const SIGNAL_PAUSE_MS = 1000;

const list = (text: string): readonly string[] =>
	text.split(",").flatMap((one) => one.trim() || []);

/** What is to be followed: as the command line says, else as the settings do. Empty: nothing. */
export function countriesOf(
	{ config }: Pick<Workspace, "config">,
	args?: Args,
): readonly string[] {
	const named = args?.list("cc") ?? [];
	const codes = named.length > 0 ? named : list(config.follow.countries);
	const wrong = codes.find((code) => !/^[A-Za-z]{2}$/.test(code));
	if (wrong) throw usageError(`--cc: ${wrong} is no country code (PK)`);
	return codes.map((code) => code.toUpperCase());
}

/** Follows until told to stop. Between rounds the workspace is free for other commands' work. */
export async function followSources(
	context: Context,
	workspace: Workspace,
	exclusively: Exclusively,
	tell: (event: FollowEvent) => void,
	args?: Args,
): Promise<void> {
	const settings = workspace.config.follow;
	const { byReference, maxRejectShare } = workspace.config.import;
	const { workers } = importOptions(context, workspace);
	const bucketUrl = args?.text("bucket") ?? settings.bucket;
	const bucket = await bucketOf(workspace);
	const { keepDays } = workspace.config.archive;
	const tests = args?.list("test") ?? [];
	const everyMinutes = args?.integer("every") ?? settings.everyMinutes;
	await follow(
		(work) => exclusively(() => withFollowTarget(context, workspace, work)),
		{
			feed: {
				// Named by the operator: may lie in a private network. Where it redirects to may not.
				http: createHttpClient({
					allowedOrigins: bucketUrl === "" ? [] : [new URL(bucketUrl).origin],
				}),
				cc: countriesOf(workspace, args),
				test: tests.length > 0 ? tests : list(settings.tests),
				...(bucketUrl === "" ? {} : { bucketUrl }),
			},
			signals: await signalFeed(context, workspace, args),
			everyMs: everyMinutes * 60_000,
			lookbackDays: settings.lookbackDays,
			minFreeBytes: settings.minFreeMb * 1e6,
			keepRawDays: byReference
				? 0
				: settings.keepRawDays === 0
					? undefined
					: settings.keepRawDays,
			upload: bucket && {
				bucket,
				keepDays: keepDays === 0 ? undefined : keepDays,
			},
			rounds: args?.flag("once") ? 1 : undefined,
			import: { workers, maxRejectShare },
			signal: context.signal,
			sleep: (ms, signal) =>
				wait(ms, undefined, { signal }).catch(() => {
					// Told to stop while waiting.
				}),
			random: Math.random,
			tell,
		},
	);
}

/** Undefined where no signal is named. Throws `usage` where a name is none. */
async function signalFeed(
	context: Context,
	{ config: { follow: settings } }: Pick<Workspace, "config">,
	args?: Args,
): Promise<SignalFeed | undefined> {
	const named = args?.list("signal") ?? [];
	const names = named.length > 0 ? named : list(settings.signals);
	if (names.length === 0) return undefined;
	const keyFile = settings.signalKeyFile;
	return {
		client: createPoliteClient(createHttpClient(), {
			pauseMs: SIGNAL_PAUSE_MS,
			key:
				keyFile === "" ? undefined : (await readText(keyFile, context)).trim(),
		}),
		names,
		everyMs: settings.signalMinutes * 60_000,
		lookbackDays: settings.lookbackDays,
	};
}

async function withFollowTarget<T>(
	context: Context,
	workspace: Workspace,
	work: (target: FollowTarget) => Promise<T>,
): Promise<T> {
	return withTarget(sharing(context, workspace), async (target) => {
		const reader = await openReaderOf(workspace);
		try {
			return await work({
				...target,
				reader,
				detect: async () => (await runDetection(context, workspace)).incidents,
				recordAlerts: async (alerts) => {
					const ledger = await Ledger.open(workspace);
					try {
						await recordAlerts(ledger, alerts);
					} finally {
						await ledger.close();
					}
				},
				sentAlerts: () => readAlerts(workspace.paths, context.signal),
			});
		} finally {
			reader.close();
		}
	});
}
