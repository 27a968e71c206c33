/** The evidence key as the ledger tells of it: made, renewed and revoked. */
import {
	type EvidenceSigner,
	keyFingerprint,
	type SealedBundle,
} from "../../account/evidence/index.ts";
import type { LedgerDraft } from "../../account/ledger/index.ts";
import { formatInstant, RasaiError } from "../../base/index.ts";
import {
	type Ledger,
	makeEvidenceSigner,
	readEvidenceSigner,
	readLedger,
	type WorkspacePaths,
} from "../../store/index.ts";

/** The signer, good now and told of in the ledger; made where there is none, or where it is past its time. */
export async function takeSigner(
	ledger: Ledger,
	paths: WorkspacePaths,
	now: Date,
): Promise<EvidenceSigner> {
	const kept = await readEvidenceSigner(paths);
	const revoked = kept && (await isRevoked(paths, kept));
	const isGood =
		kept && !revoked && kept.certificate.until > formatInstant(now);
	const signer = isGood ? kept : await makeEvidenceSigner(paths, now);
	await tellOfKey(ledger, paths, signer);
	return signer;
}

/** A new signing key, certified by a root that is kept elsewhere, or by the one here. */
export async function renewSigner(
	ledger: Ledger,
	paths: WorkspacePaths,
	now: Date,
	root: string | undefined,
): Promise<EvidenceSigner> {
	const signer = await makeEvidenceSigner(paths, now, root);
	await tellOfKey(ledger, paths, signer);
	return signer;
}

/** Says in the ledger that a signing key is not to be trusted from now on. Throws `not_found`. */
export async function revokeSigner(
	ledger: Ledger,
	paths: WorkspacePaths,
	key: string,
	now: Date,
	reason: "leaked" | "lost" | "replaced",
): Promise<void> {
	const seq = await keyEntry(paths, key);
	if (seq === undefined)
		throw new RasaiError(
			"not_found",
			`the ledger tells of no evidence key ${key}`,
		);
	await ledger.append([
		{
			kind: "evidence_key",
			subject: key,
			author: "rasai",
			supersedes: seq,
			body: { revokedAt: formatInstant(now), reason },
			texts: {},
		},
	]);
}

/** Writes down that a bundle was issued; once, however often it is made. */
export async function noteBundle(
	ledger: Ledger,
	paths: WorkspacePaths,
	{
		statementHash,
		statement,
	}: SealedBundle & {
		readonly statement: {
			readonly incident: string;
			readonly ledger: { readonly entry: number; readonly hash: string };
		};
	},
): Promise<void> {
	for await (const { entry } of readLedger(paths))
		if (
			entry.kind === "bundle" &&
			(entry.body as { readonly statement?: string }).statement ===
				statementHash
		)
			return;
	const draft: LedgerDraft = {
		kind: "bundle",
		subject: statement.incident,
		author: "rasai",
		body: { statement: statementHash, head: statement.ledger },
		texts: {},
	};
	await ledger.append([draft]);
}

async function tellOfKey(
	ledger: Ledger,
	paths: WorkspacePaths,
	{ certificate }: EvidenceSigner,
): Promise<void> {
	const key = keyFingerprint(certificate.publicKey);
	if ((await keyEntry(paths, key)) !== undefined) return;
	await ledger.append([
		{
			kind: "evidence_key",
			subject: key,
			author: "rasai",
			body: { certificate },
			texts: {},
		},
	]);
}

async function keyEntry(
	paths: WorkspacePaths,
	key: string,
): Promise<number | undefined> {
	let found: number | undefined;
	for await (const { entry } of readLedger(paths))
		if (entry.kind === "evidence_key" && entry.subject === key)
			found = entry.seq;
	return found;
}

async function isRevoked(
	paths: WorkspacePaths,
	{ certificate }: EvidenceSigner,
): Promise<boolean> {
	const key = keyFingerprint(certificate.publicKey);
	let revoked = false;
	for await (const { entry } of readLedger(paths))
		if (entry.kind === "evidence_key" && entry.subject === key)
			revoked = "revokedAt" in (entry.body as object);
	return revoked;
}
