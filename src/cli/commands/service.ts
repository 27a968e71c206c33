/** `rasai service`: what people mean by the name of a service. */
import { nearest, RasaiError } from "../../base/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { printFields, printJson, printTable } from "../output.ts";
import { readServices } from "../shipped.ts";

async function list(context: Context): Promise<ExitCode> {
	const { services } = await readServices(context);
	printTable(
		context,
		[
			{ title: "id", cell: ({ id }) => id },
			{ title: "name", cell: ({ name }) => name },
			{ title: "category", cell: ({ category }) => category },
			{
				title: "tested by",
				cell: ({ domains, tests }) => {
					const targets = [...tests, ...domains];
					return context.plain || targets.length <= 3
						? targets.join(", ")
						: `${targets.slice(0, 3).join(", ")}, …`;
				},
			},
		],
		services,
	);
	return 0;
}

async function show(context: Context, args: Args): Promise<ExitCode> {
	const wanted = args.operands[0] ?? "";
	const registry = await readServices(context);
	const service =
		registry.get(wanted) ??
		registry.services.find(({ aliases }) =>
			aliases.includes(wanted.toLowerCase()),
		);
	if (!service) {
		const near = nearest(
			wanted.toLowerCase(),
			registry.services.flatMap(({ id, aliases }) => [id, ...aliases]),
		);
		throw new RasaiError("not_found", `no service is called ${wanted}`, {
			hint: near ? `Did you mean ${near}?` : "rasai service list has them all.",
		});
	}
	if (context.json) {
		printJson(context, service);
		return 0;
	}
	printFields(context, [
		["id", service.id],
		["name", service.name],
		["category", service.category],
		["domains", service.domains.join(", ")],
		["tests", service.tests.join(", ") || "none"],
		["called", service.aliases.join(", ")],
		...service.functions.map(({ name, targets, role }): [string, string] => [
			name,
			targets.length === 0
				? "not tested"
				: `${targets.length > 1 ? (role === "all_of" ? "all of " : "any of ") : ""}${targets.join(", ")}`,
		]),
	]);
	return 0;
}

export const serviceCommands: readonly Command[] = [
	{
		noun: "service",
		verb: "list",
		summary: "List the services that measurements are attributed to",
		operands: "",
		operandCount: [0, 0],
		examples: [{ line: "rasai service list", does: "all services" }],
		options: [],
		run: list,
	},
	{
		noun: "service",
		verb: "show",
		summary: "Show a service: its domains, tests, and functions",
		operands: "SERVICE",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai service show whatsapp",
				does: "what counts as WhatsApp, and which parts of it can be tested",
			},
		],
		options: [],
		run: show,
	},
];
