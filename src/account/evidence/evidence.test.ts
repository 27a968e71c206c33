import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { sha256Hex } from "../../base/index.ts";
import type { State } from "../../model/index.ts";
import { type MeasuredSession, weighSessions } from "../record/index.ts";
import { sealBundle } from "./seal.ts";
import { testBundle } from "./test-bundle.ts";
import {
	type BundleReport,
	hex,
	leafHash,
	openBundle,
	readZip,
	rootOfPath,
	treeOf,
	verifyBundle,
	weigh,
	writeZip,
} from "./verifier/index.ts";

const bundle = await testBundle();

const failed = ({ steps }: BundleReport): readonly string[] =>
	steps.filter(({ ok }) => !ok).map(({ step }) => step);

test("P5: a bundle verifies, and every number in it is counted again", async () => {
	const report = await verifyBundle(bundle.bytes, { root: bundle.root });
	assert.deepEqual(failed(report), []);
	assert.match(
		report.steps.find(({ step }) => step === "numbers")?.found ?? "",
		/^94 numbers from 60 rows; /,
	);
});

test("P3: the same parts and key give the same bytes", () => {
	const { parts, signer, bytes } = bundle;
	assert.deepEqual(sealBundle(parts, signer).bytes, bytes);
});

test("a thousand single bytes changed: each is found, and a step is named", async () => {
	for (let n = 0; n < 1000; n++) {
		const bytes = bundle.bytes.slice();
		const at = Math.floor((n * bytes.length) / 1000) + (n % 3);
		bytes[at] = (bytes[at] ?? 0) ^ (1 << (n % 8));
		const report = await verifyBundle(bytes, { root: bundle.root });
		assert.equal(report.ok, false, `byte ${at}`);
		assert.ok(failed(report).length > 0, `byte ${at}`);
	}
});

test("P7: altered and packed anew, every file is missed by name", async () => {
	const files = readZip(bundle.bytes);
	for (const name of files.keys())
		for (const change of ["dropped", "cut", "added"] as const) {
			const altered = new Map(files);
			const content = files.get(name) ?? new Uint8Array();
			if (change === "dropped") altered.delete(name);
			else if (change === "cut") altered.set(name, content.subarray(1));
			else altered.set(`${name}.also`, content);
			const report = await verifyBundle(writeZip(altered), {
				root: bundle.root,
			});
			assert.equal(report.ok, false, `${name} ${change}`);
			assert.match(
				report.steps.find(({ ok }) => !ok)?.found ?? "",
				/is not what|is missing|lists more|does not belong|not in the one form/,
				`${name} ${change}`,
			);
		}
});

test("P7: altered and signed with another key, it fails against the root that is known", async () => {
	const forged = await testBundle({
		change: (payload) =>
			payload.set(
				"custody.json",
				String(payload.get("custody.json")).replace("keeper", "nobody"),
			),
	});
	assert.deepEqual(
		failed(await verifyBundle(forged.bytes, { root: bundle.root })),
		["key"],
	);
	const trusting = await verifyBundle(forged.bytes);
	assert.equal(trusting.ok, true);
	assert.ok(
		trusting.doesNotProve.some((one) => one.includes("self-attested only")),
	);
});

test("P7: signed by the right key with numbers that do not follow, the recount names the number", async () => {
	const { bytes } = await testBundle({
		change: (payload) =>
			payload.set(
				"dossier.json",
				String(payload.get("dossier.json")).replace(
					/"blockedSessionCount":(\d+)/,
					(_, count) => `"blockedSessionCount":${Number(count) + 1}`,
				),
			),
	});
	const report = await verifyBundle(bytes);
	assert.deepEqual(failed(report), ["numbers"]);
	assert.match(
		report.steps.find(({ ok }) => !ok)?.found ?? "",
		/blockedSessionCount is told as/,
	);
	assert.equal((await verifyBundle(bytes, { level: "integrity" })).ok, true);
});

