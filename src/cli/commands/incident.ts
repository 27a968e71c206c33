import {
	INCIDENT_BASES,
	INCIDENT_STATUSES,
	type Incident,
	type IncidentBasis,
	type IncidentBracket,
	type IncidentSignal,
	type IncidentStatus,
} from "../../model/index.ts";
import { areaName } from "../../reference/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { incidentOf } from "../dossier-inputs.ts";
import { readBook, runDetection, sayRevised } from "../incidents.ts";
import {
	count,
	printFields,
	printJson,
	printTable,
	visible,
} from "../output.ts";
import { withReader, withWriting } from "../workspace.ts";

async function list(context: Context, args: Args): Promise<ExitCode> {
	const book = await withReader(context, (_, workspace) =>
		readBook(context, workspace),
	);
	const status = args.list("status") as readonly IncidentStatus[];
	const basis = args.list("basis") as readonly IncidentBasis[];
	const incidents = book.list({
		cc: args.text("cc")?.toUpperCase(),
		service: args.text("service"),
		status: status.length > 0 ? status : undefined,
		basis: basis.length > 0 ? basis : undefined,
	});
	printTable(
		context,
		[
			{ title: "ID", cell: ({ id }) => id },
			{ title: "STATUS", cell: ({ status }) => status },
			{ title: "KIND", cell: ({ kind }) => kind },
			{ title: "SERVICE", cell: ({ service }) => service ?? "" },
			{ title: "SINCE", cell: ({ onset }) => shortBracket(onset) },
			{
				title: "UNTIL",
				cell: ({ ending }) => (ending ? shortBracket(ending) : ""),
			},
			{ title: "BASIS", cell: ({ basis }) => basis },
			{
				title: "SESSIONS",
				cell: ({ basis, counts }) =>
					basis === "documented" || counts.of === 0
						? ""
						: `${counts.sessions} of ${counts.of}`,
			},
			{ title: "MECHANISM", cell: ({ mechanism }) => mechanism ?? "" },
		],
		incidents,
	);
	if (!context.json) context.say(count(incidents.length, "incident"));
	return 0;
}

/** The day, or the hour where it is known to the hour. */
function shortBracket({ earliest, at, latest }: IncidentBracket): string {
	const text = at ?? latest;
	const isExact =
		earliest !== null &&
		Date.parse(latest) - Date.parse(earliest) <= 24 * 3_600_000;
	return isExact ? text.slice(0, 16).replace("T", " ") : text.slice(0, 10);
}

async function show(context: Context, args: Args): Promise<ExitCode> {
	const id = args.operands[0] ?? "";
	const book = await withReader(context, (_, workspace) =>
		readBook(context, workspace),
	);
	const incident = incidentOf(book, id);
	const revisions = book.revisions(incident.id).map(({ incident: one }) => ({
		revision: one.revision,
		revisedAt: one.revisedAt,
		status: one.status,
		reason: one.reason,
	}));
	if (context.json) {
		printJson(context, { ...incident, revisions });
		return 0;
	}
	if (id !== incident.id) context.say(`${id} leads to ${incident.id}.`);
	printIncident(context, incident);
	for (const { revision, revisedAt, status, reason } of revisions)
		context.print(
			`${visible(`  revision ${revision}, ${revisedAt}: ${status}. ${reason}`)}\n`,
		);
	return 0;
}

function printIncident(context: Context, incident: Incident): void {
	const { counts, networks, confounds, entries } = incident;
	const isMeasured = incident.basis !== "documented";
	const signals = incident.signals ?? [];
	const fallen = signals.filter(({ falls }) => falls.length > 0);
	printFields(context, [
		["id", incident.id],
		["country", incident.cc],
		["service", incident.service ?? "the network itself"],
		["kind", incident.kind],
		["status", incident.status],
		["scope", scopeOf(incident)],
		["began", bracket(incident.onset)],
		["ended", incident.ending ? bracket(incident.ending) : "not shown"],
		["mechanism", incident.mechanism ?? "not known"],
		[
			"basis",
			isMeasured
				? signals.length > 0
					? `${incident.basis}: ${fallen.length} of ${count(signals.length, "signal")} fell, of ${count(new Set(fallen.map(({ gauge }) => gauge)).size, "gauge")}`
					: `${incident.basis}: ${counts.sessions} of ${counts.of} sessions on ${count(counts.networks, "network")}, ${count(counts.measurements, "measurement")}`
				: "documented, not measured",
		],
		["cause", incident.cause?.why ?? ""],
		["witness", incident.witness ?? ""],
		["else", confounds.join(", ")],
		[
			"record",
			entries.length > 0 ? count(entries.length, "entry", "entries") : "",
		],
	]);
	for (const signal of signals)
		context.print(`${visible(`  ${signalLine(signal)}`)}\n`);
	if (signals.length > 0) return;
	for (const { asn, state, sessions, of, onset, ending, mechanism } of networks)
		context.print(
			`${visible(`  AS${asn}  ${state}, ${sessions} of ${of} sessions${mechanism ? `, ${mechanism}` : ""}${onset ? `; began ${bracket(onset)}` : ""}${ending ? `; ended ${bracket(ending)}` : ""}`)}\n`,
		);
}

