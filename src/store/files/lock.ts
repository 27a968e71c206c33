/**
 * One writer. The lock file names its holder so well that a dead one is
 * recognised, also where its process id or its machine was started anew.
 */
import { readlinkSync } from "node:fs";
import { link, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import {
	type Clock,
	formatInstant,
	type Log,
	RasaiError,
} from "../../base/index.ts";
import { unfinishedName } from "./atomic.ts";
import {
	isAlive,
	isRunning,
	PROCESS_MARK,
	readSystemFile,
	startTicks,
} from "./process-mark.ts";

export interface LockHolder {
	readonly pid: number;
	readonly host: string;
	/** Of the machine since it was started; empty where the system does not tell. */
	readonly bootId: string;
	/** The namespace in which `pid` counts; empty where the system does not tell. */
	readonly pidSpace: string;
	/** When the process was started, in ticks since boot: another process with the same id has another. Empty where the system does not tell. */
	readonly startTicks: string;
	readonly program: string;
	readonly since: string;
}

export interface Lock {
	/** Throws `workspace_locked` where somebody else has taken the lock since: nothing must be written then. */
	assertHeld(): Promise<void>;
	release(): Promise<void>;
}

/** A holder whose process cannot be looked up (another container or machine) is dead when silent for so long. */
const SILENT_MS = 120_000;
const HEARTBEAT_MS = 15_000;
const ATTEMPTS = 100;
/** While another program clears a dead holder's lock. */
const WAIT_MS = 20;

/** Takes the lock or throws `workspace_locked`, naming who holds it. Clears a dead holder's lock and says so. */
export async function takeLock(
	path: string,
	options: {
		readonly program: string;
		readonly clock: Clock;
		readonly log: Log;
	},
): Promise<Lock> {
	const me: LockHolder = {
		pid: process.pid,
		host: hostname(),
		bootId: readSystemFile("/proc/sys/kernel/random/boot_id"),
		pidSpace: pidSpace(),
		startTicks: startTicks(process.pid),
		program: options.program,
		since: formatInstant(options.clock()),
	};
	const content = `${JSON.stringify(me)}\n`;
	for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
		if (await placeLock(path, content))
			return holdLock(path, content, options.clock);
		const found = await readFile(path, "utf8").catch(() => undefined);
		if (found === undefined) continue;
		const holder = parseHolder(found);
		const silentMs = options.clock().getTime() - (await modifiedMs(path));
		if (holder && holderLives(holder, me, silentMs))
			throw lockedBy(holder, path);
		if (await clearLock(path, found))
			options.log("warn", "lock_cleared", {
				why: holder ? "its holder is gone" : "it was damaged",
				program: holder?.program,
				pid: holder?.pid,
				since: holder?.since,
			});
	}
	throw new RasaiError(
		"workspace_locked",
		`${path} changes hands all the time`,
	);
}

/** Who holds the lock, if anybody does who may still be alive. */
export async function lockHolder(
	path: string,
	clock: Clock,
): Promise<LockHolder | undefined> {
	const found = await readFile(path, "utf8").catch(() => "");
	const holder = parseHolder(found);
	if (!holder) return undefined;
	const here = {
		bootId: readSystemFile("/proc/sys/kernel/random/boot_id"),
		pidSpace: pidSpace(),
		host: hostname(),
	};
	const silentMs = clock().getTime() - (await modifiedMs(path));
	return holderLives(holder, here, silentMs) ? holder : undefined;
}

/** Puts a complete lock file in place unless there is one. */
async function placeLock(path: string, content: string): Promise<boolean> {
	const temporary = unfinishedName(path);
	await writeFile(temporary, content, { mode: 0o600, flag: "wx" });
	try {
		await link(temporary, path);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw error;
	} finally {
		await rm(temporary, { force: true });
	}
}

/**
 * Removes a lock judged dead; false where that was not done, and the lock must
 * be looked at again. Several programs may judge at once, and one that is late
 * must not remove the next holder's lock, so a guard lets one remove at a time
 * and it looks again at what it removes.
 */
async function clearLock(path: string, judged: string): Promise<boolean> {
	const guard = `${path}.clearing`;
	if (!(await placeLock(guard, PROCESS_MARK))) {
		const owner = await readFile(guard, "utf8").catch(() => undefined);
		if (owner !== undefined && !isRunning(owner))
			await rm(guard, { force: true });
		await wait(WAIT_MS);
		return false;
	}
	try {
		if ((await readFile(path, "utf8").catch(() => undefined)) !== judged)
			return false;
		await rm(path, { force: true });
		return true;
	} finally {
		await rm(guard, { force: true });
	}
}

function holdLock(path: string, content: string, clock: Clock): Lock {
	const heartbeat = setInterval(() => {
		const now = clock();
		utimes(path, now, now).catch(() => {});
	}, HEARTBEAT_MS);
	heartbeat.unref();
	const holds = async () =>
		(await readFile(path, "utf8").catch(() => "")) === content;
	return {
		async assertHeld() {
			if (!(await holds()))
				throw new RasaiError(
					"workspace_locked",
					"another program took the workspace's lock; nothing more is written",
				);
		},
		async release() {
			clearInterval(heartbeat);
			if (await holds()) await rm(path, { force: true });
		},
	};
}

function holderLives(
	holder: LockHolder,
	here: Pick<LockHolder, "host" | "bootId" | "pidSpace">,
	silentMs: number,
): boolean {
	const sameBoot = holder.bootId === here.bootId;
	if (holder.host === here.host && !sameBoot) return false;
	const comparable =
		sameBoot &&
		holder.pidSpace === here.pidSpace &&
		(here.pidSpace !== "" || holder.host === here.host);
	if (!comparable) return silentMs < SILENT_MS;
	return isAlive(holder.pid, holder.startTicks);
}

function lockedBy(holder: LockHolder, path: string): RasaiError {
	return new RasaiError(
		"workspace_locked",
		`the workspace is in use by ${holder.program} (process ${holder.pid} on ${holder.host}, since ${holder.since})`,
		{
			hint: `Wait until it ends, or stop it. If it is surely gone, delete ${path}.`,
		},
	);
}

function parseHolder(text: string): LockHolder | undefined {
	try {
		const value = JSON.parse(text) as LockHolder;
		return Number.isSafeInteger(value.pid) ? value : undefined;
	} catch {
		return undefined;
	}
}

async function modifiedMs(path: string): Promise<number> {
	return stat(path).then(
		(s) => s.mtimeMs,
		() => 0,
	);
}

function pidSpace(): string {
	try {
		return readlinkSync("/proc/self/ns/pid");
	} catch {
		return "";
	}
}
