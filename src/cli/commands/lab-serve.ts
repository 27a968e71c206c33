/** `rasai lab serve`: a scenario that stands until it is stopped, for the probe itself to be run in. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	type Case,
	caseNamed,
	DOH,
	HELPER,
	INNOCENTS,
	openScene,
	PUBLIC_RESOLVER,
	sweepNamespaces,
	TRUSTED_ROOT,
	whyNoNamespaces,
} from "../../measure/lab/index.ts";
import { EMULATED_CC } from "../../model/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { printJson } from "../output.ts";
import { usageError } from "../parse.ts";
import { scenariosNamed } from "./lab-run.ts";

async function serve(context: Context, args: Args): Promise<ExitCode> {
	const without = whyNoNamespaces();
	if (without !== undefined)
		throw usageError(`a scenario cannot be served here: ${without}`);
	const one = caseOf(args);
	await sweepNamespaces();
	const folder = await mkdtemp(join(tmpdir(), "rasai-lab-"));
	const authority = join(folder, "authority.pem");
	await writeFile(authority, TRUSTED_ROOT);
	const { signal } = context;
	const scene = await openScene(one, { seed: "lab", signal }).catch(
		async (error: unknown) => {
			await rm(folder, { recursive: true });
			throw error;
		},
	);
	try {
		const { prefix, probe } = wordsFor(one, scene.visitor, authority);
		if (context.json)
			printJson(context, {
				namespace: scene.visitor,
				url: one.url,
				prefix,
				probe,
			});
		context.say(
			`Emulated: ${one.url} in this scenario. To measure it, as root, from another terminal:\n\n  ${[...prefix, "rasai", ...probe].join(" ")}\n\nStop with Ctrl-C.`,
		);
		await new Promise<void>((stopped) => {
			if (signal.aborted) stopped();
			else signal.addEventListener("abort", () => stopped());
		});
		return 0;
	} finally {
		await scene.close();
		await rm(folder, { recursive: true });
	}
}

function caseOf(args: Args): Case {
	const [scenario] = scenariosNamed(args.operands);
	const label = args.text("case");
	const cases = scenario?.cases ?? [];
	const one =
		label === undefined ? cases[0] : cases.find((each) => each.label === label);
	if (one === undefined)
		throw usageError(
			`--case: one of ${cases.map((each) => each.label).join(", ")}`,
		);
	const name = args.text("name");
	if (name === undefined) return one;
	if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name))
		throw usageError("--name: the name of a site, as x.com");
	return caseNamed(one, name);
}

/** What goes before the program, and what comes after its name. */
function wordsFor(one: Case, namespace: string, authority: string) {
	const wants = [
		one.quiet ? "" : "--full",
		"--find-causes",
		one.compareSpeeds ? "--compare-speeds" : "",
		one.askQuic ? "--quic" : "",
	];
	return {
		prefix: ["ip", "netns", "exec", namespace],
		probe: [
			...["probe", "run", one.url, "--yes", "--json", "--skip-check"],
			...wants.filter((word) => word !== ""),
			...["--ca", authority, "--private-addresses"],
			...["--helper", `https://${HELPER.names[0]}/`],
			...["--udp-resolver", PUBLIC_RESOLVER.ip],
			...["--doh", `https://${DOH.names[0]}/dns-query`],
			...["--innocent", INNOCENTS[0]?.names[0] ?? ""],
			...["--cc", EMULATED_CC, "--asn", String(one.asn)],
		],
	};
}

export const labServeCommand: Command = {
	noun: "lab",
	verb: "serve",
	summary: "Keep a scenario up, to run the probe in it by hand",
	operands: "SCENARIO",
	operandCount: [1, 1],
	examples: [
		{
			line: "rasai lab serve sni-reset",
			does: "a network that resets connections to a site by its name",
		},
		{
			line: "rasai lab serve sni-reset --name x.com",
			does: "the same, with the site under a real name",
		},
	],
	options: [
		{
			name: "name",
			kind: "text",
			value: "HOST",
			summary: "call the scenario's site so",
		},
		{
			name: "case",
			kind: "text",
			value: "LABEL",
			summary: "of a scenario with several cases, this one",
		},
	],
	notes: [
		"It prints the command to run: the probe in the visitor's network namespace, with the lab's resolver, helper and authority. Needs root, ip, iptables and tc. Nothing is sent beyond this machine, whatever the site is called.",
	],
	run: serve,
};
