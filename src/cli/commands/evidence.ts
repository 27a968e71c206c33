/** `rasai evidence`: a dossier's grounds as one file, and the check of such a file. */
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
	type BundleReport,
	type KnownHeads,
	keyFingerprint,
	openBundle,
	verifyBundle,
	WITHHOLDABLE,
	type WithheldField,
	type Withholding,
} from "../../account/evidence/index.ts";
import {
	ERASURE_REASONS,
	type ErasureReason,
} from "../../account/ledger/index.ts";
import { dayOf, formatInstant, RasaiError } from "../../base/index.ts";
import {
	makeEvidence,
	noteBundle,
	openReference,
	REJUDGE_DOES_NOT_PROVE,
	rejudgeBundle,
	renewSigner,
	revokeSigner,
	takeSigner,
} from "../../pipeline/index.ts";
import {
	evidenceRootPath,
	Ledger,
	openArchive,
	readEvidenceSigner,
} from "../../store/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { composeDossierOf, renderDossier } from "../dossiers.ts";
import { printJson, visible } from "../output.ts";
import { usageError } from "../parse.ts";
import { readServices } from "../shipped.ts";
import { openReaderOf, withWriting } from "../workspace.ts";

/** Raw records of each kind that ship where nothing is said. */
const PER_KIND = 100;
/** Verifying holds a bundle in memory some times over. */
const MAX_BUNDLE_BYTES = 512 * 1024 * 1024;

async function make(context: Context, args: Args): Promise<ExitCode> {
	const out = args.text("out");
	if (out === undefined)
		throw usageError("evidence make: --out FILE is needed");
	const withholdings = args.list("withhold").map(readWithholding);
	const services = await readServices(context);
	const made = await withWriting(context, async (workspace) => {
		const { paths, config } = workspace;
		const reader = await openReaderOf(workspace);
		const ledger = await Ledger.open(workspace);
		try {
			const signer = await takeSigner(ledger, paths, context.clock());
			const dossier = await composeDossierOf(
				context,
				reader,
				workspace,
				args.operands[0] ?? "",
			);
			const bundle = await makeEvidence(
				{
					paths,
					reader,
					archive: await openArchive(workspace),
					reference: await openReference(paths, services),
					services,
					keeper: config.site.name,
					program: context.version,
				},
				dossier,
				signer,
				{
					documents: new Map([
						["html", await renderDossier(dossier, "html")],
						["pdf", await renderDossier(dossier, "pdf")],
					]),
					today: dayOf(formatInstant(context.clock())),
					perKind: args.flag("all")
						? undefined
						: (args.integer("sample") ?? PER_KIND),
					withholdings,
					signal: context.signal,
				},
			);
			const root = keyFingerprint(signer.certificate.root);
			const report = await verify(bundle.bytes, "rejudge", { root });
			if (!report.ok)
				throw new RasaiError(
					"store_damaged",
					`what was made does not verify: ${failures(report)}`,
					{
						hint: "Where numbers differ, run `rasai rebuild` and make it again.",
					},
				);
			await writeFile(resolve(context.cwd, out), bundle.bytes, {
				signal: context.signal,
			});
			await noteBundle(ledger, paths, bundle);
			return { ...bundle, root, report };
		} finally {
			await ledger.close();
			reader.close();
		}
	});
	const { statement, recordCount, root, statementHash } = made;
	if (context.json)
		printJson(context, {
			out,
			bytes: made.bytes.length,
			statement,
			statementHash,
			recordCount,
			root,
		});
	context.say(
		`Wrote ${out}: ${statement.measurements.count} measurements, raw records of ${recordCount}. Give the root's fingerprint to whom you give the file, by another way:\n  ${root}`,
	);
	if (statement.measurements.nothing !== null)
		context.say(
			`It rests on no measurement: ${statement.measurements.nothing}`,
		);
	return 0;
}

/** `UID:FIELD+FIELD:REASON`. */
function readWithholding(text: string): Withholding {
	const [, uid = "", names = "", reason = ""] =
		/^(.+):([a-z+]+):([a-z]+)$/.exec(text) ?? [];
	const fields = names.split("+");
	if (
		!fields.every((name) => WITHHOLDABLE.some((known) => known === name)) ||
		!ERASURE_REASONS.some((known) => known === reason)
	)
		throw usageError(
			`--withhold: ${text} is not UID:FIELDS:REASON, with fields of ${WITHHOLDABLE.join("+")} and a reason of ${ERASURE_REASONS.join(", ")}`,
		);
	return {
		uid,
		fields: fields as WithheldField[],
		reason: reason as ErasureReason,
	};
}

const LEVELS = ["integrity", "recount", "rejudge"] as const;
type Level = (typeof LEVELS)[number];

