/** Keys of evidence for the command line: shown, renewed, revoked. */
import { keyFingerprint } from "../account/evidence/index.ts";
import { renewSigner, revokeSigner } from "../pipeline/index.ts";
import {
	evidenceRootPath,
	Ledger,
	readEvidenceSigner,
	type WorkspacePaths,
} from "../store/index.ts";
import type { Args, Context, ExitCode } from "./command.ts";
import { printJson } from "./output.ts";
import { readText } from "./read-text.ts";
import { withWriting } from "./workspace.ts";

export async function showKeys(context: Context): Promise<ExitCode> {
	const workspace = await context.openForReading();
	try {
		const signer = await readEvidenceSigner(workspace.paths);
		if (!signer) {
			context.say(
				"There is no evidence key yet. The first `rasai evidence make` makes one.",
			);
			return 0;
		}
		const { certificate } = signer;
		const shown = {
			root: keyFingerprint(certificate.root),
			key: keyFingerprint(certificate.publicKey),
			from: certificate.from,
			until: certificate.until,
		};
		if (context.json) printJson(context, shown);
		else
			context.print(
				Object.entries(shown)
					.map(([name, value]) => `${name.padEnd(6)}  ${value}\n`)
					.join(""),
			);
		context.say(
			`The root lies in ${evidenceRootPath(workspace.paths)} unless you took it offline: docs/guides/verify.md, Keys.`,
		);
		return 0;
	} finally {
		await workspace.close();
	}
}

export async function renewKey(
	context: Context,
	args: Args,
): Promise<ExitCode> {
	const root = args.text("root");
	const pem = root === undefined ? undefined : await readText(root, context);
	return withLedger(context, async (ledger, paths) => {
		const { certificate } = await renewSigner(
			ledger,
			paths,
			context.clock(),
			pem,
		);
		const key = keyFingerprint(certificate.publicKey);
		if (context.json) printJson(context, { key, until: certificate.until });
		context.say(
			`Key ${key} signs evidence from here on, until ${certificate.until}.`,
		);
	});
}

export async function revokeKey(
	context: Context,
	args: Args,
): Promise<ExitCode> {
	const key = args.operands[0] ?? "";
	const reason =
		(args.text("reason") as (typeof REVOCATIONS)[number] | undefined) ??
		"leaked";
	return withLedger(context, async (ledger, paths) => {
		await revokeSigner(ledger, paths, key, context.clock(), reason);
		if (context.json) printJson(context, { key, reason });
		context.say(
			`Key ${key} is revoked. Bundles that a time-stamp shows to be older stay good. Tell those who hold others; next: rasai evidence renew`,
		);
	});
}

export const REVOCATIONS = ["leaked", "lost", "replaced"] as const;

async function withLedger(
	context: Context,
	work: (ledger: Ledger, paths: WorkspacePaths) => Promise<void>,
): Promise<ExitCode> {
	await withWriting(context, async (workspace) => {
		const ledger = await Ledger.open(workspace);
		try {
			await work(ledger, workspace.paths);
		} finally {
			await ledger.close();
		}
	});
	return 0;
}
