/** `rasai signal`: outage signals that others publish, kept and looked at. */
import { basename } from "node:path";
import { createHttpClient, RasaiError } from "../../base/index.ts";
import { askByName, createPoliteClient } from "../../gather/signals/index.ts";
import { SIGNAL_ACCESSES } from "../../model/index.ts";
import { importSignals, reportSignals } from "../../pipeline/index.ts";
import { openArchiveOf } from "../bucket.ts";
import type {
	Args,
	Command,
	Context,
	ExitCode,
	OptionSpec,
} from "../command.ts";
import { SIGNAL_PAUSE_MS } from "../following.ts";
import { runDetection, sayRevised } from "../incidents.ts";
import { count, printJson, printTable, visible } from "../output.ts";
import { readText } from "../read-text.ts";
import { ensureWorkspace, withWriting } from "../workspace.ts";
import {
	signalCompareCommand,
	signalNeighboursCommand,
} from "./signal-compare.ts";

/** Rejects named on stderr; JSON has them all. */
const NAMED_REJECTS = 10;

const ORIGIN_OPTIONS: readonly OptionSpec[] = [
	{
		name: "cc",
		kind: "text",
		value: "CC",
		summary: "country, where the file does not say",
	},
	{
		name: "asn",
		kind: "integer",
		value: "ASN",
		summary: "network, where the file does not say",
	},
	{
		name: "area",
		kind: "text",
		value: "AREA",
		summary: "area (ISO 3166-2), where the file does not say",
	},
	{
		name: "access",
		kind: "text",
		choices: SIGNAL_ACCESSES,
		summary: "mobile or fixed, where the file does not say",
	},
	{
		name: "zone",
		kind: "text",
		value: "ZONE",
		summary: "zone of local times: Asia/Karachi",
	},
];

function originOf(args: Args) {
	return {
		cc: args.text("cc")?.toUpperCase(),
		asn: args.integer("asn"),
		area: args.text("area"),
		access: SIGNAL_ACCESSES.find((word) => word === args.text("access")),
		zone: zoneOf(args),
	};
}

function zoneOf(args: Args): string | undefined {
	const zone = args.text("zone");
	try {
		new Intl.DateTimeFormat("en", { timeZone: zone });
		return zone;
	} catch {
		throw new RasaiError("usage", `no time zone of this name: ${zone}`);
	}
}

async function detect(context: Context, args: Args): Promise<ExitCode> {
	const path = args.operands[0] ?? "";
	const report = reportSignals(
		basename(path),
		await readText(path, context),
		originOf(args),
	);
	for (const { place, reason } of report.rejected.slice(0, NAMED_REJECTS))
		context.say(`${visible(path)}: ${visible(place)}: ${visible(reason)}`);
	if (report.rejected.length > 0)
		context.say(
			`${count(report.rejected.length, "row or value", "rows or values")} could not be used.`,
		);
	if (context.json) {
		printJson(context, report);
		return 0;
	}
	printTable(
		context,
		[
			{ title: "signal", cell: ({ name }) => name },
			{ title: "what", cell: ({ what }) => what },
			{ title: "start", cell: ({ start }) => start },
			{ title: "end", cell: ({ end }) => end },
			{ title: "depth", cell: ({ depth }) => depth },
			{ title: "says", cell: ({ says }) => says },
		],
		[
			...report.changes.map((change) => ({
				name: nameOf(change),
				what: change.kind,
				start: `${change.start.earliest} to ${change.start.latest}`,
				end: change.end
					? `${change.end.earliest} to ${change.end.latest}`
					: "not by the last reading",
				depth: `${Math.round(change.depth * 100)}%${change.restoredPartially ? ", restored in part" : ""}`,
				says: change.finding,
			})),
			...report.told.map((told) => ({
				name: nameOf(told),
				what: "told by the source",
				start: told.startedAt,
				end: told.endedAt ?? "not told",
				depth: told.depth === null ? "" : `${Math.round(told.depth * 100)}%`,
				says: told.cause ?? "",
			})),
		],
	);
	context.say(
		`${count(report.signals.length, "signal")}, ${count(report.changes.length, "change")}, ${report.told.length} told by the source. A signal shows that something happened, never why.`,
	);
	for (const licence of new Set(
		[...report.signals, ...report.told].map((one) => one.licence),
	))
		context.say(`Licence of the data: ${licence}`);
	return 0;
}

function nameOf({
	source,
	measure,
	entity,
}: {
	readonly source: string;
	readonly measure: string | null;
	readonly entity: {
		readonly cc: string;
		readonly area: string | null;
		readonly asn: number | null;
	};
}): string {
	const network = entity.asn === null ? null : `AS${entity.asn}`;
	return visible(
		[source, measure, entity.cc, entity.area, network]
			.filter((part) => part !== null)
			.join(" "),
	);
}

