/** `rasai mirror`: the site as files, for where the site itself cannot be reached. */
import { createPrivateKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createHttpClient } from "../../base/index.ts";
import {
	buildMirror,
	fetchMirror,
	fingerprintOf,
	type MirrorResult,
	verifyMirror,
} from "../../publish/index.ts";
import { secretKey } from "../../store/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { count, printJson, visible } from "../output.ts";
import { openSite } from "../site.ts";

/** Most pages and files unless told otherwise: what a stick of a few gigabytes holds. */
const MOST_FILES = 50_000;
/** Ed25519 in PKCS #8 (RFC 8410): what stands before the 32 bytes of the key. */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");
/** Faults that are said; more are counted. */
const MOST_SAID = 20;

async function build(context: Context, args: Args): Promise<ExitCode> {
	const folder = resolve(context.cwd, args.text("out") ?? "rasai-mirror");
	const workspace = await context.openForReading();
	const progress = context.progress("Writing pages");
	try {
		const site = await openSite(context, workspace);
		try {
			const withEmulated = args.flag("emulated");
			const result = await buildMirror(site.app, {
				folder,
				siteName: workspace.config.site.name,
				expected: await site.pages(
					withEmulated ? ["real", "emulated"] : ["real"],
				),
				origin:
					args.text("origin") ?? (workspace.config.site.address || undefined),
				withDetails: args.flag("details"),
				withEmulated,
				limit: args.integer("limit") ?? MOST_FILES,
				keyPem: createPrivateKey({
					key: Buffer.concat([
						PKCS8_HEAD,
						await secretKey(workspace.paths, "mirror"),
					]),
					format: "der",
					type: "pkcs8",
				})
					.export({ format: "pem", type: "pkcs8" })
					.toString(),
				now: context.clock(),
				signal: context.signal,
				onProgress: (done, total) =>
					progress.update({ done, total, unit: "pages" }),
			});
			progress.finish();
			report(context, folder, result);
			return result.faults.length === 0 ? 0 : 1;
		} finally {
			await site.close();
		}
	} finally {
		await workspace.close();
	}
}

function report(context: Context, folder: string, result: MirrorResult): void {
	const fingerprint = fingerprintOf(result.publicKey);
	if (context.json) printJson(context, { ...result, fingerprint, folder });
	for (const { address, why } of result.faults.slice(0, MOST_SAID))
		context.say(visible(`${address}: ${why}`));
	if (result.faults.length > MOST_SAID)
		context.say(`and ${result.faults.length - MOST_SAID} more`);
	if (result.leftOut > 0)
		context.say(
			`${count(result.leftOut, "address", "addresses")} beyond --limit are not in it`,
		);
	context.say(
		result.faults.length > 0
			? `${count(result.faults.length, "page")} could not be written: do not hand this copy on before you know why.`
			: `${count(result.files, "file")}, ${Math.ceil(result.bytes / 1e6)} MB in ${folder} (${result.written} new or changed, ${result.removed} removed)\nSigned by key ${fingerprint}. Give this fingerprint to readers by another way, so that they can check a copy:\n  rasai mirror verify FOLDER --key ${fingerprint}`,
	);
}

async function verify(context: Context, args: Args): Promise<ExitCode> {
	const folder = resolve(context.cwd, args.operands[0] ?? "");
	const result = await verifyMirror(folder, {
		key: await keyOf(context, args),
		signal: context.signal,
	});
	if (context.json) printJson(context, result);
	else
		for (const { step, ok, found } of result.steps)
			context.print(
				visible(
					`${ok ? "ok    " : "FAILED"}  ${step.padEnd(9)}  ${found}`,
				).concat("\n"),
			);
	return result.ok ? 0 : 3;
}

async function fetch(context: Context, args: Args): Promise<ExitCode> {
	const progress = context.progress("Fetching");
	const result = await fetchMirror({
		client: createHttpClient({ allowedOrigins: args.list("allow-origin") }),
		url: args.operands[0] ?? "",
		folder: resolve(context.cwd, args.text("out") ?? "rasai-mirror"),
		key: await keyOf(context, args),
		signal: context.signal,
		onProgress: (done, total) =>
			progress.update({ done, total, unit: "files" }),
	});
	progress.finish();
	if (context.json) printJson(context, result);
	else
		context.say(
			`As of ${result.madeAt}: ${count(result.fetched, "file")} of ${result.files} fetched, ${result.removed} removed. Signed by key ${result.fingerprint}.`,
		);
	return 0;
}

/** A fingerprint as it is, a public key from its file. */
async function keyOf(
	context: Context,
	args: Args,
): Promise<string | undefined> {
	const given = args.text("key");
	if (given === undefined || /^[0-9a-f]{16}$/.test(given)) return given;
	const text = await readFile(resolve(context.cwd, given), "utf8");
	return text.replace(/-----[A-Z ]+-----|\s/g, "");
}

const OUT = {
	name: "out",
	kind: "text",
	value: "DIR",
	summary:
		"folder of the copy (default rasai-mirror); an older copy in it is brought up to date",
} as const;
const KEY = {
	name: "key",
	kind: "text",
	value: "FINGERPRINT|FILE",
	summary: "the site's key, as you know it from elsewhere",
} as const;

export const mirrorCommands: readonly Command[] = [
	{
		noun: "mirror",
		verb: "build",
		summary: "Write the whole site as files that need no server",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai mirror build --out /media/stick/rasai",
				does: "write every page to a USB stick",
			},
			{
				line: "rasai mirror build --origin https://observatory.example",
				does: "let links to what is not in the copy lead to the site",
			},
		],
		options: [
			OUT,
			{
				name: "origin",
				kind: "text",
				value: "URL",
				summary:
					"where the site itself is (default: site.address of the settings)",
			},
			{
				name: "details",
				kind: "flag",
				summary: "with a page for each day of each strip and each measurement",
			},
			{
				name: "emulated",
				kind: "flag",
				summary: "with emulated data: to try, never to publish",
			},
			{
				name: "limit",
				kind: "integer",
				value: "N",
				summary: `most pages and files (default ${MOST_FILES})`,
			},
		],
		notes: [
			"Links are relative: the copy works from a disk, a USB stick, an onion service or IPFS. Forms and searches are replaced by a note. The copy is signed and can be checked with `rasai mirror verify`. A page that should be there and is not makes the command fail.",
		],
		run: build,
	},
	{
		noun: "mirror",
		verb: "verify",
		summary: "Check that a copy is what the site signed",
		operands: "DIR",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai mirror verify rasai-mirror --key 0123456789abcdef",
				does: "check every file, and that this key signed them",
			},
		],
		options: [KEY],
		notes: [
			"Needs no workspace. Exits with 3 where anything is not as signed.",
		],
		run: verify,
	},
	{
		noun: "mirror",
		verb: "fetch",
		summary: "Fetch a copy from another one, or bring one up to date",
		operands: "URL",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai mirror fetch https://copy.example/rasai --key 0123456789abcdef",
				does: "fetch what has changed since the copy in rasai-mirror",
			},
		],
		options: [
			OUT,
			KEY,
			{
				name: "allow-origin",
				kind: "list",
				value: "ORIGIN",
				summary:
					"a private address that may be asked, like http://127.0.0.1:8080",
			},
		],
		notes: [
			"A copy signed by another key than the one that is there, or older than it, is refused.",
		],
		run: fetch,
	},
];