/** All three levels: the third one judges again, which the verifier alone cannot. */
async function verify(
	bytes: Uint8Array,
	level: Level,
	options: {
		readonly root?: string | undefined;
		readonly heads?: KnownHeads | undefined;
	},
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

async function check(context: Context, args: Args): Promise<ExitCode> {
	const root = args.text("key");
	if (root !== undefined && !/^[0-9a-f]{64}$/i.test(root))
		throw usageError(
			"evidence verify: --key is a fingerprint of 64 hexadecimal digits",
		);
	const heads = args.text("heads");
	const bytes = await readFile(resolve(context.cwd, args.operands[0] ?? ""), {
		signal: context.signal,
	});
	if (bytes.length > MAX_BUNDLE_BYTES)
		throw new RasaiError("source_too_large", "no bundle is that large");
	const report = await verify(
		bytes,
		(args.text("level") as Level | undefined) ?? "rejudge",
		{
			root,
			heads:
				heads === undefined
					? undefined
					: (JSON.parse(
							await readFile(resolve(context.cwd, heads), "utf8"),
						) as KnownHeads),
		},
	);
	if (context.json) printJson(context, report);
	else printReport(context, report);
	if (!report.ok) context.say(`This file does not verify: ${failures(report)}`);
	else if (report.anchors.length === 0) context.say("self-attested only");
	return report.ok ? 0 : 3;
}

function failures({ steps }: BundleReport): string {
	return steps
		.filter(({ ok }) => !ok)
		.map(({ step, found }) => visible(`${step}: ${found}`))
		.join("; ");
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

async function keys(context: Context): Promise<ExitCode> {
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

async function renew(context: Context, args: Args): Promise<ExitCode> {
	const root = args.text("root");
	const pem =
		root === undefined
			? undefined
			: await readFile(resolve(context.cwd, root), "utf8");
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

async function revoke(context: Context, args: Args): Promise<ExitCode> {
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

const REVOCATIONS = ["leaked", "lost", "replaced"] as const;

async function withLedger(
	context: Context,
	work: (
		ledger: Ledger,
		paths: Parameters<typeof takeSigner>[1],
	) => Promise<void>,
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

export const evidenceCommands: readonly Command[] = [
	{
		noun: "evidence",
		verb: "make",
		summary:
			"The grounds of a dossier as one signed file that others can check",
		operands: "ID",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai evidence make PK-2024-02-17-x --out x.zip",
				does: "the ban of X in Pakistan",
			},
			{
				line: "rasai evidence make ID --out x.zip --withhold UID:at+id:safety",
				does: "without the time and the name of one measurement",
			},
		],
		options: [
			{
				name: "out",
				kind: "text",
				value: "FILE",
				summary: "file to write it to",
			},
			{
				name: "sample",
				kind: "integer",
				value: "N",
				summary: `raw records of each kind that ship beside the witnesses (default ${PER_KIND})`,
			},
			{ name: "all", kind: "flag", summary: "all raw records" },
			{
				name: "withhold",
				kind: "list",
				value: "UID:FIELDS:REASON",
				summary: `hide ${WITHHOLDABLE.join(", ")} of a measurement behind salted commitments`,
			},
		],
		notes: [
			"What is found in every measurement of the time always ships, those that speak against included. The sample is drawn by a rule that verifying checks. The same workspace makes the same bytes again.",
		],
		writes: true,
		run: make,
	},
	{
		noun: "evidence",
		verb: "verify",
		summary:
			"Check such a file, step by step, without a workspace or a connection",
		operands: "FILE",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai evidence verify x.zip --key FINGERPRINT",
				does: "check it against a root key that you know from elsewhere",
			},
			{
				line: "rasai evidence verify x.zip --level integrity --heads heads.json",
				does: "check that it is whole, and that an outside witness knows its ledger",
			},
		],
		options: [
			{
				name: "level",
				kind: "text",
				value: "LEVEL",
				choices: LEVELS,
				summary:
					"integrity: it is whole and signed; recount: and its numbers follow; rejudge (default): and its rows follow from the measurements",
			},
			{
				name: "key",
				kind: "text",
				value: "FINGERPRINT",
				summary: "SHA-256 of the keeper's root key, had by another way",
			},
			{
				name: "heads",
				kind: "text",
				value: "FILE",
				summary: "heads.json of the ledger, as somebody else kept it",
			},
		],
		notes: [
			"Exit code 3 where a step fails. Without an outside witness it says: self-attested only.",
			"docs/evidence-format.md describes the file so that another verifier can be written from it.",
		],
		run: check,
	},
	{
		noun: "evidence",
		verb: "keys",
		summary: "The fingerprint of the root, and the key that signs now",
		operands: "",
		operandCount: [0, 0],
		examples: [{ line: "rasai evidence keys", does: "show them" }],
		options: [],
		run: keys,
	},
	{
		noun: "evidence",
		verb: "renew",
		summary: "Sign evidence with a new key from here on, certified by the root",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai evidence renew --root /media/stick/root.pem",
				does: "with the root that is kept offline",
			},
		],
		options: [
			{
				name: "root",
				kind: "text",
				value: "FILE",
				summary: "the root's private key (default: the one in the workspace)",
			},
		],
		writes: true,
		run: renew,
	},
	{
		noun: "evidence",
		verb: "revoke",
		summary: "Say in the ledger that a signing key is not to be trusted",
		operands: "KEY",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai evidence revoke KEY --reason leaked",
				does: "a key that somebody may have copied",
			},
		],
		options: [
			{
				name: "reason",
				kind: "text",
				value: "REASON",
				choices: REVOCATIONS,
				summary: `why: ${REVOCATIONS.join(", ")} (default leaked)`,
			},
		],
		writes: true,
		run: revoke,
	},
];
