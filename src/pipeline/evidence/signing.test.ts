import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import test from "node:test";
import { keyFingerprint } from "../../account/evidence/index.ts";
import {
	EVIDENCE_KEY_DAYS,
	evidenceRootPath,
	Ledger,
} from "../../store/index.ts";
import { openTestWorkspace, TEST_CLOCK } from "../test-workspace.ts";
import { knownHeads } from "./heads.ts";
import { renewSigner, revokeSigner, takeSigner } from "./signing.ts";

const later = (days: number): Date =>
	new Date(TEST_CLOCK().getTime() + days * 86_400_000);

test("a signing key is made on first need, kept while it is good, and replaced by the same root", async () => {
	const { workspace, paths, close } = await openTestWorkspace();
	const ledger = await Ledger.open(workspace);
	try {
		const first = await takeSigner(ledger, paths, later(0));
		const same = await takeSigner(ledger, paths, later(EVIDENCE_KEY_DAYS - 1));
		assert.deepEqual(same.certificate, first.certificate);
		const next = await takeSigner(ledger, paths, later(EVIDENCE_KEY_DAYS + 1));
		assert.notEqual(next.certificate.publicKey, first.certificate.publicKey);
		assert.equal(next.certificate.root, first.certificate.root);
	} finally {
		await ledger.close();
		await close();
	}
});

test("with the root offline, the key signs on; a new one needs the root, and no other", async () => {
	const { workspace, paths, close } = await openTestWorkspace();
	const ledger = await Ledger.open(workspace);
	try {
		const first = await takeSigner(ledger, paths, later(0));
		const root = await readFile(evidenceRootPath(paths), "utf8");
		await rm(evidenceRootPath(paths));
		await takeSigner(ledger, paths, later(1));
		await assert.rejects(
			takeSigner(ledger, paths, later(EVIDENCE_KEY_DAYS + 1)),
			/needs the root/,
		);
		const other = await openTestWorkspace();
		const otherLedger = await Ledger.open(other.workspace);
		await takeSigner(otherLedger, other.paths, later(0));
		const foreign = await readFile(evidenceRootPath(other.paths), "utf8");
		await otherLedger.close();
		await other.close();
		await assert.rejects(
			renewSigner(ledger, paths, later(2), foreign),
			/this is not the root/,
		);
		const next = await renewSigner(ledger, paths, later(2), root);
		assert.equal(next.certificate.root, first.certificate.root);
	} finally {
		await ledger.close();
		await close();
	}
});

test("a revoked key signs no more, and whoever keeps the heads learns of it", async () => {
	const { workspace, paths, close } = await openTestWorkspace();
	const ledger = await Ledger.open(workspace);
	try {
		const first = await takeSigner(ledger, paths, later(0));
		const key = keyFingerprint(first.certificate.publicKey);
		await revokeSigner(ledger, paths, key, later(1), "leaked");
		const next = await takeSigner(ledger, paths, later(1));
		assert.notEqual(next.certificate.publicKey, first.certificate.publicKey);
		const { revoked, heads } = await knownHeads(paths);
		assert.deepEqual(
			revoked.map(({ key: one, reason }) => [one, reason]),
			[[key, "leaked"]],
		);
		assert.equal(heads.length, 1);
		await assert.rejects(
			revokeSigner(ledger, paths, "0".repeat(64), later(1), "leaked"),
			/tells of no evidence key/,
		);
	} finally {
		await ledger.close();
		await close();
	}
});
