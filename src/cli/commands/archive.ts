/** `rasai archive`: the raw measurements, as received. */
import { createHttpClient, RasaiError } from "../../base/index.ts";
import { REJECT_REASONS, type Reject } from "../../model/index.ts";
import {
	fetchReleased,
	releasedEntries,
	uploadArchive,
} from "../../pipeline/index.ts";
import { joinSql, sql } from "../../store/index.ts";
import { bucketOf, openArchiveOf } from "../bucket.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import {
	count,
	formatBytes,
	printFields,
	printJson,
	visible,
} from "../output.ts";
import {
	withArchive,
	withReader,
	withTarget,
	withWriting,
} from "../workspace.ts";

async function list(context: Context): Promise<ExitCode> {
	await withArchive(context, async (archive) => {
		let [files, bytes] = [0, 0];
		for await (const entry of archive.entries(context.signal)) {
			files += 1;
			bytes += entry.bytes;
			if (context.json) printJson(context, entry);
			else if (context.plain)
				context.print(
					`${[entry.hash, entry.bytes, entry.receivedAt, entry.path ?? "", entry.name].map((cell) => visible(String(cell))).join("\t")}\n`,
				);
			else
				context.print(
					`${entry.hash.slice(0, 12)}  ${formatBytes(entry.bytes).padStart(8)}  ${entry.receivedAt}  ${visible(entry.name)}${entry.path ? "  (by reference)" : ""}\n`,
				);
		}
		context.say(`${count(files, "file")}, ${formatBytes(bytes)}`);
	});
	return 0;
}

async function verify(context: Context): Promise<ExitCode> {
	const progress = context.progress("Verifying");
	const damages = await withArchive(context, (archive) =>
		archive.verify({ progress, signal: context.signal }),
	);
	progress.finish();
	if (context.json) printJson(context, { damages });
	else
		for (const { what, problem } of damages)
			context.print(`${visible(what)}\t${visible(problem)}\n`);
	if (damages.length === 0) {
		context.say("Every file of the archive is as it was received.");
		return 0;
	}
	context.say(
		`${count(damages.length, "fault")}. Import the file again from where it came from; until then its measurements cannot be rebuilt.`,
	);
	return 3;
}

async function fetchBack(context: Context): Promise<ExitCode> {
	const fetched = await withTarget(context, async (target) => {
		const released = await releasedEntries(target.archive, context.signal);
		return fetchReleased(
			target,
			// Their addresses were named by the operator, or by the bucket that the operator named.
			createHttpClient({
				allowedOrigins: [
					...new Set(released.map(({ name }) => new URL(name).origin)),
				],
			}),
			{ signal: context.signal, progress: context.progress("Fetching") },
		);
	});
	printFields(
		context,
		[
			["fetched", count(fetched.fetched, "file")],
			["bytes", formatBytes(fetched.bytes)],
			["failed", fetched.failed.length],
		],
		fetched,
	);
	for (const { file, message } of fetched.failed)
		context.say(`Not fetched: ${visible(`${file}: ${message}`)}`);
	return fetched.failed.length > 0 ? 1 : 0;
}

async function upload(context: Context): Promise<ExitCode> {
	const progress = context.progress("Uploading");
	const summary = await withWriting(context, async (workspace) => {
		const bucket = await bucketOf(workspace);
		if (!bucket)
			throw new RasaiError("usage", "no bucket is named in config.toml", {
				hint: "Set archive.s3 and archive.s3_key_file; docs/guides/object-storage.md says how.",
			});
		const { keepDays } = workspace.config.archive;
		return uploadArchive(
			{
				archive: await openArchiveOf(workspace),
				bucket,
				paths: workspace.paths,
				clock: context.clock,
			},
			{
				keepDays: keepDays === 0 ? undefined : keepDays,
				signal: context.signal,
				progress,
			},
		);
	});
	printFields(
		context,
		[
			["uploaded", count(summary.uploaded, "file")],
			["bytes", formatBytes(summary.bytes)],
			["in the bucket", count(summary.held, "archive file")],
			["freed here", formatBytes(summary.freedBytes)],
			["failed", summary.failed.length],
		],
		summary,
	);
	for (const { file, message } of summary.failed)
		context.say(`Not uploaded: ${visible(`${file}: ${message}`)}`);
	return summary.failed.length > 0 ? 1 : 0;
}

