/**
 * A small machine inside this one: one core (`taskset`), so much memory (a
 * control group; where none can be made, a watch that ends the run) and so
 * much disk (a file system in a file; where none can be mounted, a watch too).
 * `limits` says which.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmdirSync,
	rmSync,
	statfsSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const SAMPLE_MS = 200;
const GROUP = `rasai-small-${process.pid}`;

export interface Machine {
	/** How each limit is held. */
	readonly limits: readonly string[];
	/** Everything on the machine's disk. */
	readonly disk: string;
	start(command: readonly string[], options: StartOptions): ChildProcess;
	/** Most memory that programs held since this was asked before, bytes. */
	takePeakBytes(): number;
	freeBytes(): number;
	/** Throws where a limit was broken. */
	check(): void;
	close(): Promise<void>;
}

export interface StartOptions {
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
	/** File descriptor that takes what is said. */
	readonly log: number;
}

export function makeMachine(
	folder: string,
	memoryBytes: number,
	diskBytes: number,
): Machine {
	const hasTaskset = spawnSync("taskset", ["-c", "0", "true"]).status === 0;
	const memory = limitMemory(memoryBytes);
	const disk = makeDisk(folder, diskBytes);
	const children = new Set<ChildProcess>();
	let [peak, broken] = [0, ""];
	const sampling = setInterval(() => {
		const held = memory.heldBytes([...children]);
		peak = Math.max(peak, held);
		if (memory.wasExceeded() || held > memoryBytes) {
			broken = `more than ${memoryBytes / 1e6} MB of memory`;
			for (const child of children) child.kill("SIGKILL");
		}
	}, SAMPLE_MS);
	return {
		limits: [
			hasTaskset ? "one core by taskset" : "NOT one core: taskset is not there",
			memory.how,
			disk.how,
		],
		disk: disk.folder,
		start([program = "", ...args], { env = {}, cwd, log }) {
			const bound = hasTaskset ? ["taskset", "-c", "0", program] : [program];
			const child = spawn("sh", ["-c", memory.enter, "sh", ...bound, ...args], {
				stdio: ["ignore", "pipe", log],
				cwd: cwd ?? disk.folder,
				env: {
					...process.env,
					HOME: disk.folder,
					TMPDIR: join(disk.folder, "tmp"),
					...env,
				},
			});
			children.add(child);
			child.once("close", () => children.delete(child));
			return child;
		},
		takePeakBytes() {
			const most = peak;
			peak = 0;
			return most;
		},
		freeBytes: disk.freeBytes,
		check() {
			if (broken !== "") throw new Error(`the machine broke: ${broken}`);
			if (disk.freeBytes() <= 0) throw new Error("the disk was full");
		},
		async close() {
			clearInterval(sampling);
			const ended = [...children].map((child) => once(child, "close"));
			for (const child of children) child.kill("SIGKILL");
			await Promise.all(ended);
			memory.kill();
			await wait(500);
			memory.close();
			disk.close();
		},
	};
}

interface MemoryLimit {
	readonly how: string;
	/** Shell that enters the group and becomes its arguments. */
	readonly enter: string;
	heldBytes(children: readonly ChildProcess[]): number;
	wasExceeded(): boolean;
	/** Ends what programs left behind. */
	kill(): void;
	close(): void;
}

function limitMemory(bytes: number): MemoryLimit {
	for (const [version, root, limit, held, events] of [
		[
			1,
			"/sys/fs/cgroup/memory",
			"memory.limit_in_bytes",
			"total_rss",
			"memory.oom_control",
		],
		[2, "/sys/fs/cgroup", "memory.max", "anon", "memory.events"],
	] as const) {
		const group = join(root, GROUP);
		try {
			if (!existsSync(join(root, "cgroup.procs"))) continue;
			mkdirSync(group);
			writeFileSync(join(group, limit), String(bytes));
		} catch {
			continue;
		}
		const numberIn = (file: string, name: string): number =>
			Number(
				new RegExp(`^${name} (\\d+)`, "m").exec(
					readFileSync(join(group, file), "utf8"),
				)?.[1] ?? 0,
			);
		return {
			how: `${bytes / 1e6} MB of memory by a control group (v${version}); its page cache counts, what is told is without`,
			enter: `echo $$ > ${join(group, "cgroup.procs")}; exec "$@"`,
			heldBytes: () => numberIn("memory.stat", held),
			wasExceeded: () => numberIn(events, "oom_kill") > 0,
			kill() {
				const pids = readFileSync(join(group, "cgroup.procs"), "utf8");
				for (const pid of pids.split("\n").filter(Boolean))
					process.kill(Number(pid), "SIGKILL");
			},
			close: () => rmdirSync(group),
		};
	}
	return {
		how: `${bytes / 1e6} MB of memory by a watch on resident memory, 5 times a second`,
		enter: `exec "$@"`,
		heldBytes: residentBytes,
		wasExceeded: () => false,
		kill() {},
		close() {},
	};
}

/** Of these processes and all below them. */
function residentBytes(children: readonly ChildProcess[]): number {
	const wanted = new Set(children.map(({ pid }) => pid));
	let bytes = 0;
	// Children have higher numbers than their parents, nearly always.
	for (const pid of readdirSync("/proc")
		.map(Number)
		.sort((a, b) => a - b)) {
		if (Number.isNaN(pid)) continue;
		try {
			const status = readFileSync(`/proc/${pid}/status`, "utf8");
			const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
			if (!wanted.has(pid) && !wanted.has(parent)) continue;
			wanted.add(pid);
			bytes += 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
		} catch {
			// It has ended.
		}
	}
	return bytes;
}

interface Disk {
	readonly how: string;
	readonly folder: string;
	freeBytes(): number;
	close(): void;
}

function makeDisk(folder: string, bytes: number): Disk {
	const disk = join(folder, "disk");
	const image = join(folder, "disk.img");
	mkdirSync(disk, { recursive: true });
	writeFileSync(image, "");
	truncateSync(image, bytes);
	const isMounted =
		spawnSync("mkfs.ext4", ["-q", "-m", "0", image]).status === 0 &&
		spawnSync("mount", ["-o", "loop", image, disk]).status === 0;
	mkdirSync(join(disk, "tmp"));
	const gb = bytes / 1e9;
	if (isMounted)
		return {
			how: `${gb} GB of disk by a file system in a file`,
			folder: disk,
			freeBytes() {
				const { bavail, bsize } = statfsSync(disk);
				return bavail * bsize;
			},
			close() {
				spawnSync("umount", [disk]);
				rmSync(image);
			},
		};
	return {
		how: `${gb} GB of disk by adding up its files after every step`,
		folder: disk,
		freeBytes: () => bytes - usedBytes(disk),
		close: () => rmSync(image),
	};
}

/** What a folder takes on the disk; 0 where there is none. */
export function usedBytes(folder: string): number {
	const { stdout } = spawnSync("du", ["-sk", folder], { encoding: "utf8" });
	return 1024 * Number.parseInt(stdout || "0", 10);
}
