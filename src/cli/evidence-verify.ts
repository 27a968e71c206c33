/** Verifying evidence for the command line: the verifier, and judging again. */
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import {
	type BundleReport,
	checkStamp,
	type KnownHeads,
	MOST_BUNDLE_BYTES,
	openBundle,
	readKnownHeads,
	type VerifyBundleOptions,
	verifyBundle,
} from "../account/evidence/index.ts";
import { messageOf, RasaiError } from "../base/index.ts";
import { REJUDGE_DOES_NOT_PROVE, rejudgeBundle } from "../pipeline/index.ts";
import type { Args, Context, ExitCode } from "./command.ts";
import { printJson, visible } from "./output.ts";
import { usageError } from "./parse.ts";
import { readText } from "./read-text.ts";

export const LEVELS = ["integrity", "recount", "rejudge"] as const;
export type Level = (typeof LEVELS)[number];

/** All three levels: the third one judges again, which the verifier alone cannot. */
export async function verifyAll(
	bytes: Uint8Array,
	level: Level,
	options: Omit<VerifyBundleOptions, "level">,
): Promise<BundleReport> {
	const report = await verifyBundle(bytes, {
		...options,
		level: level === "integrity" ? "integrity" : "recount",
	});
	if (level !== "rejudge") return report;
	const steps =
		report.ok && report.statement
			? rejudgeBundle(openBundle(bytes), report.statement)
			: [];
	return {
		...report,
		level,
		ok: report.ok && steps.every(({ ok }) => ok),
		steps: [...report.steps, ...steps],
		doesNotProve: [...report.doesNotProve, REJUDGE_DOES_NOT_PROVE],
	};
}

/** The steps that failed, and why. */
export function failures({ steps }: BundleReport): string {
	return steps
		.filter(({ ok }) => !ok)
		.map(({ step, found }) => visible(`${step}: ${found}`))
		.join("; ");
}

export async function checkBundle(
	context: Context,
	args: Args,
): Promise<ExitCode> {
	const root = args.text("key");
	if (root !== undefined && !/^[0-9a-f]{64}$/i.test(root))
		throw usageError(
			"evidence verify: --key is a fingerprint of 64 hexadecimal digits",
		);
	const bytes = await readBundle(context, args.operands[0] ?? "");
	const certificates = args.text("tsa-certificates");
	const trustedPem = certificates && (await readText(certificates, context));
	const report = await verifyAll(
		bytes,
		(args.text("level") as Level | undefined) ?? "rejudge",
		{
			root,
			heads: await readHeads(context, args.text("heads")),
			checkStamp: trustedPem
				? (token, stamped) => checkStamp(token, stamped, { trustedPem })
				: undefined,
		},
	);
	if (context.json) printJson(context, report);
	else printReport(context, report);
	if (!report.ok) context.say(`This file does not verify: ${failures(report)}`);
	else if (report.anchors.length === 0) context.say("self-attested only");
	return report.ok ? 0 : 3;
}

async function readHeads(
	context: Context,
	name: string | undefined,
): Promise<KnownHeads | undefined> {
	if (name === undefined) return undefined;
	const heads = readKnownHeads(await readText(name, context));
	if (!heads)
		throw usageError(`evidence verify: ${name} holds no heads of a ledger`);
	return heads;
}

async function readBundle(
	{ cwd, signal }: Context,
	name: string,
): Promise<Uint8Array> {
	const path = resolve(cwd, name);
	try {
		const { size } = await stat(path);
		if (size <= MOST_BUNDLE_BYTES) return await readFile(path, { signal });
	} catch (cause) {
		throw new RasaiError("source_unreadable", `${name}: ${messageOf(cause)}`, {
			cause,
		});
	}
	throw new RasaiError("source_too_large", "no bundle is that large");
}

function printReport(
	context: Context,
	{ steps, anchors, doesNotProve }: BundleReport,
): void {
	for (const { step, ok, found } of steps)
		context.print(
			context.plain
				? `${[ok ? "ok" : "failed", step, visible(found)].join("\t")}\n`
				: `${ok ? "ok    " : "FAILED"}  ${step.padEnd(12)}  ${visible(found)}\n`,
		);
	if (context.plain) return;
	for (const anchor of anchors)
		context.print(`anchored by ${visible(anchor)}\n`);
	context.print("\nWhat this does not prove\n");
	for (const limit of doesNotProve) context.print(`  ${limit}\n`);
}
