/**
 * What tells one running process from every other of this machine, also from
 * a later one with the same id: the id and when it was started.
 */
import { readFileSync } from "node:fs";

/** Content of a system file; empty where the system does not have it. */
export function readSystemFile(path: string): string {
	try {
		return readFileSync(path, "utf8").trim();
	} catch {
		return "";
	}
}

/**
 * When a process was started, in ticks since boot: field 22 of /proc/PID/stat.
 * The name in field 2 may hold blanks and brackets, so counting starts behind
 * its last bracket. Empty where there is no such process or no /proc.
 */
export function startTicks(pid: number): string {
	const text = readSystemFile(`/proc/${pid}/stat`);
	return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

/** The mark of this process, made of letters that may stand in a file name: `4711t123456`. */
export const PROCESS_MARK = `${process.pid}t${startTicks(process.pid)}`;

/** Whether the process with this mark still runs. */
export function isRunning(mark: string): boolean {
	const [pid = "", ticks = ""] = mark.split("t");
	return isAlive(Number(pid), ticks);
}

/** Whether the process with this id that was started then still runs. */
export function isAlive(pid: number, ticks: string): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
	}
	return startTicks(pid) === ticks;
}
