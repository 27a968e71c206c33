/** The checks of `rasai doctor`. None changes anything. */
import { execFile } from "node:child_process";
import { statfs } from "node:fs/promises";
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
}

const TIME_LIMIT_MS = 10_000;
/** An import of a busy day of one country writes some hundreds of MB. */
const LEAST_FREE_BYTES = 1e9;

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
	{ name: "fonts", run: checkFonts },
];

async function checkDisk({ workspace }: Context): Promise<Finding> {
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
