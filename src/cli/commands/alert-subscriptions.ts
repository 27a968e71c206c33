/** `rasai alert add`, `remove`, `list`, `test`: who is told of what. */
import { formatInstant, RasaiError } from "../../base/index.ts";
import { INCIDENT_KINDS } from "../../model/index.ts";
import {
	createWebhookSecret,
	newSubscription,
	readMailAddress,
	readWishes,
	watchPhrase,
} from "../../publish/index.ts";
import {
	addSubscription,
	CADENCES,
	type Channel,
	readSubscription,
	readSubscriptions,
	removeSubscription,
	type Subscription,
	TOPICS,
} from "../../store/index.ts";
import { mailFault, withAlerts } from "../alerts.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import {
	count,
	printFields,
	printJson,
	printTable,
	visible,
} from "../output.ts";
import { usageError } from "../parse.ts";
import { readServices } from "../shipped.ts";
import { withWriting } from "../workspace.ts";

/** Options of `alert add` that are read as the form's fields are. */
const WISHES = [
	"asn",
	"service",
	"kind",
	"topics",
	"ahead",
	"incident",
	"revision",
	"cost",
	"cadence",
	"quiet",
	"zone",
	"heartbeat",
] as const;

/** Options that are called otherwise: `--quiet` is every command's own, and `--heartbeat` takes no value elsewhere. */
const OPTIONS: Readonly<Record<string, string>> = {
	quiet: "quiet-hours",
	heartbeat: "sign-of-life",
};
const optionOf = (wish: string): string => OPTIONS[wish] ?? wish;

async function add(context: Context, args: Args): Promise<ExitCode> {
	const channel = channelOf(args);
	const services = await readServices(context);
	const wishes = readWishes(
		(name) =>
			name === "cc"
				? args.list("cc").join(",")
				: (args.text(optionOf(name)) ?? ""),
		channel,
		services,
	);
	if ("wrong" in wishes) throw usageError(wishes.wrong);
	return withWriting<ExitCode>(context, async (workspace) => {
		const fault = mailFault(workspace.config);
		if (channel.kind === "mail" && fault !== undefined)
			throw new RasaiError("usage", fault);
		const isAgreed = channel.kind === "webhook" || args.flag("agreed");
		const one = await withAlerts(
			context,
			workspace,
			async ({ key, deliver }) => {
				const made = newSubscription(
					wishes.value,
					key,
					context.clock(),
					isAgreed,
				);
				addSubscription(workspace.paths, made);
				await deliver(context.signal);
				return made;
			},
		);
		const secret = channel.kind === "webhook" ? channel.secret : undefined;
		printFields(
			context,
			[
				["id", one.id],
				["watches", watchPhrase(one.watch)],
				...(secret === undefined ? [] : [["secret", secret] as const]),
			],
			{ ...rowOf(one, true), ...(secret === undefined ? {} : { secret }) },
		);
		context.say(
			isAgreed
				? `Told from now on. Try it with: rasai alert test ${one.id}`
				: "A mail asks the holder of the address. Nothing else is sent before they agree.",
		);
		return 0;
	});
}

