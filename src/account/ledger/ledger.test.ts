import assert from "node:assert/strict";
import { test } from "node:test";
import { sha256Hex } from "../../base/index.ts";
import { commitTo, createSalt, isCommittedTo } from "./commitments.ts";
import { erasureDraft } from "./erasure.ts";
import { createPrivateKeyPem, createSigner, type Signer } from "./heads.ts";
import { readLine, writeLine } from "./lines.ts";
import { EMPTY_TIP, sealBatch } from "./seal.ts";
import type { KeptText, LedgerDraft, LedgerEntry, LedgerTip } from "./types.ts";
import {
	createLedgerVerifier,
	type LedgerReport,
	type VerifyOptions,
	type VerifyStep,
} from "./verify.ts";

const NOW = new Date("2024-02-17T17:00:00Z");
const signer = createSigner(createPrivateKeyPem());

function draft(subject: string, more: Partial<LedgerDraft> = {}): LedgerDraft {
	return {
		kind: "record_entry",
		subject,
		author: "night-heron",
		body: { type: "statement", country: "QZ" },
		texts: { people: "A. Minister", words: "Said that it works." },
		...more,
	};
}

interface Chain {
	readonly lines: readonly string[];
	readonly texts: readonly KeptText[];
	readonly tip: LedgerTip;
}

/** A chain of several batches, as a writer makes it. */
function chainOf(
	batches: readonly (readonly LedgerDraft[])[],
	key = signer,
): Chain {
	const begin = draft(key.keyId, {
		kind: "key",
		body: { publicKey: key.publicKey },
		texts: {},
	});
	return [[begin], ...batches].reduce<Chain>(
		(chain, drafts) => {
			const batch = sealBatch(chain.tip, drafts, NOW, key);
			return {
				lines: [...chain.lines, ...batch.lines],
				texts: [...chain.texts, ...batch.texts],
				tip: batch.tip,
			};
		},
		{ lines: [], texts: [], tip: EMPTY_TIP },
	);
}

function verifyChain(
	lines: readonly (string | Buffer)[],
	texts: readonly KeptText[],
	options: Partial<VerifyOptions> = {},
): LedgerReport {
	const verifier = createLedgerVerifier({
		publicKey: signer.publicKey,
		...options,
	});
	let offset = 0;
	for (const line of lines) {
		const bytes = Buffer.from(line);
		verifier.line(bytes, offset, (seq) =>
			texts.filter((text) => text.seq === seq),
		);
		offset += bytes.length + 1;
	}
	return verifier.report();
}

const failedSteps = (report: LedgerReport): readonly VerifyStep[] =>
	report.steps.flatMap(({ step, ok }) => (ok ? [] : [step]));

const BATCHES = [
	[draft("x-1"), draft("x-2")],
	[draft("x-3")],
	[draft("x-1", { supersedes: 1, body: { type: "correction" } })],
];
const chain = chainOf(BATCHES);

test("an untouched chain verifies, step by step", () => {
	const report = verifyChain(chain.lines, chain.texts);
	assert.deepEqual(failedSteps(report), []);
	assert.equal(report.ok, true);
	assert.equal(report.entryCount, 5);
	assert.equal(report.headCount, 4);
	assert.equal(report.textCount, 8);
	assert.deepEqual(report.head, { seq: 4, hash: chain.tip.hash });
	assert.equal(report.steps.length, 9);
});

test("a changed bit anywhere in the chain is found, and located at its line", () => {
	chain.lines.forEach((line, index) => {
		const bytes = Buffer.from(line);
		for (let at = 0; at < bytes.length; at += 1) {
			const changed = Buffer.from(bytes);
			changed[at] = (changed[at] ?? 0) ^ 1;
			const report = verifyChain(
				chain.lines.map((one, n) => (n === index ? changed : one)),
				chain.texts,
			);
			const step = report.steps.find(({ step }) => step === "hashes");
			assert.equal(step?.ok, false, `line ${index + 1}, byte ${at}`);
			assert.equal(step?.place?.line, index + 1);
			assert.equal(
				step?.place?.offset,
				chain.lines
					.slice(0, index)
					.reduce((sum, { length }) => sum + length + 1, 0),
			);
		}
	});
});