/** `ioda bgp (routing): did not fall; at 98%, lowest 86%`. */
function signalLine({
	source,
	measure,
	gauge,
	area,
	asn,
	access,
	falls,
	level,
	lowest,
}: IncidentSignal): string {
	const percent = (part: number) => `${Math.round(part * 100)}%`;
	const of = [area, asn === null ? null : `AS${asn}`, access].filter(
		(part) => part !== null,
	);
	const fell = falls.map(
		({ onset, ending, depth, restoredPartially }) =>
			`fell by ${percent(depth)} at ${bracket(onset)}, ${ending ? `back at ${bracket(ending)}` : "not back by its last reading"}${restoredPartially ? ", in part before" : ""}`,
	);
	return [
		`${[source, measure, ...of].join(" ")} (${gauge}): ${fell.join("; ") || "did not fall"}`,
		...(level === null
			? []
			: [`at ${percent(level)}, lowest ${percent(lowest ?? level)}`]),
	].join("; ");
}

const scopeOf = ({ scope, areas, networks }: Incident): string =>
	scope === "country"
		? "the country"
		: scope === "area"
			? areas.map(areaName).join(", ")
			: networks.map(({ asn }) => `AS${asn}`).join(", ");

function bracket({ earliest, at, latest }: IncidentBracket): string {
	const from = earliest ?? "before the first data";
	return at === null ? `${from} to ${latest}` : `${at} (${from} to ${latest})`;
}

async function detect(context: Context): Promise<ExitCode> {
	const progress = context.progress("Detecting");
	const { units, series, revised, incidents } = await withWriting(
		context,
		(workspace) => runDetection(context, workspace, { progress, all: true }),
	);
	printFields(
		context,
		[
			["services and sites", units],
			["series", series],
			["incidents", incidents.length],
			["revised", revised.length],
		],
		{ units, series, incidents: incidents.length, revised },
	);
	if (!context.json) sayRevised(context, revised);
	return 0;
}

export const incidentCommands: readonly Command[] = [
	{
		noun: "incident",
		verb: "list",
		summary: "Restrictions, measured and documented, ongoing ones first",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{ line: "rasai incident list --cc PK", does: "those of Pakistan" },
			{
				line: "rasai incident list --status ongoing --basis measured,both --json",
				does: "what is measured to be on now, as JSON",
			},
		],
		options: [
			{ name: "cc", kind: "text", value: "CC", summary: "only this country" },
			{
				name: "service",
				kind: "text",
				value: "NAME",
				summary: "only this service, by any of its names",
			},
			{
				name: "status",
				kind: "list",
				value: "STATUS,...",
				choices: INCIDENT_STATUSES,
				summary: "only these",
			},
			{
				name: "basis",
				kind: "list",
				value: "BASIS,...",
				choices: INCIDENT_BASES,
				summary: "only these",
			},
		],
		notes: [
			"A suspicion has too little evidence and is never notified. What something else explains has a reason\nunder `confounds` and is no restriction.",
		],
		run: list,
	},
	{
		noun: "incident",
		verb: "show",
		summary: "One incident: networks, times as intervals, counts, revisions",
		operands: "ID",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai incident show qz-x-2025-03-12",
				does: "by its id, an alias, or the id of a record entry",
			},
		],
		options: [],
		run: show,
	},
	{
		noun: "incident",
		verb: "detect",
		summary: "Look for restrictions in everything that is stored",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai incident detect",
				does: "writes what changed into the ledger",
			},
		],
		options: [],
		notes: [
			"An import and the live loop do this by themselves for what they brought.",
		],
		writes: true,
		run: detect,
	},
];
