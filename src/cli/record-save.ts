/** `record import` and `record add`: new entries on their way into the ledger. */
import {
	type ActorRank,
	CLAIM_WORDS,
	type ClaimMatter,
	checkEntry,
	compareRecord,
	type RecordChanges,
	type RecordEntry,
	type StandingEntry,
	zoneOfCountry,
} from "../account/record/index.ts";
import { sha256Hex } from "../base/index.ts";
import { readRecord, saveChanges } from "../pipeline/index.ts";
import { Ledger, type Workspace } from "../store/index.ts";
import type { Args, Context, ExitCode } from "./command.ts";
import { count, printFields, printJson, visible } from "./output.ts";
import { usageError } from "./parse.ts";
import { changesOf, readRecordFiles } from "./record-files.ts";
import { ensureWorkspace, withWriting } from "./workspace.ts";

/** Reads files, says what they change and why anything was left out, and writes the change. */
export async function importRecord(
	context: Context,
	args: Args,
): Promise<ExitCode> {
	const withShipped = args.flag("shipped");
	if (args.operands.length === 0 && !withShipped)
		throw usageError("record import: FILE or --shipped is missing");
	const files = await readRecordFiles(context, args.operands, withShipped);
	const changes = await save(context, args, (standing) =>
		changesOf(files, standing),
	);
	const summary = {
		files: files.map(({ file, form, rowCount, repeatCount, ...rest }) => ({
			file,
			form,
			rows: rowCount,
			repeats: repeatCount,
			entries: rest.entries.length,
			rejects: rest.rejects,
			notes: rest.notes,
		})),
		added: changes.added.length,
		changed: changes.changed.map(({ entry, fields }) => ({
			entry: entry.id,
			fields,
		})),
		unchanged: changes.unchangedCount,
		gone: changes.gone,
		perhapsSame: changes.perhapsSame,
	};
	if (context.json) printJson(context, summary);
	else {
		for (const { file, rejects, notes } of summary.files) {
			for (const { place, problem } of rejects)
				context.print(
					`${visible(`${file}: ${place}: left out: ${problem}`)}\n`,
				);
			for (const { place, problem } of notes)
				context.print(`${visible(`${file}: ${place}: ${problem}`)}\n`);
		}
		for (const { entry, fields } of summary.changed)
			for (const { field, before, after } of fields)
				context.print(
					`${visible(`${entry}: ${field}: ${shown(before)} is now ${shown(after)}`)}\n`,
				);
		for (const id of summary.gone)
			context.print(`${visible(`${id}: no longer in the file; kept`)}\n`);
	}
	const rejectCount = files.reduce((sum, file) => sum + file.rejects.length, 0);
	context.say(
		`${args.flag("dry-run") ? "Would add" : "Added"} ${count(summary.added, "entry", "entries")}, changed ${summary.changed.length}, ${summary.unchanged} as they were, ${rejectCount} left out.`,
	);
	return 0;
}

const shown = (value: unknown): string =>
	value === undefined ? "(unknown)" : JSON.stringify(value);

/** Compares with the record as it stands and writes the difference, unless it is a dry run. */
async function save(
	context: Context,
	args: Args,
	changesFrom: (standing: ReadonlyMap<string, StandingEntry>) => RecordChanges,
): Promise<RecordChanges> {
	await ensureWorkspace(context);
	return withWriting(context, async (workspace) => {
		const { entries } = await readRecord(workspace.paths, context.signal);
		const changes = changesFrom(entries);
		if (args.flag("dry-run")) return changes;
		const ledger = await Ledger.open(workspace);
		try {
			await saveChanges(
				ledger,
				changes,
				args.text("author") ?? "operator",
				context.signal,
			);
		} finally {
			await ledger.close();
		}
		return changes;
	});
}

/** Adds entries that follow from the record as it stands. */
export async function saveEntries(
	context: Context,
	args: Args,
	entriesFrom: (
		standing: ReadonlyMap<string, StandingEntry>,
	) => readonly RecordEntry[],
): Promise<RecordChanges> {
	return save(context, args, (standing) =>
		compareRecord(standing, entriesFrom(standing)),
	);
}

/** Adds one entry that the options give. */
export async function addEntry(
	context: Context,
	args: Args,
): Promise<ExitCode> {
	const value = entryFrom(args);
	const { entry, faults } = checkEntry(value);
	if (!entry)
		throw usageError(
			`the entry cannot be taken: ${faults.map(({ at, problem }) => `${at}: ${problem}`).join("; ")}`,
		);
	const changes = await saveEntries(context, args, () => [entry]);
	const change =
		changes.added.length > 0
			? "added"
			: changes.changed.length > 0
				? "changed"
				: "as it was";
	printFields(
		context,
		[
			["id", entry.id],
			["result", args.flag("dry-run") ? `${change} (dry run)` : change],
		],
		{ id: entry.id, result: change, entry },
	);
	return 0;
}

/** An entry from options. What is not given stays unknown. */
function entryFrom(args: Args): unknown {
	const need = (name: string): string => {
		const text = args.text(name);
		if (text === undefined)
			throw usageError(`record add: --${name} is missing`);
		return text;
	};
	const country = need("cc").toUpperCase();
	const date = need("on");
	const when = {
		date,
		precision:
			args.text("precision") ??
			(date.includes("T")
				? "minute"
				: ({ 4: "year", 7: "month" }[date.length] ?? "day")),
		zone: args.text("zone") ?? zoneOfCountry(country),
	};
	const claim = args.text("claim");
	const summary = need("summary");
	const actor = args.text("actor");
	const rank = (args.text("rank") ?? "unknown") as ActorRank;
	const value = {
		id:
			args.text("id") ??
			`${country}-${date.slice(0, 10)}-${sha256Hex(summary).slice(0, 8)}`,
		country,
		type: need("type"),
		when,
		services: args.list("service"),
		areas: args.list("area"),
		about: args.list("about"),
		actor: {
			office: actor,
			name: args.text("person"),
			rank,
			country: args.text("actor-cc")?.toUpperCase(),
		},
		summary,
		claims: claim
			? [{ matter: matterOf(claim), asserted: claim, since: when }]
			: [],
		deadlines: [],
		corrects: args.text("corrects"),
		sources: args.list("source").map((url) => ({ url })),
		confidence: args.text("confidence") ?? "medium",
	};
	return JSON.parse(JSON.stringify(value));
}

function matterOf(word: string): ClaimMatter | undefined {
	const found = Object.entries(CLAIM_WORDS).find(([, words]) =>
		words.some((one) => one === word),
	);
	return found?.[0] as ClaimMatter | undefined;
}

/** Who writes what ships with Rasai into a new record. */
const SHIPPER = "rasai";

/** Writes the shipped record into one that is empty. What a person keeps is theirs: it is never added to. */
export async function loadShippedRecord(
	context: Context,
	workspace: Workspace,
): Promise<void> {
	const { entries } = await readRecord(workspace.paths, context.signal);
	if (entries.size > 0) return;
	const changes = changesOf(await readRecordFiles(context, [], true), entries);
	const ledger = await Ledger.open(workspace);
	try {
		await saveChanges(ledger, changes, SHIPPER, context.signal);
	} finally {
		await ledger.close();
	}
	context.say(
		`${count(changes.added.length, "entry", "entries")} of the record that ships loaded`,
	);
}
