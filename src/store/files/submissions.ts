/**
 * What the collector accepted (P2: durable). Submissions of an hour go to one
 * segment, a JSON line each; what comes while the disk works shares the next
 * sync, and none is acknowledged before it. A past hour is packed, named by
 * its hash and never changed again. Beside the segments stands what was
 * decided about their release; one about which all is decided is put aside,
 * and read for its contributors only.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import {
	chmod,
	type FileHandle,
	mkdir,
	open,
	readdir,
	readFile,
	rename,
	rm,
} from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { addDays, dayOf, sha256Hex } from "../../base/index.ts";
import type {
	Decision,
	Submission,
	SubmissionSink,
} from "../../measure/helper/index.ts";
import {
	putInPlace,
	syncFolder,
	unfinishedName,
	writeAtomically,
} from "./atomic.ts";
import { cutTail, endOfLines } from "./cut-tail.ts";
import type { WorkspacePaths } from "./layout.ts";
import { hourOf, linesOf } from "./submission-segments.ts";
import type { Workspace } from "./workspace.ts";

export interface Submissions extends SubmissionSink {
	/** Packs the hours that are over. */
	seal(): Promise<void>;
	/** What is packed and may be undecided, in order of arrival. */
	held(signal?: AbortSignal): AsyncIterable<Submission>;
	/** What was decided about what is held, by uid. */
	decided(): Promise<ReadonlyMap<string, DecisionMark>>;
	/** Notes decisions durably. */
	decide(decisions: readonly DecisionMark[]): Promise<void>;
	/** Waits for what is under way. */
	close(): Promise<void>;
}

export type DecisionMark = Pick<Decision, "uid" | "spoke">;

interface Waiting {
	readonly line: Buffer;
	readonly done: () => void;
	readonly failed: (error: unknown) => void;
}

/** More than this waits for the disk: it cannot keep up. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
/** A contributor can look up what they sent for so long. */
const READABLE_DAYS = 5;
/** What a session said before what is held of it: it lasts a day. */
const SPOKEN_DAYS = 2;
const FOLDERS = ["open", "sealed", "done", "decided"] as const;

export const submissionsFolder = ({
	archive,
}: Pick<WorkspacePaths, "archive">): string => join(archive, "submissions");

/** Opens the segments of a workspace that is held for writing. A line that a fault cut off was never acknowledged; it is removed, and that is logged. */
export async function openSubmissions(
	workspace: Workspace,
): Promise<Submissions> {
	const folder = submissionsFolder(workspace.paths);
	await workspace.assertWritable();
	for (const name of FOLDERS)
		await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
	for (const name of await readdir(join(folder, "open")))
		await repairSegment(workspace, join(folder, "open", name));
	const submissions = new SubmissionFiles(workspace, folder);
	await submissions.seal();
	return submissions;
}

async function repairSegment(
	{ paths, log }: Workspace,
	path: string,
): Promise<void> {
	const aside = join(submissionsFolder(paths), "cut");
	const bytes = await cutTail(path, await endOfLines(path), aside);
	if (bytes > 0)
		log("warn", "submissions_repaired", {
			why: "the last line was cut by a fault before it was acknowledged",
			bytes,
			aside,
		});
}

class SubmissionFiles implements Submissions {
	readonly #workspace: Workspace;
	readonly #folder: string;
	#waiting: Waiting[] = [];
	#waitingBytes = 0;
	/** Writing, sealing and closing, one after another. */
	#turn: Promise<void> = Promise.resolve();
	#flushing = false;
	/** uids of the packed segments as last read. */
	readonly #uids = new Map<string, readonly string[]>();
	#segment: { readonly hour: string; readonly handle: FileHandle } | undefined;

	constructor(workspace: Workspace, folder: string) {
		this.#workspace = workspace;
		this.#folder = folder;
	}