test("P7: a keeper cannot leave out or swap lines, records or the ledger's entries under a signed root", async () => {
	const lineOf = (payload: Map<string, string | Uint8Array>): string[] =>
		String(payload.get("measurements.jsonl")).split(/(?<=\n)/);
	const cases: readonly (readonly [
		step: string,
		change: (payload: Map<string, string | Uint8Array>) => void,
	])[] = [
		[
			"measurements",
			(payload) =>
				payload.set("measurements.jsonl", lineOf(payload).slice(1).join("")),
		],
		[
			"measurements",
			(payload) =>
				payload.set("measurements.jsonl", lineOf(payload).reverse().join("")),
		],
		[
			"measurements",
			(payload) =>
				payload.set(
					"measurements.jsonl",
					String(payload.get("measurements.jsonl")).replace(
						'"blocked"',
						'"ok"',
					),
				),
		],
		["records", (payload) => payload.set("measurements/000000-1.json", "{}\n")],
		["records", (payload) => payload.delete("measurements/000000-1.json")],
		[
			"ledger",
			(payload) =>
				payload.set(
					"ledger/chain.log",
					String(payload.get("ledger/chain.log")).replace(
						"statement-1",
						"statement-2",
					),
				),
		],
		["custody", (payload) => payload.set("custody.json", "[]\n")],
		[
			"exhibits",
			(payload) =>
				payload.set(
					"dossier.json",
					String(payload.get("dossier.json")).replace(
						"statement-1",
						"statement-9",
					),
				),
		],
	];
	for (const [step, change] of cases) {
		const { bytes } = await testBundle({ change });
		assert.ok(failed(await verifyBundle(bytes)).includes(step), step);
	}
});

test("who draws a sample cannot leave a record out of it", async () => {
	const { bytes } = await testBundle({
		change(payload) {
			payload.delete("measurements/000007-1.json");
			const proofs = JSON.parse(String(payload.get("proofs.json")));
			payload.set(
				"proofs.json",
				`${JSON.stringify(proofs.filter(({ index }: { index: number }) => index !== 7))}\n`,
			);
		},
	});
	assert.deepEqual(failed(await verifyBundle(bytes)), ["sample"]);
});

test("P11: what is withheld is counted, its leaf stays, and all numbers still follow", async () => {
	const withholdings = [
		{ uid: "m3", fields: ["at", "id"], reason: "safety" },
		{ uid: "m4", fields: ["at"], reason: "request" },
	] as const;
	const hidden = await testBundle({ withholdings });
	const report = await verifyBundle(hidden.bytes);
	assert.deepEqual(failed(report), []);
	assert.equal(
		report.steps.find(({ step }) => step === "withheld")?.found,
		"1 for request, 2 for safety",
	);
	assert.equal(
		report.statement?.measurements.root,
		bundle.parts.statement.measurements.root,
	);
	for (const uid of ['"m3"', '"m33"'])
		assert.equal(Buffer.from(hidden.bytes).includes(uid), false, uid);
	assert.equal(Buffer.from(bundle.bytes).includes('"m3"'), true);
});

test("P11: a withheld network keeps the whole countable and says what is not", async () => {
	const { bytes } = await testBundle({
		withholdings: [{ uid: "m5", fields: ["asn"], reason: "safety" }],
	});
	const report = await verifyBundle(bytes);
	const numbers = report.steps.find(({ step }) => step === "numbers");
	assert.match(numbers?.found ?? "", /not those by network/);
});

test("a revoked key is good for nothing but what a time-stamp shows to be older", async () => {
	const { bytes, signer, parts } = await testBundle({
		revokedAt: "2025-03-01T12:00:00Z",
	});
	assert.deepEqual(failed(await verifyBundle(bytes)), ["key"]);
	const stamped = sealBundle(parts, signer, Buffer.from("token"));
	const at = (time: string) =>
		verifyBundle(stamped.bytes, {
			async checkStamp(token, signature) {
				assert.equal(Buffer.from(token).toString(), "token");
				assert.equal(Buffer.from(signature).toString(), stamped.stamped);
				return { at: time, by: "a test" };
			},
		});
	assert.deepEqual(failed(await at("2025-03-01T11:59:00Z")), []);
	assert.deepEqual(failed(await at("2025-03-01T12:01:00Z")), ["key"]);
	const refused = await verifyBundle(stamped.bytes, {
		checkStamp: () => Promise.reject(new Error("forged")),
	});
	assert.deepEqual(failed(refused), ["time-stamp", "key"]);
});

test("an outside witness of the ledger anchors a bundle, contradicts another history, and names leaked keys", async () => {
	const { head, bytes, signer } = bundle;
	const known = {
		schema: "rasai-heads/1",
		heads: [head],
		revoked: [],
	} as const;
	const anchored = await verifyBundle(bytes, { heads: known });
	assert.deepEqual([failed(anchored), anchored.anchors.length], [[], 1]);
	const older = { ...known, heads: [] };
	assert.deepEqual((await verifyBundle(bytes, { heads: older })).anchors, []);
	const other = { ...known, heads: [{ ...head, hash: "0".repeat(64) }] };
	assert.deepEqual(failed(await verifyBundle(bytes, { heads: other })), [
		"witness",
	]);
	const key = sha256Hex(Buffer.from(signer.certificate.publicKey, "base64"));
	const leaked = {
		...known,
		revoked: [{ key, at: "2025-03-02T00:00:00Z", reason: "leaked" }],
	};
	assert.deepEqual(failed(await verifyBundle(bytes, { heads: leaked })), [
		"key",
	]);
});

