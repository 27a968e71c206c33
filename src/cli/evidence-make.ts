/** Making evidence for the command line: a dossier, its forms, and a check of what was made. */
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
	checkStamp,
	keyFingerprint,
	WITHHOLDABLE,
	type WithheldField,
	type Withholding,
} from "../account/evidence/index.ts";
import {
	ERASURE_REASONS,
	type ErasureReason,
} from "../account/ledger/index.ts";
import {
	createHttpClient,
	dayOf,
	formatInstant,
	RasaiError,
} from "../base/index.ts";
import {
	type MadeEvidence,
	makeEvidence,
	noteBundle,
	openReference,
	requestStamp,
	takeSigner,
} from "../pipeline/index.ts";
import { Ledger, type Workspace } from "../store/index.ts";
import { openArchiveOf } from "./bucket.ts";
import type { Args, Context, ExitCode } from "./command.ts";
import { composeDossierOf, renderDossier } from "./dossiers.ts";
import { failures, verifyAll } from "./evidence-verify.ts";
import { printJson } from "./output.ts";
import { usageError } from "./parse.ts";
import { readText } from "./read-text.ts";
import { readServices } from "./shipped.ts";
import { openReaderOf, withWriting } from "./workspace.ts";

/** Raw records of each kind that ship where nothing is said. */
export const PER_KIND = 100;

export async function makeBundle(
	context: Context,
	args: Args,
): Promise<ExitCode> {
	const out = args.text("out");
	if (out === undefined)
		throw usageError("evidence make: --out FILE is needed");
	const withholdings = args.list("withhold").map(readWithholding);
	const { made, root } = await withWriting(context, async (workspace) => {
		const ledger = await Ledger.open(workspace);
		try {
			const { made, root } = await compose(
				context,
				args,
				workspace,
				ledger,
				withholdings,
			);
			await writeFile(resolve(context.cwd, out), made.bytes, {
				signal: context.signal,
			});
			await noteBundle(ledger, workspace.paths, made);
			return { made, root };
		} finally {
			await ledger.close();
		}
	});
	const { statement, statementHash, recordCount, bytes } = made;
	if (context.json)
		printJson(context, {
			out,
			bytes: bytes.length,
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

/** The bundle, checked as its readers will check it. */
async function compose(
	context: Context,
	args: Args,
	workspace: Workspace,
	ledger: Ledger,
	withholdings: readonly Withholding[],
): Promise<{ readonly made: MadeEvidence; readonly root: string }> {
	const { paths, config } = workspace;
	const services = await readServices(context);
	const reader = await openReaderOf(workspace);
	try {
		const signer = await takeSigner(ledger, paths, context.clock());
		const dossier = await composeDossierOf(
			context,
			reader,
			workspace,
			args.operands[0] ?? "",
		);
		const trustedPem = await stampTrust(context, args, workspace);
		const made = await makeEvidence(
			{
				paths,
				reader,
				archive: await openArchiveOf(workspace),
				reference: await openReference(paths, services),
				services,
				keeper: config.evidence.keeper || config.site.name,
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
				stamp:
					trustedPem === undefined
						? undefined
						: (text) => stamp(context, config.evidence.tsa, trustedPem, text),
				signal: context.signal,
			},
		);
		const root = keyFingerprint(signer.certificate.root);
		const report = await verifyAll(made.bytes, "rejudge", {
			root,
			checkStamp: (token, stamped) =>
				checkStamp(token, stamped, { trustedPem: trustedPem ?? "" }),
		});
		if (!report.ok)
			throw new RasaiError(
				"store_damaged",
				`what was made does not verify: ${failures(report)}`,
				{
					hint: "Where numbers differ, run `rasai rebuild` and `rasai incident detect`, and make it again.",
				},
			);
		return { made, root };
	} finally {
		reader.close();
	}
}

/** The certificates behind stamps; undefined where nobody is asked for one. */
async function stampTrust(
	context: Context,
	args: Args,
	{ config: { evidence } }: Workspace,
): Promise<string | undefined> {
	if (evidence.tsa === "" || args.flag("no-stamp")) return undefined;
	if (evidence.tsaCertificates === "")
		throw new RasaiError(
			"config_invalid",
			"evidence.tsa_certificates must name what is trusted behind the stamps of evidence.tsa",
		);
	return readText(evidence.tsaCertificates, context);
}

function stamp(
	context: Context,
	address: string,
	trustedPem: string,
	text: string,
): Promise<Uint8Array> {
	return requestStamp(text, {
		// Named by the operator: may lie in a private network.
		http: createHttpClient({ allowedOrigins: [new URL(address).origin] }),
		address,
		trustedPem,
		nonce: randomBytes(8),
		signal: context.signal,
	});
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