const PAGE_ROWS = 10_000;

async function rejects(context: Context, args: Args): Promise<ExitCode> {
	const reason = args.text("reason");
	const file = args.text("file");
	const where = joinSql(
		[
			sql`TRUE`,
			...(reason ? [sql`reason = ${reason}`] : []),
			...(file ? [sql`(contains(file, ${file}) OR file_hash = ${file})`] : []),
		],
		" AND ",
	);
	await withReader(context, async (reader) => {
		let rejectCount = 0;
		for (let page: readonly Reject[] = []; ; rejectCount += page.length) {
			page = await reader.query<Reject>(
				{ world: "real" },
				sql`SELECT file, file_hash, member, line, reason, message FROM rejects
					WHERE ${where} ORDER BY ALL LIMIT ${PAGE_ROWS} OFFSET ${rejectCount}`,
				{ signal: context.signal },
			);
			for (const reject of page) printReject(context, reject);
			if (page.length < PAGE_ROWS) {
				rejectCount += page.length;
				break;
			}
		}
		context.say(count(rejectCount, "reject"));
	});
	return 0;
}

function printReject(context: Context, reject: Reject): void {
	const { file, fileHash, member, line, reason, message } = reject;
	if (context.json) printJson(context, reject);
	else if (context.plain)
		context.print(
			`${[reason, file, fileHash, member, line, message].map((cell) => visible(String(cell))).join("\t")}\n`,
		);
	else
		context.print(
			`${visible(file)}${member ? `:${visible(member)}` : ""}${line > 0 ? `:${line}` : ""}\n    ${reason}: ${visible(message)}\n`,
		);
}

export const archiveCommands: readonly Command[] = [
	{
		noun: "archive",
		verb: "list",
		summary: "List the archive's files: hash, size, when and from where",
		operands: "",
		operandCount: [0, 0],
		examples: [{ line: "rasai archive list", does: "all files received" }],
		options: [],
		run: list,
	},
	{
		noun: "archive",
		verb: "rejects",
		summary: "List the input that could not be used, with place and reason",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{ line: "rasai archive rejects", does: "everything that was rejected" },
			{
				line: "rasai archive rejects --reason json_invalid --file 20240217",
				does: "broken JSON in files whose name has 20240217 in it",
			},
		],
		options: [
			{
				name: "reason",
				kind: "text",
				value: "REASON",
				choices: Object.keys(REJECT_REASONS),
				summary: "only this reason",
			},
			{
				name: "file",
				kind: "text",
				value: "TEXT",
				summary: "only files whose name contains it, or whose SHA-256 it is",
			},
		],
		notes: [
			`Reasons:\n${Object.entries(REJECT_REASONS)
				.map(([word, meaning]) => `  ${word.padEnd(22)} ${meaning}`)
				.join("\n")}`,
		],
		run: rejects,
	},
	{
		noun: "archive",
		verb: "fetch",
		summary: "Fetch again the files whose bytes were let go to save room",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai archive fetch",
				does: "needed before a rebuild where follow.keep_raw_days is set",
			},
		],
		options: [],
		notes: [
			"A file that is no longer what was received is kept as another file and told of.",
		],
		writes: true,
		run: fetchBack,
	},
	{
		noun: "archive",
		verb: "upload",
		summary: "Put what the bucket of config.toml lacks into it",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai archive upload",
				does: "files as received, and what the collector packed",
			},
		],
		options: [],
		notes: [
			"A file counts as uploaded once the bucket has confirmed its bytes; archive.keep_days says when it is deleted here. rasai follow uploads after every round.",
		],
		writes: true,
		run: upload,
	},
	{
		noun: "archive",
		verb: "verify",
		summary: "Reread every file of the archive and compare it with its hash",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai archive verify",
				does: "exit code 3 and a line for each file that is missing or changed",
			},
		],
		options: [],
		run: verify,
	},
];
