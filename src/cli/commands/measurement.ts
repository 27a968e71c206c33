/** `rasai measurement`: single measurements, without a workspace. */
import { resolve } from "node:path";
import { createHttpClient, formatInstant } from "../../base/index.ts";
import { openSources } from "../../gather/archives/index.ts";
import {
	type JudgedLine,
	judgeFiles,
	type RejectedLine,
} from "../../pipeline/index.ts";
import {
	emptyAsn,
	emptyFingerprints,
	snapshotOf,
} from "../../reference/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { count, printJson, visible } from "../output.ts";
import { readFingerprints, readServices } from "../shipped.ts";

async function judge(context: Context, args: Args): Promise<ExitCode> {
	const folder = args.text("fingerprints");
	const fingerprints = folder
		? await readFingerprints(resolve(context.cwd, folder))
		: emptyFingerprints;
	const lines = judgeFiles(
		openSources(args.operands, {
			http: createHttpClient(),
			signal: context.signal,
		}),
		{
			reference: snapshotOf({
				fingerprints,
				services: await readServices(context),
				asn: emptyAsn,
			}),
			receivedAt: formatInstant(context.clock()),
			signal: context.signal,
		},
	);
	let [judged, rejected] = [0, 0];
	for await (const line of lines) {
		if ("rejected" in line) rejected += 1;
		else judged += 1;
		if (context.json) printJson(context, line);
		else printLine(context, line);
	}
	context.say(
		`${count(judged, "measurement")} judged, ${rejected} rejected${folder ? "" : "; no fingerprints were given, so no block page could be recognised (--fingerprints DIR)"}`,
	);
	return judged > 0 ? 0 : 1;
}

function placeOf({ file, member, line }: JudgedLine | RejectedLine): string {
	return `${file}${member ? `:${member}` : ""}${line > 1 ? `:${line}` : ""}`;
}

function printLine(context: Context, line: JudgedLine | RejectedLine): void {
	const place = placeOf(line);
	const [first, ...rest] =
		"rejected" in line
			? [["rejected", line.rejected, place], line.message]
			: [
					[line.state, line.mechanism ?? "", line.input || line.testName],
					`${line.cc} AS${line.asn} ${line.measuredAt}`,
					line.why,
				];
	if (context.plain) {
		const cells = [place, ...first, ...rest].map(visible);
		context.print(`${cells.join("\t")}\n`);
		return;
	}
	const [state = "", ...words] = first.filter((word) => word !== "");
	context.print(
		`${[context.bold(state), ...words.map(visible)].join("  ")}\n${rest.map((text) => `    ${visible(text)}\n`).join("")}`,
	);
}

export const measurementCommands: readonly Command[] = [
	{
		noun: "measurement",
		verb: "judge",
		isStarter: true,
		summary: "Judge measurement files and say why; needs no workspace",
		operands: "FILE...",
		operandCount: [1, Number.POSITIVE_INFINITY],
		examples: [
			{
				line: "rasai measurement judge file.jsonl.gz",
				does: "a state, a mechanism and a sentence for each measurement",
			},
			{
				line: "rasai measurement judge --json folder | jq .state",
				does: "one JSON value a line, with every rule that fired",
			},
		],
		options: [
			{
				name: "fingerprints",
				kind: "text",
				value: "DIR",
				summary:
					"folder with fingerprints_dns.csv and fingerprints_http.csv, as OONI publishes them",
			},
		],
		notes: [
			"A file is judged alone: without other networks as control, a verdict may be weaker than the one\nthe same measurement gets in an archive. Records that cannot be used are printed with their reason.\nExit code 1 means that nothing could be judged.",
		],
		run: judge,
	},
];
