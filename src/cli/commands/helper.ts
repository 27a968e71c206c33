/** `rasai helper serve`: the view from elsewhere for probes, and the collector of what they measure. */
import type { ServedSite } from "../../publish/index.ts";
import type { Workspace } from "../../store/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { listenForHandOvers } from "../handover.ts";
import { startHelping } from "../helping.ts";
import { count, printJson } from "../output.ts";
import { takeTurns } from "../turns.ts";
import { ensureWorkspace } from "../workspace.ts";

async function serve(context: Context, args: Args): Promise<ExitCode> {
	await ensureWorkspace(context);
	const collects = args.flag("collector");
	const workspace = collects
		? await context.openForWriting()
		: await context.openForReading();
	const closing: (() => Promise<void>)[] = [() => workspace.close()];
	try {
		const exclusively = takeTurns();
		if (collects) {
			const writer = await listenForHandOvers(
				workspace.paths.run,
				context.runFor(workspace, exclusively),
			);
			closing.push(() => writer.close());
		}
		const served = await startHelping(context, workspace, {
			port: args.integer("port") ?? workspace.config.helper.port,
			collects,
			exclusively,
			log: context.logAt(context.logLevel ?? workspace.config.log.level),
			onRelease: ({ shown, withheld, waiting }) =>
				context.say(
					`${count(shown, "submission")} released, ${withheld} withheld, ${waiting} held back`,
				),
		});
		closing.push(() => served.close());
		announce(context, workspace, served, collects);
		await new Promise<void>((stopped) => {
			if (context.signal.aborted) stopped();
			else context.signal.addEventListener("abort", () => stopped());
		});
		context.say("Stopping");
		return 0;
	} finally {
		for (const close of closing.reverse()) await close();
	}
}

function announce(
	context: Context,
	{ config }: Workspace,
	{ host, port }: ServedSite,
	collects: boolean,
): void {
	const url =
		config.helper.address ||
		`http://${host.includes(":") ? `[${host}]` : host}:${port}`;
	if (context.json) printJson(context, { url, collects });
	context.say(
		`Looking at sites for probes on ${url}${collects ? ", and accepting what they measure" : ""}. Stop with Ctrl-C.`,
	);
	context.say(`Try it: rasai probe run https://example.org --helper ${url}`);
}

export const helperCommands: readonly Command[] = [
	{
		noun: "helper",
		verb: "serve",
		summary: "Look at sites from here for probes elsewhere, by OONI's protocol",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{ line: "rasai helper serve", does: "the view from elsewhere only" },
			{
				line: "rasai helper serve --collector --port 9090",
				does: "accept measurements too",
			},
		],
		options: [
			{
				name: "port",
				kind: "integer",
				value: "N",
				summary:
					"port to listen on (default: helper.port, 8090); the next free one where it is taken",
			},
			{
				name: "collector",
				kind: "flag",
				summary:
					"accept measurements too, and hold them back until they are safe to show",
			},
		],
		notes: [
			"It never contacts private or loopback addresses, whoever names them, and keeps no address of who asks.\nHost, limits and the rest can be set under [helper] in config.toml; rasai serve does the same where helper.enabled is true.\nWhat is kept of whom, and when it is shown: docs/guides/helper.md.",
		],
		run: serve,
	},
];