	append(submission: Submission): Promise<void> {
		const line = Buffer.from(`${JSON.stringify(submission)}\n`);
		this.#waitingBytes += line.length;
		return new Promise((done, failed) => {
			this.#waiting.push({ line, done, failed });
			if (this.#flushing) return;
			this.#flushing = true;
			void this.#inTurn(() => this.#flush());
		});
	}

	isFull(): boolean {
		return this.#waitingBytes > MAX_WAITING_BYTES;
	}

	async ofReport(reportId: string): Promise<readonly Submission[]> {
		const found: Submission[] = [];
		const wanted = JSON.stringify(reportId);
		const since = dayBefore(this.#hour(), READABLE_DAYS);
		const paths = await Promise.all(
			(["done", "sealed", "open"] as const).map((name) => this.#list(name)),
		);
		for (const path of paths.flat().filter((one) => hourOf(one) >= since))
			for await (const line of linesOf(path))
				if (line.includes(wanted)) {
					const submission = JSON.parse(line) as Submission;
					if (submission.reportId === reportId) found.push(submission);
				}
		return found;
	}

	seal(): Promise<void> {
		return this.#inTurn(async () => {
			await this.#workspace.assertWritable();
			const now = this.#hour();
			if (this.#segment && this.#segment.hour !== now)
				await this.#closeSegment();
			for (const path of await this.#list("open"))
				if (hourOf(path) < now) await this.#pack(path);
		});
	}

	async *held(signal?: AbortSignal): AsyncIterable<Submission> {
		for (const path of await this.#list("sealed")) {
			const uids: string[] = [];
			for await (const line of linesOf(path, signal)) {
				const submission = JSON.parse(line) as Submission;
				uids.push(submission.uid);
				yield submission;
			}
			this.#uids.set(path, uids);
		}
	}

	async decided(): Promise<ReadonlyMap<string, DecisionMark>> {
		const [oldest = this.#hour()] = (await this.#list("sealed")).map(hourOf);
		const since = dayBefore(oldest, SPOKEN_DAYS);
		const marks = new Map<string, DecisionMark>();
		for (const path of await this.#list("decided"))
			if (hourOf(path) >= since)
				for (const line of (await readFile(path, "utf8")).split("\n"))
					if (line !== "") {
						const mark = JSON.parse(line) as DecisionMark;
						marks.set(mark.uid, mark);
					}
		return marks;
	}

	async decide(decisions: readonly DecisionMark[]): Promise<void> {
		if (decisions.length === 0) return;
		await this.#workspace.assertWritable();
		const at = this.#workspace.clock().toISOString().replaceAll(":", "");
		const text = decisions
			.map(({ uid, spoke }) => `${JSON.stringify({ uid, spoke })}\n`)
			.join("");
		await writeAtomically(
			join(this.#folder, "decided", `${at}-${sha256Hex(text)}.jsonl`),
			(handle) => handle.writeFile(text),
		);
		await this.#putAside(await this.decided());
	}

	async #putAside(marks: ReadonlyMap<string, DecisionMark>): Promise<void> {
		for (const [path, uids] of this.#uids) {
			if (!uids.every((uid) => marks.has(uid))) continue;
			await rename(path, join(this.#folder, "done", basename(path)));
			this.#uids.delete(path);
		}
	}

	async close(): Promise<void> {
		while (this.#flushing) await this.#turn;
		await this.#inTurn(() => this.#closeSegment());
	}

	#inTurn(work: () => Promise<void>): Promise<void> {
		const turn = this.#turn.then(work);
		this.#turn = turn.catch(() => {});
		return turn;
	}

	/** One sync; what came meanwhile waits for the next, behind others whose turn it is. */
	async #flush(): Promise<void> {
		const batch = this.#waiting;
		this.#waiting = [];
		try {
			await this.#write(Buffer.concat(batch.map(({ line }) => line)));
			for (const { done } of batch) done();
		} catch (error) {
			for (const { failed } of batch) failed(error);
		}
		for (const { line } of batch) this.#waitingBytes -= line.length;
		this.#flushing = this.#waiting.length > 0;
		if (this.#flushing) void this.#inTurn(() => this.#flush());
	}

	async #write(lines: Buffer): Promise<void> {
		await this.#workspace.assertWritable();
		const hour = this.#hour();
		if (this.#segment?.hour !== hour) {
			await this.#closeSegment();
			const folder = join(this.#folder, "open");
			const handle = await open(join(folder, `${hour}.jsonl`), "a", 0o600);
			await syncFolder(folder);
			this.#segment = { hour, handle };
		}
		const { handle } = this.#segment;
		const { size } = await handle.stat();
		try {
			await handle.appendFile(lines);
			await handle.datasync();
		} catch (error) {
			// A part of a line must not run into the next one.
			await handle.truncate(size);
			throw error;
		}
	}

	async #closeSegment(): Promise<void> {
		await this.#segment?.handle.close();
		this.#segment = undefined;
	}

	async #pack(path: string): Promise<void> {
		const temporary = unfinishedName(join(this.#folder, "sealed", "segment"));
		try {
			const digest = createHash("sha256");
			await pipeline(
				createReadStream(path),
				createGzip(),
				async function* (chunks: AsyncIterable<Buffer>) {
					for await (const chunk of chunks) {
						digest.update(chunk);
						yield chunk;
					}
				},
				createWriteStream(temporary, { mode: 0o600 }),
			);
			const name = `${hourOf(path)}-${digest.digest("hex")}.jsonl.gz`;
			await chmod(temporary, 0o400);
			await putInPlace(temporary, join(this.#folder, "sealed", name));
			await rm(path);
		} finally {
			await rm(temporary, { force: true });
		}
	}

	/** Finished files, oldest first: their names begin with their hour. */
	async #list(name: (typeof FOLDERS)[number]): Promise<readonly string[]> {
		const names = await readdir(join(this.#folder, name));
		return names
			.filter((one) => /\.jsonl(\.gz)?$/.test(one))
			.sort()
			.map((one) => join(this.#folder, name, one));
	}

	#hour(): string {
		return this.#workspace.clock().toISOString().slice(0, 13);
	}
}

/** The day that lies so many before an hour. */
function dayBefore(hour: string, days: number): string {
	return addDays(dayOf(hour), -days);
}
