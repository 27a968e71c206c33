/** Checks of `rasai doctor` for what faults leave behind in a workspace, and what clears it away. */
import { access, mkdir, rm } from "node:fs/promises";
import { relative } from "node:path";
import { formatInstant } from "../base/index.ts";
import {
	findLeftovers,
	Ledger,
	type Leftovers,
	lockHolder,
	missingFolders,
	openSubmissions,
	openVisitorReports,
	readLedgerTip,
	type Workspace,
	workspacePaths,
} from "../store/index.ts";
import { openArchiveOf } from "./bucket.ts";
import type { Context } from "./command.ts";
import type { Check, Finding } from "./health.ts";
import { count } from "./output.ts";
import { withWriting } from "./workspace.ts";

export const LEFTOVER_CHECKS: readonly Check[] = [
	{ name: "folders", run: checkFolders, mend: makeFolders },
	{ name: "lock", run: checkLock, mend: clearLock },
	{ name: "torn writes", run: checkTorn, mend: cutTorn },
	{ name: "unfinished", run: checkUnfinished, mend: clearUnfinished },
	{ name: "clock", run: checkClock },
];

async function checkFolders({ workspace }: Context): Promise<Finding> {
	const { empty, kept } = await missingFolders(workspacePaths(workspace));
	if (kept.length > 0)
		return {
			result: "failed",
			found: `missing: ${namesOf(workspace, [...kept, ...empty])}`,
			meaning: `What ${namesOf(workspace, kept)} held cannot be made again.`,
			remedy: "Bring it back from a back-up. Nothing else has it.",
		};
	return empty.length === 0
		? { result: "ok", found: "all there" }
		: {
				result: "warning",
				found: `missing: ${namesOf(workspace, empty)}`,
				meaning: "Commands that need them may fail.",
				remedy: "rasai doctor --mend makes them, empty; then rasai rebuild.",
			};
}

async function makeFolders({ workspace }: Context): Promise<string> {
	const { empty } = await missingFolders(workspacePaths(workspace));
	for (const folder of empty)
		await mkdir(folder, { recursive: true, mode: 0o700 });
	return `made ${namesOf(workspace, empty) || "nothing"}`;
}

async function checkLock({ workspace, clock }: Context): Promise<Finding> {
	const { lock } = workspacePaths(workspace);
	const holder = await lockHolder(lock, clock);
	if (holder)
		return {
			result: "ok",
			found: `held by ${holder.program} (process ${holder.pid} on ${holder.host}, since ${holder.since})`,
		};
	return (await exists(lock))
		? {
				result: "warning",
				found: "left by a program that is gone",
				meaning: "It was killed, or the machine stopped.",
				remedy:
					"The next command that writes clears it; rasai doctor --mend too.",
			}
		: { result: "ok", found: "free" };
}

async function clearLock(context: Context): Promise<string> {
	await withWriting(context, async () => {});
	return "cleared the lock";
}

async function checkTorn(context: Context): Promise<Finding> {
	const { torn } = await leftoversOf(context);
	return torn.length === 0
		? { result: "ok", found: "none" }
		: {
				result: "warning",
				found: torn
					.map(
						({ path, bytes }) =>
							`${namesOf(context.workspace, [path])} (${count(bytes, "byte")})`,
					)
					.join(", "),
				meaning: "A write was interrupted; nobody was told that it was kept.",
				remedy:
					"rasai doctor --mend cuts it off and keeps the bytes aside, as the next command that writes does.",
			};
}

/** Opening a file for writing cuts it; the bytes go into its folder's `cut`. */
async function cutTorn(context: Context): Promise<string> {
	const { torn } = await leftoversOf(context);
	await withWriting(context, async (workspace) => {
		await openArchiveOf(workspace);
		const submissions = await openSubmissions(workspace);
		await submissions.close();
		await openVisitorReports(workspace);
		if (torn.some(({ path }) => path.startsWith(workspace.paths.ledger)))
			await openLedgerOnce(workspace);
	});
	return `cut off ${count(
		torn.reduce((sum, { bytes }) => sum + bytes, 0),
		"byte",
	)} of ${namesOf(
		context.workspace,
		torn.map(({ path }) => path),
	)}; they are in the folder "cut" beside`;
}

async function openLedgerOnce(workspace: Workspace): Promise<void> {
	const ledger = await Ledger.open(workspace);
	await ledger.close();
}

async function checkUnfinished(context: Context): Promise<Finding> {
	const { unfinished } = await leftoversOf(context);
	return unfinished.length === 0
		? { result: "ok", found: "none" }
		: {
				result: "warning",
				found: `${count(unfinished.length, "file")} of programs that are gone`,
				meaning: "They take room and are read by nobody.",
				remedy: "rasai doctor --mend deletes them.",
			};
}

async function clearUnfinished(context: Context): Promise<string> {
	return withWriting(context, async ({ paths }) => {
		const { unfinished } = await findLeftovers(paths);
		for (const path of unfinished)
			await rm(path, { recursive: true, force: true });
		return `deleted ${count(unfinished.length, "unfinished file")}`;
	});
}

/** While somebody writes, nothing is torn: it is being written. */
async function leftoversOf({ workspace, clock }: Context): Promise<Leftovers> {
	const paths = workspacePaths(workspace);
	return (await lockHolder(paths.lock, clock))
		? { torn: [], unfinished: [] }
		: findLeftovers(paths);
}

const namesOf = (workspace: string, paths: readonly string[]): string =>
	paths.map((path) => relative(workspace, path)).join(", ");

/** The ledger's time never goes back: after a clock that ran ahead, it stands still until that time comes. */
const CLOCK_SLACK_MS = 3_600_000;

async function checkClock({ workspace, clock }: Context): Promise<Finding> {
	const tip = await readLedgerTip(workspacePaths(workspace));
	const now = clock();
	const found = `${formatInstant(now)}, ledger ${tip?.at ?? "empty"}`;
	return tip === undefined ||
		Date.parse(tip.at) <= now.getTime() + CLOCK_SLACK_MS
		? { result: "ok", found }
		: {
				result: "warning",
				found,
				meaning:
					"This machine's clock went back, or was wrong before. New entries bear the ledger's last time until the clock reaches it.",
				remedy:
					"Set the clock (timedatectl). If the ledger's time is the wrong one, nothing can be changed in it: say so where the record says how it is kept.",
			};
}

const exists = (path: string): Promise<boolean> =>
	access(path).then(
		() => true,
		() => false,
	);
