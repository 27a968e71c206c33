/** Questions in SQL, each in a process that is killed at its limits. */
import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import type { World } from "../../model/index.ts";
import type { WorkspacePaths } from "../files/index.ts";
import { PUBLIC_TABLES, type PublicTable } from "./public-tables.ts";

export interface SqlLimits {
	/** What one question may take. */
	readonly seconds: number;
	readonly memoryMb: number;
	readonly rows: number;
	readonly bytes: number;
	/** Questions that run at once, and that wait. */
	readonly running: number;
	readonly waiting: number;
}

/** Provisional: for a small server beside its site. */
export const USUAL_SQL_LIMITS: SqlLimits = {
	seconds: 15,
	memoryMb: 256,
	rows: 10_000,
	bytes: 4_000_000,
	running: 1,
	waiting: 4,
};

export interface SqlQuestion {
	readonly query: string;
	readonly world: World;
	/** Names who asks: one question at a time of each. */
	readonly asker: string;
	readonly signal?: AbortSignal | undefined;
}

export interface SqlRows {
	readonly kind: "rows";
	readonly columns: readonly { readonly name: string; readonly type: string }[];
	/** Values in the order of the columns, as JSON has them. */
	readonly rows: readonly (readonly unknown[])[];
	/** There were more than may be given. */
	readonly isCut: boolean;
}

export type SqlAnswer =
	| SqlRows
	/** It may not be asked, or DuckDB does not understand it. */
	| { readonly kind: "refused"; readonly why: string }
	/** It was stopped at a limit. */
	| { readonly kind: "limit"; readonly why: string }
	/** Too many questions run; `own`: the asker's own does. */
	| { readonly kind: "busy"; readonly own: boolean }
	| { readonly kind: "aborted" }
	| { readonly kind: "failed"; readonly why: string };

export interface SqlConsole {
	readonly tables: readonly PublicTable[];
	readonly limits: SqlLimits;
	ask(question: SqlQuestion): Promise<SqlAnswer>;
}

/** What a process is told and tells. */
export interface ProcessQuestion {
	readonly paths: WorkspacePaths;
	readonly query: string;
	readonly world: World;
	readonly limits: SqlLimits;
}
export type ProcessAnswer = Extract<
	SqlAnswer,
	{ readonly kind: "rows" | "refused" | "limit" | "failed" }
>;

/** Lowest priority but one: the site goes first. */
const PRIORITY = 15;
/** After its own time limit a process gets this long to say so. */
const GRACE_MS = 1000;
/** Starting a process, and making the views, is not the question's fault. */
const START_MS = 3000;

/** A console over a workspace's derived tables. */
export function createSqlConsole(
	paths: WorkspacePaths,
	limits: SqlLimits = USUAL_SQL_LIMITS,
): SqlConsole {
	const asking = new Set<string>();
	const queue: (() => void)[] = [];
	let running = 0;
	const turn = async () => {
		if (running >= limits.running)
			await new Promise<void>((resolve) => queue.push(resolve));
		running += 1;
	};
	return {
		tables: PUBLIC_TABLES,
		limits,
		async ask({ query, world, asker, signal }) {
			if (asking.has(asker)) return { kind: "busy", own: true };
			if (queue.length >= limits.waiting) return { kind: "busy", own: false };
			asking.add(asker);
			try {
				await turn();
				try {
					return signal?.aborted
						? { kind: "aborted" }
						: await answerInProcess({ paths, query, world, limits }, signal);
				} finally {
					running -= 1;
					queue.shift()?.();
				}
			} finally {
				asking.delete(asker);
			}
		},
	};
}

async function answerInProcess(
	question: ProcessQuestion,
	signal: AbortSignal | undefined,
): Promise<SqlAnswer> {
	const child = fork(new URL("./question-process.js", import.meta.url), [], {
		env: {},
		execArgv: ["--max-old-space-size=128"],
		stdio: ["ignore", "ignore", "ignore", "ipc"],
	});
	const { seconds } = question.limits;
	const stop = () => child.kill("SIGKILL");
	const timer = setTimeout(stop, seconds * 1000 + START_MS + GRACE_MS);
	signal?.addEventListener("abort", stop, { once: true });
	try {
		if (child.pid !== undefined) setPriority(child.pid, PRIORITY);
		const told = await answerOf(child, question);
		if (told !== undefined) return told;
		if (signal?.aborted) return { kind: "aborted" };
		return {
			kind: "limit",
			why: `it took longer than ${seconds} s, or more memory than there is for it`,
		};
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener("abort", stop);
		child.kill("SIGKILL");
	}
}

/** What the process says; undefined where it ended without a word. */
function answerOf(
	child: ChildProcess,
	question: ProcessQuestion,
): Promise<ProcessAnswer | undefined> {
	return new Promise((resolve) => {
		child.once("message", (told) => resolve(told as ProcessAnswer));
		child.once("exit", () => resolve(undefined));
		child.once("error", (error) =>
			resolve({ kind: "failed", why: error.message }),
		);
		child.send(question, (error) => {
			if (error) resolve({ kind: "failed", why: error.message });
		});
	});
}