function channelOf(args: Args): Channel {
	const [mail, url] = [args.text("mail"), args.text("webhook")];
	if ((mail === undefined) === (url === undefined))
		throw usageError("name one of --mail and --webhook");
	if (mail !== undefined) {
		const address = readMailAddress(mail);
		if (address === undefined)
			throw usageError("--mail: that is no mail address");
		return { kind: "mail", address };
	}
	if (!/^https?:\/\//.test(url ?? "") || !URL.canParse(url ?? ""))
		throw usageError("--webhook: must be an address (https://…)");
	return { kind: "webhook", url: url ?? "", secret: createWebhookSecret() };
}

async function remove(context: Context, args: Args): Promise<ExitCode> {
	const mail = args.text("mail");
	const [id] = args.operands;
	if ((mail === undefined) === (id === undefined))
		throw usageError("name an id or an address (--mail)");
	const removed = await withWriting(context, async ({ paths }) =>
		readSubscriptions(paths)
			.found.filter(
				({ id: own, channel }) =>
					own === id ||
					(mail !== undefined &&
						channel.kind === "mail" &&
						channel.address.toLowerCase() === mail.toLowerCase()),
			)
			.filter((one) => removeSubscription(paths, one.id))
			.map((one) => one.id),
	);
	if (removed.length === 0)
		throw new RasaiError("not_found", "there is no such subscription", {
			hint: "`rasai alert list` shows all.",
		});
	if (context.json) printJson(context, { removed });
	context.say(
		`${count(removed.length, "subscription")} removed, with all that was kept of them.`,
	);
	return 0;
}

async function list(context: Context, args: Args): Promise<ExitCode> {
	const workspace = await context.openForReading();
	try {
		const { found, damaged } = readSubscriptions(workspace.paths);
		printTable(
			context,
			[
				{ title: "ID", cell: (row) => row.id },
				{ title: "TO", cell: (row) => row.to },
				{ title: "STATUS", cell: (row) => row.status },
				{ title: "CADENCE", cell: (row) => row.cadence },
				{ title: "WAITING", cell: (row) => row.waiting },
				{ title: "LAST SENT", cell: (row) => row.lastSentAt ?? "" },
				{ title: "WATCHES", cell: (row) => row.watches },
				{ title: "PROBLEM", cell: (row) => row.problem ?? "" },
			],
			found.map((one) => rowOf(one, args.flag("addresses"))),
		);
		context.say(count(found.length, "subscription"));
		for (const id of damaged) context.say(`${id} cannot be read.`);
		return 0;
	} finally {
		await workspace.close();
	}
}

function rowOf(one: Subscription, withAddress: boolean) {
	const { id, channel, confirmedAt, cadence, watch, queue, deliveries } = one;
	const to = channel.kind === "mail" ? channel.address : channel.url;
	return {
		id,
		channel: channel.kind,
		to: withAddress ? to : masked(channel),
		status: confirmedAt === undefined ? "asked" : "agreed",
		cadence,
		watches: watchPhrase(watch),
		waiting: queue.length,
		lastSentAt: deliveries.find(({ result }) => result === "sent")?.at ?? null,
		problem:
			queue.find(({ problem }) => problem !== undefined)?.problem ?? null,
	};
}

/** Enough to tell one from another, and no address on a screen that others see. */
function masked(channel: Channel): string {
	if (channel.kind === "webhook") return new URL(channel.url).origin;
	return channel.address.replace(/^(.).*(?=@)/, "$1…");
}

async function test(context: Context, args: Args): Promise<ExitCode> {
	return withWriting(context, async (workspace) => {
		const one = readSubscription(workspace.paths, args.operands[0] ?? "");
		if (one === undefined)
			throw new RasaiError("not_found", "there is no such subscription");
		if (one.confirmedAt === undefined)
			throw new RasaiError("usage", "its holder has not agreed yet");
		const at = formatInstant(context.clock());
		const outcome = await withAlerts(context, workspace, async ({ senders }) =>
			senders[one.channel.kind]?.send(
				one,
				{
					id: `test-${at}`,
					follows: undefined,
					notices: [
						{
							kind: "test",
							incident: null,
							cc: null,
							service: null,
							at,
							title: "A test: nothing happened",
							text: "The operator of this site tries whether messages reach you.",
							path: "/",
						},
					],
					isUrgent: true,
					queuedAt: at,
					attempts: 1,
					nextAttemptAt: at,
					problem: undefined,
				},
				context.signal,
			),
		);
		const result = outcome ?? {
			result: "failed" as const,
			problem: mailFault(workspace.config) ?? "that way is not set up",
		};
		if (context.json) printJson(context, result);
		else if (result.result === "sent") context.print("sent\n");
		else context.print(`${result.result}: ${visible(result.problem)}\n`);
		return result.result === "sent" ? 0 : 1;
	});
}

const WISH_SUMMARIES: Readonly<
	Record<(typeof WISHES)[number], readonly [value: string, summary: string]>
> = {
	asn: ["ASN,...", "networks (AS17557)"],
	service: ["ID,...", "services (x,whatsapp)"],
	kind: ["KIND,...", `kinds of incident: ${INCIDENT_KINDS.join(", ")}`],
	topics: ["TOPIC,...", `${TOPICS.join(", ")}; default incidents`],
	ahead: [
		"DAYS",
		"days ahead that deadlines and occasions are told; default 7",
	],
	incident: ["ID", "one incident alone, at every revision"],
	revision: ["N", "the revision that was quoted; default 1"],
	cost: [
		"LOW,HIGH,UNTIL",
		"the range of its costs that was quoted, in dollars; UNTIL for a running total",
	],
	cadence: ["HOW", `${CADENCES.join(", ")}; default each`],
	quiet: ["H-H", "hours without messages (22-7)"],
	zone: ["ZONE", "time zone; default the country's, else UTC"],
	heartbeat: [
		"DAYS",
		"say so after days without news; 0 for never; default 30",
	],
};

export const subscriptionCommands: readonly Command[] = [
	{
		noun: "alert",
		verb: "add",
		summary: "Tell somebody when something happens, by mail or by webhook",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai alert add --mail desk@news.example --cc PK --service x",
				does: "ask the desk whether it wants to be told",
			},
			{
				line: "rasai alert add --webhook https://hooks.example/rasai --cc PK,IN",
				does: "send signed JSON to a program",
			},
		],
		options: [
			{ name: "mail", kind: "text", value: "ADDRESS", summary: "send mail" },
			{
				name: "webhook",
				kind: "text",
				value: "URL",
				summary: "send signed JSON",
			},
			{
				name: "cc",
				kind: "list",
				value: "CC,...",
				summary: "countries; all where none is named",
			},
			...WISHES.map((name) => ({
				name: optionOf(name),
				kind: "text" as const,
				value: WISH_SUMMARIES[name][0],
				summary: WISH_SUMMARIES[name][1],
			})),
			{
				name: "agreed",
				kind: "flag",
				summary: "the holder of the address has agreed already: do not ask",
			},
		],
		notes: [
			"Mail is sent once its holder has opened a link and agreed. docs/guides/alerts.md says how mail is set up and how a webhook's signature is checked.",
		],
		writes: true,
		run: add,
	},
	{
		noun: "alert",
		verb: "remove",
		summary:
			"Remove a subscription, or all of an address, with all that is kept",
		operands: "[ID]",
		operandCount: [0, 1],
		examples: [
			{
				line: "rasai alert remove --mail desk@news.example",
				does: "forget an address",
			},
		],
		options: [
			{
				name: "mail",
				kind: "text",
				value: "ADDRESS",
				summary: "every subscription of this address",
			},
		],
		writes: true,
		run: remove,
	},
	{
		noun: "alert",
		verb: "list",
		summary: "List who is told of what",
		operands: "",
		operandCount: [0, 0],
		examples: [{ line: "rasai alert list", does: "addresses shortened" }],
		options: [
			{ name: "addresses", kind: "flag", summary: "show addresses in full" },
		],
		run: list,
	},
	{
		noun: "alert",
		verb: "test",
		summary: "Send a test message now",
		operands: "ID",
		operandCount: [1, 1],
		examples: [
			{ line: "rasai alert test 3f2a…", does: "say what the server answered" },
		],
		options: [],
		writes: true,
		run: test,
	},
];