test("P11: a changed text is found, and so is one that is missing, doubled or added", () => {
	const [first, ...rest] = chain.texts;
	assert.ok(first);
	const changes: readonly (readonly KeptText[])[] = [
		[{ ...first, text: "B. Minister" }, ...rest],
		[{ ...first, salt: createSalt() }, ...rest],
		rest,
		[first, ...chain.texts],
		[{ ...first, name: "more" }, ...chain.texts],
	];
	for (const texts of changes) {
		const report = verifyChain(chain.lines, texts);
		assert.deepEqual(failedSteps(report), ["texts"]);
		assert.equal(
			report.steps.find(({ ok }) => !ok)?.place?.seq,
			1,
			"the entry whose text it is",
		);
	}
});

test("an entry left out, doubled, moved or cut off with its head is found", () => {
	const { lines, texts } = chain;
	const without = lines.filter((_, index) => index !== 2);
	assert.ok(failedSteps(verifyChain(without, texts)).includes("chain"));
	const doubled = [...lines.slice(0, 3), ...lines.slice(2)];
	assert.ok(failedSteps(verifyChain(doubled, texts)).includes("chain"));
	const moved = [lines[2], lines[0], ...lines.slice(3)].map(String);
	assert.ok(failedSteps(verifyChain(moved, texts)).includes("chain"));
	const known = { seq: 4, hash: chain.tip.hash };
	const cut = verifyChain(
		lines.slice(0, -2),
		texts.filter(({ seq }) => seq < 4),
		{ knownHeads: [known] },
	);
	assert.deepEqual(failedSteps(cut), ["known"]);
	assert.equal(verifyChain(lines, texts, { knownHeads: [known] }).ok, true);
});

test("a chain rewritten with true hashes is found by its signature", () => {
	let prev = "0".repeat(64);
	const forged = chain.lines.map((line, index) => {
		const { value } = readLine(Buffer.from(line));
		assert.ok(value);
		const changed =
			index === 2 ? { ...value, at: "2024-01-01T00:00:00Z" } : value;
		const written = writeLine({ ...changed, prev } as LedgerEntry);
		prev = written.hash;
		return written.line;
	});
	const report = verifyChain(forged, chain.texts);
	assert.deepEqual(failedSteps(report), ["times", "signature"]);
});

test("a chain made anew with another key fails at the key, and without a key to compare with too", () => {
	const forged = chainOf(BATCHES, createSigner(createPrivateKeyPem()));
	assert.deepEqual(failedSteps(verifyChain(forged.lines, forged.texts)), [
		"key",
	]);
	const unasked = verifyChain(forged.lines, forged.texts, {
		publicKey: undefined,
	});
	assert.deepEqual(failedSteps(unasked), ["key"]);
});

test("entries behind the last head were never acknowledged and fail", () => {
	const { lines, texts } = chain;
	const report = verifyChain(lines.slice(0, -1), texts);
	assert.deepEqual(failedSteps(report), ["signature"]);
});

test("P11: erased texts leave the chain verified, and the report counts them by reason", () => {
	const erasing = chainOf([
		...BATCHES,
		[
			erasureDraft({ seq: 1, name: "people", reason: "safety" }, "night-heron"),
			erasureDraft(
				{ seq: 2, name: "people", reason: "request" },
				"night-heron",
			),
		],
	]);
	const left = erasing.texts.filter(
		({ seq, name }) => !(name === "people" && (seq === 1 || seq === 2)),
	);
	const report = verifyChain(erasing.lines, left);
	assert.deepEqual(failedSteps(report), []);
	assert.deepEqual(report.erased, { safety: 1, request: 1 });
	assert.match(
		report.steps.find(({ step }) => step === "texts")?.found ?? "",
		/erased: 2 \(safety 1, request 1\)/,
	);
	assert.ok(!erasing.lines.some((line) => line.includes("Minister")));
	const notErased = verifyChain(erasing.lines, erasing.texts);
	assert.deepEqual(failedSteps(notErased), ["texts"]);
});

