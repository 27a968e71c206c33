/** `rasai alert`: whether alerts reach people, sending by hand, and posts. */
import { RasaiError } from "../../base/index.ts";
import { readAlerts } from "../../pipeline/index.ts";
import { alertHealth, alertNotice, postsOf } from "../../publish/index.ts";
import { readAlertRun, readSubscriptions } from "../../store/index.ts";
import { mailFault, withAlerts } from "../alerts.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { readBook } from "../incidents.ts";
import { count, printFields, printJson } from "../output.ts";
import { readServices } from "../shipped.ts";
import { siteAddress } from "../site-address.ts";
import { withWriting } from "../workspace.ts";
import { subscriptionCommands } from "./alert-subscriptions.ts";

async function status(context: Context): Promise<ExitCode> {
	const workspace = await context.openForReading();
	try {
		const { found } = readSubscriptions(workspace.paths);
		const run = readAlertRun(workspace.paths);
		const health = alertHealth(run, found, context.clock());
		const mail = mailFault(workspace.config) ?? "set up";
		printFields(
			context,
			[
				["state", health.state],
				["", health.sentence],
				["mail", mail],
				["subscriptions", found.length],
				["last run", run?.ranAt ?? "never"],
				["last sent", run?.lastSentAt ?? "never"],
				["alerts known", run?.alertCount],
				["waiting", run?.waitingCount],
				["not taken", run?.failingCount],
			],
			{ ...health, mail, subscriptions: found.length, run: run ?? null },
		);
		return health.state === "failing" || health.state === "stopped" ? 1 : 0;
	} finally {
		await workspace.close();
	}
}

async function deliver(context: Context): Promise<ExitCode> {
	return withWriting(context, async (workspace) => {
		const run = await withAlerts(context, workspace, (alerts) =>
			alerts.deliver(context.signal),
		);
		if (context.json) printJson(context, run);
		context.say(
			`${count(run.sentCount, "message")} sent, ${run.waitingCount} waiting, of which ${run.failingCount} were not taken.`,
		);
		for (const problem of run.problems) context.say(problem);
		return run.failingCount > 0 || run.problems.length > 0 ? 1 : 0;
	});
}

async function post(context: Context, args: Args): Promise<ExitCode> {
	const workspace = await context.openForReading();
	try {
		const { paths } = workspace;
		const book = await readBook(context, workspace);
		const incident = book.get(args.operands[0] ?? "");
		const alert = (await readAlerts(paths, context.signal)).findLast(
			(one) => one.incident === incident?.id,
		);
		if (alert === undefined)
			throw new RasaiError(
				"not_found",
				"nothing was told of such an incident",
				{
					hint: "`rasai incident list` shows all; suspicions are never told.",
				},
			);
		const then = book
			.revisions(alert.incident)
			.find((one) => one.incident.revision === alert.revision)?.incident;
		const posts = postsOf(
			alertNotice(alert, then, await readServices(context)),
			{ address: (await siteAddress(workspace)).replace(/\/$/, "") },
		);
		switch (context.json ? "json" : (args.text("form") ?? "text")) {
			case "telegram":
				printJson(context, posts.telegram);
				break;
			case "activitypub":
				printJson(context, posts.activitypub);
				break;
			case "json":
				printJson(context, posts);
				break;
			default:
				context.print(`${posts.text}\n`);
		}
		return 0;
	} finally {
		await workspace.close();
	}
}

export const alertCommands: readonly Command[] = [
	...subscriptionCommands,
	{
		noun: "alert",
		verb: "status",
		summary:
			"Whether alerts reach people: nothing happened, or nothing was delivered",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai alert status",
				does: "ends with 1 where something is wrong",
			},
		],
		options: [],
		run: status,
	},
	{
		noun: "alert",
		verb: "deliver",
		summary: "Send what waits, once",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai alert deliver",
				does: "from cron, where neither up, serve nor follow runs",
			},
		],
		options: [],
		writes: true,
		run: deliver,
	},
	{
		noun: "alert",
		verb: "post",
		summary: "Print what was last told of an incident, as a post",
		operands: "INCIDENT",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai alert post pk-x-2024-02-17 --form telegram",
				does: "the arguments of sendMessage, to be sent by your own bot",
			},
		],
		options: [
			{
				name: "form",
				kind: "text",
				value: "FORM",
				choices: ["text", "telegram", "activitypub"],
				summary: "text (default), telegram, activitypub",
			},
		],
		run: post,
	},
];
