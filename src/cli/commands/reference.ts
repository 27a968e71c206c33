/** `rasai reference`: fingerprints, test lists and AS data, which do not ship. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createHttpClient } from "../../base/index.ts";
import {
	fetchFromFolder,
	fetchFromWeb,
	parseManifest,
	type ReferenceManifest,
	type ReferenceSink,
	referenceSources,
	type SourceOutcome,
	updateReference,
} from "../../reference/index.ts";
import {
	currentSnapshot,
	readSnapshot,
	useSnapshot,
	type WorkspacePaths,
	writeSnapshot,
} from "../../store/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { formatBytes, printJson, printTable, visible } from "../output.ts";
import { usageError } from "../parse.ts";
import { readServices } from "../shipped.ts";
import { ensureWorkspace, withWriting } from "../workspace.ts";

async function readManifest(
	paths: WorkspacePaths,
): Promise<ReferenceManifest | undefined> {
	const id = await currentSnapshot(paths);
	return id === undefined
		? undefined
		: parseManifest((await readSnapshot(paths, id)).manifest);
}

/** Snapshots in the workspace. */
function sinkOf(paths: WorkspacePaths): ReferenceSink {
	return {
		current: () => readManifest(paths),
		async read(name) {
			const id = (await currentSnapshot(paths)) ?? "";
			const bytes = (await readSnapshot(paths, id)).files.get(name);
			return Buffer.from(bytes ?? "").toString("utf8");
		},
		async keep(id, manifest, files) {
			const bytes = new Map(
				[...files].map(([name, text]) => [name, Buffer.from(text)]),
			);
			await writeSnapshot(paths, { id, files: bytes, manifest });
			await useSnapshot(paths, id);
		},
	};
}

async function update(context: Context, args: Args): Promise<ExitCode> {
	const folder = args.text("from");
	const asked = args.list("cc").map((cc) => cc.toUpperCase());
	const wrong = asked.find((cc) => !/^[A-Z]{2}$/.test(cc));
	if (wrong) throw usageError(`--cc: ${wrong} is no country code (PK)`);
	await ensureWorkspace(context);
	const outcome = await withWriting(context, async ({ paths }) => {
		const present = countriesOf(await readManifest(paths));
		return updateReference(
			folder
				? fetchFromFolder(fileOf(resolve(context.cwd, folder)))
				: fetchFromWeb(createHttpClient()),
			sinkOf(paths),
			{
				sources: referenceSources([...new Set([...present, ...asked])].sort()),
				clock: context.clock,
				force: args.flag("force"),
				signal: context.signal,
				onSource: ({ name }) => context.say(`Asking for ${name}`),
			},
		);
	});
	printOutcomes(context, outcome.sources, outcome);
	const bad = outcome.sources.filter(
		(one) => one.outcome === "refused" || one.outcome === "failed",
	);
	if (bad.length > 0)
		context.say("What was refused or failed stays as it was before.");
	if (outcome.changed)
		context.say(
			"Next: rasai rebuild, which reads the archive again, so that new fingerprints meet the pages in it.",
		);
	return bad.length > 0 ? 1 : 0;
}

/** Countries whose test lists are in use. */
function countriesOf(manifest: ReferenceManifest | undefined): string[] {
	return (manifest?.sources ?? []).flatMap(({ name }) => {
		const cc = /^test-lists\/([a-z]{2})\.csv$/.exec(name)?.[1];
		return cc === undefined ? [] : [cc.toUpperCase()];
	});
}

const fileOf =
	(folder: string) =>
	async (name: string): Promise<Uint8Array | undefined> => {
		try {
			return await readFile(join(folder, name));
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
			throw error;
		}
	};

function printOutcomes(
	context: Context,
	outcomes: readonly SourceOutcome[],
	whole: unknown,
): void {
	if (context.json) {
		printJson(context, whole);
		return;
	}
	printTable(
		context,
		[
			{ title: "source", cell: ({ name }) => name },
			{ title: "outcome", cell: ({ outcome }) => outcome },
			{ title: "rows", cell: ({ rows }) => rows },
			{ title: "added", cell: ({ addedLines }) => addedLines },
			{ title: "removed", cell: ({ removedLines }) => removedLines },
		],
		outcomes,
	);
	for (const { name, problems } of outcomes)
		for (const problem of problems.slice(0, 5))
			context.say(`${name}: ${visible(problem)}`);
}

async function list(context: Context): Promise<ExitCode> {
	const { paths, close } = await context.openForReading();
	try {
		const snapshot = await currentSnapshot(paths);
		const sources = (await readManifest(paths))?.sources ?? [];
		const { services, hash } = await readServices(context);
		if (context.json) {
			printJson(context, {
				snapshot: snapshot ?? null,
				sources,
				services: { hash, count: services.length },
			});
			return 0;
		}
		printTable(
			context,
			[
				{ title: "source", cell: ({ name }) => name },
				{ title: "rows", cell: ({ rows }) => rows },
				{ title: "size", cell: ({ bytes }) => formatBytes(bytes) },
				{ title: "fetched", cell: ({ fetchedAt }) => fetchedAt },
				{ title: "licence", cell: ({ licence }) => licence },
				{ title: "from", cell: ({ url }) => url },
			],
			sources,
		);
		context.say(
			snapshot
				? `Snapshot ${snapshot.slice(0, 12)}, and ${services.length} services that ship`
				: `No snapshot yet; ${services.length} services ship. Next: rasai reference update`,
		);
		return 0;
	} finally {
		await close();
	}
}

export const referenceCommands: readonly Command[] = [
	{
		noun: "reference",
		verb: "update",
		isStarter: true,
		summary:
			"Fetch fingerprints, test lists and AS data, and keep them as a snapshot",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai reference update --cc PK",
				does: "from their publishers, with Pakistan's test list",
			},
			{
				line: "rasai reference update --from folder",
				does: "from files that you brought; nothing is fetched",
			},
		],
		options: [
			{
				name: "from",
				kind: "text",
				value: "DIR",
				summary: "take the files from this folder",
			},
			{
				name: "cc",
				kind: "list",
				value: "CC,...",
				summary: "test lists of these countries too",
			},
			{
				name: "force",
				kind: "flag",
				summary: "accept files with far fewer rows than expected",
			},
		],
		notes: [
			"Fingerprints and test lists are under CC BY-NC-SA 4.0: what is judged with them is not for\ncommercial use. A file that does not look like what it claims to be is refused, and the one in use stays.",
		],
		writes: true,
		run: update,
	},
	{
		noun: "reference",
		verb: "list",
		summary: "List the reference data in use, with their licences",
		operands: "",
		operandCount: [0, 0],
		examples: [{ line: "rasai reference list", does: "what verdicts rest on" }],
		options: [],
		run: list,
	},
];