test("only the latest entry of a kind and subject can be superseded", () => {
	for (const supersedes of [1, 3, 0]) {
		const forked = chainOf([...BATCHES, [draft("x-1", { supersedes })]]);
		assert.deepEqual(failedSteps(verifyChain(forked.lines, forked.texts)), [
			"supersedes",
		]);
	}
	const straight = chainOf([...BATCHES, [draft("x-1", { supersedes: 4 })]]);
	assert.equal(verifyChain(straight.lines, straight.texts).ok, true);
});

test("the ledger's time never goes back, though the machine's clock does", () => {
	const first = sealBatch(EMPTY_TIP, [draft("x-1")], NOW, signer);
	const second = sealBatch(
		first.tip,
		[draft("x-2")],
		new Date("2020-01-01T00:00:00Z"),
		signer,
	);
	assert.equal(second.entries[0]?.at, first.entries[0]?.at);
});

test("P11: the same text gives another commitment each time, and only its own salt opens it", () => {
	const [a, b] = [createSalt(), createSalt()];
	assert.notEqual(commitTo(a, "A. Minister"), commitTo(b, "A. Minister"));
	const commitment = commitTo(a, "A. Minister");
	assert.ok(isCommittedTo(commitment, { salt: a, text: "A. Minister" }));
	assert.ok(!isCommittedTo(commitment, { salt: b, text: "A. Minister" }));
	assert.ok(!isCommittedTo(commitment, { salt: "", text: `${a}A. Minister` }));
});

test("a draft that the ledger cannot take says everything that is wrong with it", () => {
	const refused = (more: Partial<LedgerDraft>, pattern: RegExp) =>
		assert.throws(
			() => sealBatch(EMPTY_TIP, [draft("x-1", more)], NOW, signer),
			{ code: "invalid_record", message: pattern },
		);
	refused({ author: "Jane Doe" }, /author: not a pseudonym/);
	refused({ subject: "two words" }, /subject/);
	refused({ body: "x".repeat(300_000) }, /body: over/);
	refused({ texts: { "A Name": "" } }, /text name/);
	refused({ author: "", subject: "" }, /subject.*author/);
});

test("a line's hash is the SHA-256 of the bytes that follow it", () => {
	for (const line of chain.lines) {
		const [hash = "", json = ""] = [line.slice(0, 64), line.slice(65)];
		assert.equal(sha256Hex(json), hash);
	}
});

test("the key before signs the change of the key, and either key verifies the whole", () => {
	const [first, second] = [signer, createSigner(createPrivateKeyPem())];
	const lines = changedKey(first, second, second);
	for (const { publicKey } of [first, second])
		assert.deepEqual(failedSteps(verifyChain(lines, [], { publicKey })), []);
	const report = verifyChain(lines, [], { publicKey: second.publicKey });
	assert.equal(report.keyId, second.keyId);
});

test("a key that is named and never signed proves nothing, and nobody but the key before can change it", () => {
	const [own, thief] = [signer, createSigner(createPrivateKeyPem())];
	const expected = { publicKey: own.publicKey };
	const named = changedKey(thief, own, thief);
	assert.ok(failedSteps(verifyChain(named, [], expected)).length > 0);
	assert.deepEqual(failedSteps(verifyChain(named.slice(0, -2), [], expected)), [
		"key",
	]);
	const stolen = changedKey(own, thief, thief, thief);
	assert.deepEqual(failedSteps(verifyChain(stolen, [], expected)), [
		"signature",
	]);
});

/** A chain that begins with one key, changes to another, and goes on with a third. `changing` signs the change. */
function changedKey(
	first: Signer,
	second: Signer,
	last: Signer,
	changing = first,
): readonly string[] {
	const keyOf = ({ keyId, publicKey }: Signer): LedgerDraft => ({
		kind: "key",
		subject: keyId,
		author: "rasai",
		body: { publicKey },
		texts: {},
	});
	const label: LedgerDraft = {
		kind: "label",
		subject: "x",
		author: "rasai",
		body: {},
		texts: {},
	};
	const lines: string[] = [];
	let tip = EMPTY_TIP;
	for (const [draft, by] of [
		[keyOf(first), first],
		[keyOf(second), changing],
		[label, last],
	] as const) {
		const sealed = sealBatch(tip, [draft], NOW, by);
		lines.push(...sealed.lines);
		tip = sealed.tip;
	}
	return lines;
}
