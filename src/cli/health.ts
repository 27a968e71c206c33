/** The checks of `rasai doctor`. They change nothing; what mends stands apart. */
import { execFile } from "node:child_process";
import { access, constants, statfs } from "node:fs/promises";
import { totalmem } from "node:os";
import { dirname } from "node:path";
import type { Context } from "./command.ts";
import { formatBytes } from "./output.ts";

export interface Finding {
	readonly result: "ok" | "warning" | "failed";
	readonly found: string;
	/** What follows from it, where it is not ok. */
	readonly meaning?: string;
	/** What to do about it. */
	readonly remedy?: string;
}

export interface Check {
	readonly name: string;
	run(context: Context): Promise<Finding>;
	/** Mends what was found, where nothing that others gave can be lost by it. Says what was done; throws RasaiError where it cannot be. */
	mend?(context: Context): Promise<string>;
}

const TIME_LIMIT_MS = 10_000;
/** An import of a busy day of one country writes some hundreds of MB. */
const LEAST_FREE_BYTES = 1e9;
/** A site with its database and one worker that imports, as measured in docs/methods/reliability.md. */
const LEAST_MEMORY_BYTES = 0.9e9;

/** Checks that need no workspace. */
export const MACHINE_CHECKS: readonly Check[] = [
	{
		name: "Node",
		run: async () => ({
			result: "ok",
			found: `${process.versions.node}, ${process.platform} ${process.arch}`,
		}),
	},
	{ name: "disk", run: checkDisk },
	{ name: "memory", run: checkMemory },
	{ name: "fonts", run: checkFonts },
];

async function checkDisk({ workspace }: Context): Promise<Finding> {
	const isReadOnly = await access(workspace, constants.W_OK).then(
		() => false,
		(error: NodeJS.ErrnoException) =>
			error.code === "EROFS" || error.code === "EACCES",
	);
	if (isReadOnly)
		return {
			result: "failed",
			found: `${workspace} cannot be written to`,
			meaning: "Pages are shown; nothing can be imported, followed or edited.",
			remedy:
				"Mount its disk for writing, or give the folder to this user. A disk often becomes read-only after a fault: look at the system's log.",
		};
	const { bavail, bsize } = await statfsOfNearest(workspace);
	const freeBytes = bavail * bsize;
	const found = `${formatBytes(freeBytes)} free for ${workspace}`;
	return freeBytes >= LEAST_FREE_BYTES
		? { result: "ok", found }
		: {
				result: "warning",
				found,
				meaning: `An import may fail for want of room (less than ${formatBytes(LEAST_FREE_BYTES)}).`,
				remedy: "Free some space or move the workspace (--workspace DIR).",
			};
}

/** The workspace may not exist yet: its nearest ancestor that does is on the same disk. */
async function statfsOfNearest(
	path: string,
): Promise<{ readonly bavail: number; readonly bsize: number }> {
	try {
		return await statfs(path);
	} catch (error) {
		const parent = dirname(path);
		if (parent === path) throw error;
		return statfsOfNearest(parent);
	}
}

/** Total of the machine, or of the container. */
async function checkMemory(): Promise<Finding> {
	const limit = process.constrainedMemory();
	const bytes = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
	const found = `${formatBytes(bytes)} of memory`;
	return bytes >= LEAST_MEMORY_BYTES
		? { result: "ok", found }
		: {
				result: "warning",
				found,
				meaning: `A program that needs more is ended by the system (less than ${formatBytes(LEAST_MEMORY_BYTES)}). Nothing that was acknowledged is lost by that.`,
				remedy:
					"Give it more, or set [store] memory_mb and [import] workers lower in config.toml, and run the same command again.",
			};
}

async function checkFonts({ signal }: Context): Promise<Finding> {
	const fonts = await fontsFor("ur", signal);
	if (fonts === undefined)
		return {
			result: "warning",
			found: "fontconfig (fc-list) is not installed",
			meaning: "It is not known whether this machine can draw Urdu.",
			remedy: "On Debian: apt install fontconfig fonts-noto-core",
		};
	return fonts > 0
		? { result: "ok", found: `${fonts} for Urdu` }
		: {
				result: "warning",
				found: "none for Urdu",
				meaning: "Urdu in images and PDFs made here prints as boxes.",
				remedy: "On Debian: apt install fonts-noto-core",
			};
}

function fontsFor(
	language: string,
	signal: AbortSignal,
): Promise<number | undefined> {
	return new Promise((resolve) => {
		execFile(
			"fc-list",
			[`:lang=${language}`, "family"],
			{ signal, timeout: TIME_LIMIT_MS },
			(error, stdout) =>
				resolve(
					error
						? undefined
						: stdout.split("\n").filter((line) => line !== "").length,
				),
		);
	});
}
