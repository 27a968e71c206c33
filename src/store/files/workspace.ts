/** A workspace: the folder that holds everything an installation keeps (DESIGN section 4). */
import { mkdir, readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import {
	type Clock,
	type Log,
	RasaiError,
	silentLog,
} from "../../base/index.ts";
import { writeFileAtomically } from "./atomic.ts";
import { type Config, defaultConfigText, parseConfig } from "./config.ts";
import { type WorkspacePaths, workspacePaths } from "./layout.ts";
import { type Lock, takeLock } from "./lock.ts";

/** Grows when a durable file's form changes. An older program refuses a newer workspace. */
export const WORKSPACE_VERSION = 1;

export interface Workspace {
	readonly mode: "read" | "write";
	readonly paths: WorkspacePaths;
	readonly config: Config;
	readonly clock: Clock;
	readonly log: Log;
	/** Throws where this program does not hold the workspace for writing. */
	assertWritable(): Promise<void>;
	/** Gives the lock back. */
	close(): Promise<void>;
}

export interface WorkspaceOptions {
	/** `write` takes the lock; any number of programs may read. */
	readonly mode: "read" | "write";
	readonly clock: Clock;
	/** Who holds the lock, for others to read: `rasai archive import`. */
	readonly program: string;
	readonly log?: Log | undefined;
}

/** Makes the folders and files of an empty workspace where missing; what is there stays. */
export async function createWorkspace(dir: string): Promise<void> {
	const paths = workspacePaths(resolve(dir));
	for (const folder of [
		paths.dir,
		paths.archive,
		paths.ledger,
		paths.derived,
		paths.reference,
		paths.private,
		paths.keys,
		paths.run,
	])
		await mkdir(folder, { recursive: true, mode: 0o700 });
	if (!(await exists(paths.config)))
		await writeFileAtomically(paths.config, defaultConfigText());
	if (!(await exists(paths.version)))
		await writeFileAtomically(paths.version, `${WORKSPACE_VERSION}\n`);
}

/**
 * Opens a workspace. Throws `workspace_missing`, `workspace_newer`,
 * `workspace_damaged`, `workspace_locked` or `config_invalid`.
 */
export async function openWorkspace(
	dir: string,
	options: WorkspaceOptions,
): Promise<Workspace> {
	const paths = workspacePaths(resolve(dir));
	await checkVersion(paths);
	const config = await readConfig(paths.config);
	const log = options.log ?? silentLog;
	const lock: Lock | undefined =
		options.mode === "write"
			? await takeLock(paths.lock, { ...options, log })
			: undefined;
	// Neither is durable: a back-up leaves them out, and anybody may delete them.
	if (lock)
		for (const folder of [paths.derived, paths.run])
			await mkdir(folder, { recursive: true, mode: 0o700 });
	return {
		mode: options.mode,
		paths,
		config,
		clock: options.clock,
		log,
		async assertWritable() {
			if (!lock)
				throw new RasaiError(
					"workspace_locked",
					"the workspace was opened for reading only",
				);
			await lock.assertHeld();
		},
		async close() {
			await lock?.release();
		},
	};
}

async function checkVersion(paths: WorkspacePaths): Promise<void> {
	let text: string;
	try {
		text = await readFile(paths.version, "utf8");
	} catch (cause) {
		throw new RasaiError(
			"workspace_missing",
			`there is no workspace in ${paths.dir}`,
			{
				cause,
				hint: "Run `rasai up` to make one, or name another with --workspace.",
			},
		);
	}
	const version = /^\d+\n?$/.test(text) ? Number(text) : Number.NaN;
	if (Number.isNaN(version))
		throw new RasaiError(
			"workspace_damaged",
			`${paths.version} does not hold a version number`,
		);
	if (version > WORKSPACE_VERSION)
		throw new RasaiError(
			"workspace_newer",
			`the workspace has version ${version}, this program knows ${WORKSPACE_VERSION}`,
			{ hint: "Use the newer program that wrote it." },
		);
}

async function readConfig(path: string): Promise<Config> {
	try {
		return parseConfig(await readFile(path, "utf8"), path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT")
			return parseConfig("");
		throw error;
	}
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}
