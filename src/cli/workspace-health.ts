/** The checks of `rasai doctor` that look into the workspace. */
import {
	formatInstant,
	messageOf,
	RasaiError,
	sha256Hex,
} from "../base/index.ts";
import { openReference, outdatedFacts } from "../pipeline/index.ts";
import { alertHealth } from "../publish/index.ts";
import {
	currentSnapshot,
	lockHolder,
	openStore,
	readAlertRun,
	readSnapshot,
	readSubscriptions,
	verifyLedger,
	WORKSPACE_VERSION,
	workspacePaths,
} from "../store/index.ts";
import { mailFault } from "./alerts.ts";
import { bucketOf } from "./bucket.ts";
import type { Context } from "./command.ts";
import type { Check, Finding } from "./health.ts";
import { count } from "./output.ts";
import { rebuildDerived } from "./rebuilding.ts";
import { readServices } from "./shipped.ts";
import { withArchive, withWriting } from "./workspace.ts";
import { LEFTOVER_CHECKS } from "./workspace-leftovers.ts";

/** Whether there is a workspace that this program can read: without it the other checks make no sense. */
export const WORKSPACE_CHECK: Check = {
	name: "workspace",
	async run(context) {
		try {
			const { close } = await context.openForReading();
			await close();
			return {
				result: "ok",
				found: `version ${WORKSPACE_VERSION} in ${context.workspace}`,
			};
		} catch (error) {
			const missing =
				error instanceof RasaiError && error.code === "workspace_missing";
			return {
				result: missing ? "warning" : "failed",
				found: messageOf(error),
				meaning: missing
					? "There is nothing to show yet."
					: "No command can use the workspace until this is mended.",
				...remedyOf(error),
			};
		}
	},
};

function remedyOf(error: unknown): { readonly remedy?: string } {
	const hint = error instanceof RasaiError ? error.hint : undefined;
	return hint === undefined ? {} : { remedy: hint };
}

export const WORKSPACE_CHECKS: readonly Check[] = [
	...LEFTOVER_CHECKS,
	{ name: "reference data", run: checkReference },
	{ name: "facts", run: checkFacts, mend: rebuildSoundly },
	{ name: "alerts", run: checkAlerts },
	{ name: "object storage", run: checkBucket },
];

/** Checks that read every byte. */
export const CHECKSUM_CHECKS: readonly Check[] = [
	{ name: "ledger", run: checkLedger },
	{ name: "archive", run: checkArchive },
	{ name: "store", run: checkStore, mend: rebuildSoundly },
];

async function checkReference({ workspace }: Context): Promise<Finding> {
	const paths = workspacePaths(workspace);
	const id = await currentSnapshot(paths);
	if (id === undefined)
		return {
			result: "warning",
			found: "none but what ships",
			meaning: "Known block pages and forged answers cannot be recognised.",
			remedy: "rasai reference update",
		};
	try {
		const { files } = await readSnapshot(paths, id);
		return {
			result: "ok",
			found: `snapshot ${id.slice(0, 12)}, ${count(files.size, "file")}`,
		};
	} catch (error) {
		return {
			result: "failed",
			found: messageOf(error),
			meaning: "Nothing can be judged.",
			...remedyOf(error),
		};
	}
}

/** Facts are kept as they were read: a newer program, or newer fingerprints, may see more in the same measurements. */
async function checkFacts(context: Context): Promise<Finding> {
	const paths = workspacePaths(context.workspace);
	const { snapshot } = await openReference(paths, await readServices(context));
	const days = await outdatedFacts(paths.derived, snapshot.fingerprints);
	return days === 0
		? { result: "ok", found: "read by this program with these fingerprints" }
		: {
				result: "warning",
				found: `${count(days, "day")} with facts that another program, or other fingerprints, read`,
				meaning:
					"Verdicts of those days rest on less, or other, than would be read now.",
				remedy: "rasai rebuild",
			};
}

/** Silence is read as peace: whether anything would have been told is a check of its own. */
async function checkAlerts(context: Context): Promise<Finding> {
	const { paths, config, close } = await context.openForReading();
	try {
		const { found } = readSubscriptions(paths);
		const { state, sentence } = alertHealth(
			readAlertRun(paths),
			found,
			context.clock(),
		);
		const fault = mailFault(config);
		const lacksMail =
			fault !== undefined &&
			found.some(({ channel }) => channel.kind === "mail");
		if (state !== "failing" && state !== "stopped" && !lacksMail)
			return { result: "ok", found: sentence };
		return {
			result: state === "stopped" ? "warning" : "failed",
			found: lacksMail ? `${fault} ${sentence}` : sentence,
			meaning: "Who asked to be told may not be told.",
			remedy:
				state === "stopped"
					? "Run rasai up, serve or follow, or rasai alert deliver from cron."
					: "rasai alert status and rasai alert test say more.",
		};
	} finally {
		await close();
	}
}

