/** Keys of evidence in a workspace: made on first need, 0600, never exported. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
	type Certificate,
	certify,
	createEvidenceSigner,
	type EvidenceSigner,
	keyFingerprint,
	publicKeyOf,
} from "../../../account/evidence/index.ts";
import { createPrivateKeyPem } from "../../../account/ledger/index.ts";
import { formatInstant, RasaiError } from "../../../base/index.ts";
import { writeFileAtomically } from "../atomic.ts";
import type { WorkspacePaths } from "../layout.ts";
import { secretKey } from "../secret-key.ts";

type Paths = Pick<WorkspacePaths, "keys">;

/** Days for which a root certifies a signing key. */
export const EVIDENCE_KEY_DAYS = 90;

const pathsOf = ({ keys }: Paths) => ({
	root: join(keys, "evidence-root-ed25519.pem"),
	key: join(keys, "evidence-ed25519.pem"),
	certificate: join(keys, "evidence-certificate.json"),
});

/** Where the root lies until it is taken offline. */
export const evidenceRootPath = (paths: Paths): string => pathsOf(paths).root;

/** The signer in use, good or not; undefined before the first. */
export async function readEvidenceSigner(
	paths: Paths,
): Promise<EvidenceSigner | undefined> {
	const { key, certificate } = pathsOf(paths);
	const [pem, text] = [await readText(key), await readText(certificate)];
	return pem === undefined || text === undefined
		? undefined
		: createEvidenceSigner(pem, JSON.parse(text) as Certificate);
}

/**
 * Makes a signing key and has the root certify it: the root given as PEM, else
 * the one that lies here, else, before the first key, a new one. Throws
 * `workspace_damaged` where the root is elsewhere, or is not the one before.
 */
export async function makeEvidenceSigner(
	paths: Paths,
	now: Date,
	givenRoot?: string,
): Promise<EvidenceSigner> {
	const files = pathsOf(paths);
	const before = await readEvidenceSigner(paths);
	const kept = givenRoot ?? (await readText(files.root));
	if (kept === undefined && before)
		throw new RasaiError(
			"workspace_damaged",
			"a new signing key needs the root, which is not here",
			{ hint: "rasai evidence renew --root FILE" },
		);
	const root = kept ?? createPrivateKeyPem();
	if (before && publicKeyOf(root) !== before.certificate.root)
		throw new RasaiError(
			"workspace_damaged",
			`this is not the root ${keyFingerprint(before.certificate.root)}`,
		);
	if (kept === undefined) await writeFileAtomically(files.root, root, 0o600);
	const pem = createPrivateKeyPem();
	const until = new Date(now.getTime() + EVIDENCE_KEY_DAYS * 86_400_000);
	const certificate = certify(root, {
		from: formatInstant(now),
		publicKey: publicKeyOf(pem),
		until: formatInstant(until),
	});
	await writeFileAtomically(files.key, pem, 0o600);
	await writeFileAtomically(
		files.certificate,
		`${JSON.stringify(certificate)}\n`,
		0o600,
	);
	return createEvidenceSigner(pem, certificate);
}

/** What salts are made from, so that one workspace makes the same bundle twice. */
export function evidenceSecret(paths: Paths): Promise<Buffer> {
	return secretKey(paths, "evidence-salt");
}

async function readText(path: string): Promise<string | undefined> {
	return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return undefined;
		throw error;
	});
}