const DEFAULT_DAYS = 7;

async function importSources(context: Context, args: Args): Promise<ExitCode> {
	const origin = originOf(args);
	const texts = await sourceReader(context, args);
	await ensureWorkspace(context);
	const revised = await withWriting(context, async (workspace) => {
		const archive = await openArchiveOf(workspace);
		for (const source of args.operands)
			for await (const text of texts(source)) {
				const taken = await importSignals(
					archive,
					text,
					origin,
					context.clock,
					context.signal,
				);
				if (context.json) printJson(context, taken);
				else
					context.say(
						`${visible(taken.name)}: ${taken.source}, ${count(taken.signals, "signal")}, ${count(taken.readings, "reading")}, ${taken.told} told, ${taken.rejected} rejected${taken.unknownAreas > 0 ? `, ${count(taken.unknownAreas, "area")} without a code` : ""}${taken.duplicate ? "; was there already" : ""}`,
					);
			}
		const detected = await runDetection(context, workspace, {
			progress: context.progress("Detecting"),
		});
		return detected.revised;
	});
	sayRevised(context, revised);
	return 0;
}

/** Gives the texts of a source: a file's one, or an API's answers. */
async function sourceReader(context: Context, args: Args) {
	const now = context.clock().getTime() / 1000;
	const seconds = (option: string): number | undefined => {
		const day = args.text(option);
		return day === undefined ? undefined : Date.parse(day) / 1000;
	};
	const until = seconds("until") ?? Math.floor(now / 300) * 300;
	const keyFile = args.text("key-file");
	const client = createPoliteClient(createHttpClient(), {
		pauseMs: SIGNAL_PAUSE_MS,
		key: keyFile && (await readText(keyFile, context)).trim(),
	});
	const asking = {
		client,
		since: seconds("since") ?? until - DEFAULT_DAYS * 86_400,
		until,
		signal: context.signal,
	};
	return async function* (source: string) {
		const answers = askByName(source, asking);
		if (answers)
			for await (const { url, text } of answers) yield { name: url, text };
		else yield { name: source, text: await readText(source, context) };
	};
}

export const signalCommands: readonly Command[] = [
	{
		noun: "signal",
		verb: "detect",
		summary: "Find falls, slow declines and rises in a file of outage signals",
		operands: "FILE",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai signal detect ioda-raw.json",
				does: "an answer of IODA's API; the source is told by its form",
			},
			{
				line: "rasai signal detect traffic.csv --cc PK",
				does: "columns at and value; the country is not in the file",
			},
		],
		options: ORIGIN_OPTIONS,
		notes: [
			"Each signal has its own start and end, as intervals, and its depth. An end is null while the last reading is still low.",
			"A gap is no zero. A signal names no cause; a rise of demand for VPNs is a suspicion.",
			"In a series of less than three weeks, only falls by four tenths or more are told.",
		],
		run: detect,
	},
	signalCompareCommand,
	signalNeighboursCommand,
	{
		noun: "signal",
		verb: "import",
		summary: "Keep outage signals, of files or fetched, in the archive",
		operands: "SOURCE...",
		operandCount: [1, 1000],
		examples: [
			{
				line: "rasai signal import ioda-raw.json",
				does: "kept as received; outages that it shows become incidents",
			},
			{
				line: "rasai signal import ioda:country/PK ripestat:PK --since 2026-01-01",
				does: "fetched from the APIs, slowly",
			},
			{
				line: "rasai signal import radar:outages --key-file radar.key",
				does: "Cloudflare Radar wants a key",
			},
		],
		options: [
			{
				name: "since",
				kind: "day",
				value: "DAY",
				summary: "first day to fetch; seven days back where left out",
			},
			{
				name: "until",
				kind: "day",
				value: "DAY",
				summary: "day to fetch up to, without it; now where left out",
			},
			{
				name: "key-file",
				kind: "text",
				value: "FILE",
				summary: "file that holds the key of the API and nothing else",
			},
			...ORIGIN_OPTIONS,
		],
		notes: [
			"SOURCE is a file, ioda:country/CC, ioda:region/CODE, ioda:asn/ASN, ioda-alerts: or ioda-events: with the same, ripestat:CC, radar:outages or radar:anomalies.",
			"What was kept is looked at with all signals before it; outages are incidents: rasai incident list.",
			"The APIs were never met live while this was written; their answers are read as documented.",
		],
		writes: true,
		run: importSources,
	},
];