/** A name that no file has; it is written over each time. */
const TRIAL = "rasai-doctor";

/** Whether the bucket lists, takes and gives, with the keys there are. */
async function checkBucket(context: Context): Promise<Finding> {
	const workspace = await context.openForReading();
	try {
		const bucket = await bucketOf(workspace);
		if (!bucket) return { result: "ok", found: "none is used" };
		const content = Buffer.from(formatInstant(context.clock()));
		await bucket.put(
			{
				name: TRIAL,
				bytes: content.length,
				sha256: sha256Hex(content),
				part: async () => content,
			},
			context.signal,
		);
		const parts: Uint8Array[] = [];
		for await (const part of bucket.read(TRIAL, content.length, context.signal))
			parts.push(part);
		let isListed = false;
		for await (const { name } of bucket.list(TRIAL, context.signal))
			isListed ||= name === TRIAL;
		if (isListed && Buffer.concat(parts).equals(content))
			return { result: "ok", found: `${bucket.url} takes, lists and gives` };
		return {
			result: "failed",
			found: `${bucket.url} does not give what was just put into it`,
			meaning: "Files that were deleted here may not come back.",
			remedy:
				"Check that nothing else writes there, and that it is consistent.",
		};
	} catch (error) {
		if (!(error instanceof RasaiError)) throw error;
		return {
			result: "failed",
			found: error.message,
			meaning:
				"Nothing is uploaded; what was deleted here cannot be read until then.",
			remedy: "docs/guides/object-storage.md says which rights the key needs.",
		};
	} finally {
		await workspace.close();
	}
}

async function checkLedger(context: Context): Promise<Finding> {
	const progress = context.progress("Reading the ledger");
	const paths = workspacePaths(context.workspace);
	const { ok, steps } = await verifyLedger(paths, {
		isBeingWritten: (await lockHolder(paths.lock, context.clock)) !== undefined,
		signal: context.signal,
	});
	progress.finish();
	const fault = steps.find((step) => !step.ok);
	return ok
		? { result: "ok", found: "every entry as it was signed" }
		: {
				result: "failed",
				found: `${fault?.step}: ${fault?.found}`,
				meaning: "What it says can no longer be shown to be unchanged.",
				remedy:
					"rasai ledger verify says where. Bring ledger/ back from a back-up; nothing mends it here.",
			};
}

/** Makes the derived tables again. Where the archive is damaged, they may be the only copy of what it held: left alone. */
async function rebuildSoundly(context: Context): Promise<string> {
	const damages = await withArchive(context, (archive) =>
		archive.verify({ signal: context.signal }),
	);
	if (damages.length > 0)
		throw new RasaiError(
			"workspace_damaged",
			`${count(damages.length, "file")} of the archive ${damages.length === 1 ? "is" : "are"} damaged, and a rebuild would leave out what ${damages.length === 1 ? "it" : "they"} held`,
		);
	const { summary } = await rebuildDerived(context);
	return `made everything derived again from ${count(summary.files, "file")} of the archive`;
}

async function checkArchive(context: Context): Promise<Finding> {
	const progress = context.progress("Reading the archive");
	return withArchive(context, async (archive) => {
		let files = 0;
		for await (const _ of archive.entries(context.signal)) files += 1;
		const damages = await archive.verify({ progress, signal: context.signal });
		progress.finish();
		return damages.length === 0
			? { result: "ok", found: `${count(files, "file")}, all as received` }
			: {
					result: "failed",
					found: `${damages.length} of ${count(files, "file")} missing or changed`,
					meaning: "Their measurements cannot be rebuilt.",
					remedy:
						"rasai archive verify names them; import those again from where they came from.",
				};
	});
}

async function checkStore(context: Context): Promise<Finding> {
	const progress = context.progress("Reading the store");
	try {
		return await withWriting(context, async (workspace) => {
			const store = await openStore(workspace, { code: context.version });
			try {
				const damages = await store.verify({
					progress,
					signal: context.signal,
				});
				return damages.length === 0
					? { result: "ok", found: "every partition as written" }
					: {
							result: "failed",
							found: `${count(damages.length, "partition")} missing or changed`,
							meaning: "Pages that read them fail or show too little.",
							remedy: "rasai rebuild makes them again from the archive.",
						};
			} finally {
				store.close();
				progress.finish();
			}
		});
	} catch (error) {
		if (!(error instanceof RasaiError) || error.code !== "workspace_locked")
			throw error;
		return {
			result: "warning",
			found: "not checked: another program writes to it",
			meaning: "Damage, if there is any, was not looked for.",
			remedy: "rasai store verify has the running server check it.",
		};
	}
}