test("a signature of another form, and a renamed folder, are found", async () => {
	const files = readZip(bundle.bytes);
	const renamed = new Map(
		[...files].map(([name, content]) => [
			name.replace("emulated-", ""),
			content,
		]),
	);
	const [first] = failed(await verifyBundle(writeZip(renamed)));
	assert.equal(first, "statement");
	const { folder } = openBundle(bundle.bytes);
	const also = new Map(files);
	const signature = `${Buffer.from(files.get(`${folder}signature.json`) ?? [])
		.toString()
		.replace(/}\n$/, ',"z":1}')}\n`;
	also.set(`${folder}signature.json`, Buffer.from(signature));
	const list = `${folder}tagmanifest-sha256.txt`;
	also.set(
		list,
		Buffer.from(
			Buffer.from(files.get(list) ?? [])
				.toString()
				.replace(
					/^.*signature.json$/m,
					`${sha256Hex(signature)}  signature.json`,
				),
		),
	);
	assert.ok(failed(await verifyBundle(writeZip(also))).includes("signature"));
});

test("whatever bytes come, verifying says so and throws nothing", async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
			assert.equal((await verifyBundle(bytes)).ok, false);
		}),
	);
});

test("the tree has the roots and paths of RFC 9162, and no others", async () => {
	const empty = await treeOf([]);
	assert.equal(hex(empty[0]?.[0] ?? new Uint8Array()), sha256Hex(""));
	for (const size of [1, 2, 3, 7, 8, 21]) {
		const leaves = await Promise.all(
			Array.from({ length: size }, (_, n) => leafHash(Uint8Array.of(n))),
		);
		const levels = await treeOf(leaves);
		assert.equal(
			hex(levels.at(-1)?.[0] ?? new Uint8Array()),
			recursiveRoot(size, 0),
		);
		for (const [n, leaf] of leaves.entries()) {
			const path = levels.flatMap((level, height) => {
				const sibling = level[(n >> height) ^ 1];
				return sibling && height < levels.length - 1 ? [hex(sibling)] : [];
			});
			const root = recursiveRoot(size, 0);
			assert.equal(await rootOfPath(leaf, n, size, path), root);
			assert.notEqual(await rootOfPath(leaf, n + 1, size, path), root);
			assert.notEqual(await rootOfPath(leaf, n, size, [...path, root]), root);
		}
	}
});

/** RFC 9162, 2.1.1, word for word: split at the largest power of two below the size. */
function recursiveRoot(size: number, from: number): string {
	if (size === 1) return sha256Hex(Uint8Array.of(0, from));
	let half = 1;
	while (half * 2 < size) half *= 2;
	return sha256Hex(
		Buffer.from(
			`01${recursiveRoot(half, from)}${recursiveRoot(size - half, from + half)}`,
			"hex",
		),
	);
}

test("two counts that were written apart agree on any sessions", () => {
	const states: readonly State[] = [
		"blocked",
		"likely_blocked",
		"throttled",
		"ok",
		"down",
		"impaired",
		"insufficient",
	];
	const row = fc.record({
		asn: fc.integer({ min: 1, max: 4 }),
		session: fc.integer({ min: 1, max: 25 }),
		state: fc.constantFrom(...states),
	});
	fc.assert(
		fc.property(fc.array(row, { maxLength: 120 }), (some) => {
			const rows = [...some].sort((a, b) => a.asn - b.asn);
			const { witness: _, ...told } = weighSessions(
				rows.map(
					({ asn, session, state }): MeasuredSession => ({
						asn,
						session: String(session),
						counts: { [state]: 1 },
						witnesses: {},
					}),
				),
			);
			assert.deepEqual(
				weigh(
					rows.map(({ asn, session, state }) => ({
						day: "2025-01-01",
						network: asn,
						isPart: true,
						session: String(session),
						state,
					})),
				),
				told,
			);
		}),
		{ numRuns: 500 },
	);
});

test("P11: every field of every measurement has a salt of its own, so that none can be guessed from its commitment", async () => {
	const lines = readZip(bundle.bytes);
	const text = Buffer.from(
		lines.get(`${openBundle(bundle.bytes).folder}data/measurements.jsonl`) ??
			[],
	).toString();
	const salts = [...text.matchAll(/\["([0-9a-f]{32})",/g)].map(
		([, salt]) => salt,
	);
	assert.equal(salts.length, 240);
	assert.equal(new Set(salts).size, 240);
});
