/** `rasai follow`: the live loop. */
import { formatInstant } from "../../base/index.ts";
import type { FollowEvent } from "../../pipeline/index.ts";
import { readFollowStatus } from "../../store/index.ts";
import { withAlerts } from "../alerts.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { countriesOf, followSources } from "../following.ts";
import { listenForHandOvers } from "../handover.ts";
import { count, printJson, printTable, visible } from "../output.ts";
import { usageError } from "../parse.ts";
import { takeTurns } from "../turns.ts";
import { ensureWorkspace, withWriting } from "../workspace.ts";

async function run(context: Context, args: Args): Promise<ExitCode> {
	if (args.flag("heartbeat")) return heartbeat(context);
	await ensureWorkspace(context);
	return withWriting<ExitCode>(context, async (workspace) => {
		const countries = countriesOf(workspace, args);
		if (countries.length === 0)
			throw usageError(
				"no country is named",
				"Name some with --cc PK,IN or as follow.countries in config.toml.",
			);
		const exclusively = takeTurns();
		const writer = await listenForHandOvers(
			workspace.paths.run,
			context.runFor(workspace, exclusively),
		);
		context.say(`Following ${countries.join(", ")}. Stop with Ctrl-C.`);
		const isOnce = args.flag("once");
		try {
			await withAlerts(context, workspace, async (alerts) => {
				const stop = isOnce ? undefined : alerts.start();
				try {
					await followSources(
						context,
						workspace,
						exclusively,
						(event) => tellEvent(context, event),
						args,
					);
					if (isOnce) await alerts.deliver(context.signal);
				} finally {
					await stop?.();
				}
			});
		} finally {
			await writer.close();
		}
		return 0;
	});
}

/** Alerts go to stdout, everything else to stderr; with --json every event is a line of JSON. */
function tellEvent(context: Context, event: FollowEvent): void {
	if (context.json) {
		printJson(context, event);
		return;
	}
	switch (event.event) {
		case "alert": {
			const { kind, incident, at, text } = event.alert;
			context.print(`${visible(`${at} ${kind} ${incident}: ${text}`)}\n`);
			return;
		}
		case "problem":
			context.say(visible(`${event.at} ${event.message}`));
			return;
		case "round": {
			const { imported, alerts, sources } = event.round;
			const brought = imported
				? `${count(imported.files - imported.known, "new file")}, ${count(imported.measurements, "measurement")}`
				: "nothing could be had";
			const states = sources.map(
				({ source, cc, state, lagHours }) =>
					`${source} ${cc} ${state}${lagHours === null ? "" : `, ${lagHours} h behind`}`,
			);
			context.say(
				`${event.at} ${brought}; ${count(alerts, "alert")}; ${states.join("; ")}`,
			);
		}
	}
}

async function heartbeat(context: Context): Promise<ExitCode> {
	const workspace = await context.openForReading();
	try {
		const found = await readFollowStatus(workspace.paths);
		if (!found) {
			context.say("Nothing was followed yet.");
			if (context.json) printJson(context, null);
			return 1;
		}
		const isRunning = found.nextAt >= formatInstant(context.clock());
		if (context.json) printJson(context, { ...found, isRunning });
		else
			printTable(
				context,
				[
					{ title: "SOURCE", cell: ({ source }) => source },
					{ title: "CC", cell: ({ cc }) => cc },
					{ title: "STATE", cell: ({ state }) => state },
					{ title: "NEWEST", cell: ({ newestAt }) => newestAt ?? "" },
					{ title: "LAG H", cell: ({ lagHours }) => lagHours ?? undefined },
					{ title: "CHECKED", cell: ({ checkedAt }) => checkedAt ?? "" },
					{ title: "PROBLEM", cell: ({ problem }) => problem },
				],
				found.sources,
			);
		if (!isRunning)
			context.say(
				`The loop last ended a round at ${found.heartbeatAt} and is not running.`,
			);
		return isRunning ? 0 : 1;
	} finally {
		await workspace.close();
	}
}

export const followCommands: readonly Command[] = [
	{
		noun: "follow",
		summary:
			"The live loop: look for new measurements, judge them, detect, tell",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{ line: "rasai follow --cc PK", does: "follow Pakistan until stopped" },
			{ line: "rasai follow --cc PK,IN --once", does: "one round, from cron" },
			{ line: "rasai follow --heartbeat", does: "how the sources are doing" },
		],
		options: [
			{
				name: "cc",
				kind: "list",
				value: "CC,...",
				summary: "countries (default: follow.countries in config.toml)",
			},
			{
				name: "test",
				kind: "list",
				value: "NAME,...",
				summary: "only these tests (default: follow.tests; else all)",
			},
			{
				name: "signal",
				kind: "list",
				value: "NAME,...",
				summary:
					"outage signals of others, like ioda:country/PK (default: follow.signals)",
			},
			{
				name: "every",
				kind: "integer",
				value: "MINUTES",
				summary: "minutes between two looks (default 30)",
			},
			{
				name: "bucket",
				kind: "text",
				value: "URL",
				summary: "another bucket of OONI's layout",
			},
			{ name: "once", kind: "flag", summary: "one round, then end" },
			{
				name: "heartbeat",
				kind: "flag",
				summary: "print the heartbeat and lag of each source, and end",
			},
		],
		notes: [
			"Alerts are printed to stdout and kept in the ledger: about one for each real event, taken back where\nlater data refute it. A source that delivers nothing to anyone is `late`: that is no shutdown.",
			"Where follow.countries is set, `rasai up` and `rasai serve` follow too. Commands that write are done\nbetween two rounds.",
		],
		run,
	},
];
