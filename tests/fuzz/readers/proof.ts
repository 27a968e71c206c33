/** The ledger, bundles of evidence, witnesses' heads and the manifests of mirrors. */
import { readKnownHeads } from "../../../src/account/evidence/known-heads.ts";
import { testBundle } from "../../../src/account/evidence/test-bundle.ts";
import { readChain } from "../../../src/account/evidence/verifier/ledger.ts";
import { readLines } from "../../../src/account/evidence/verifier/lines.ts";
import { verifyBundle } from "../../../src/account/evidence/verifier/verify.ts";
import {
	readZip,
	writeZip,
} from "../../../src/account/evidence/verifier/zip.ts";
import {
	readLine,
	readText,
	writeLine,
} from "../../../src/account/ledger/index.ts";
import {
	readManifest,
	readSignature,
} from "../../../src/publish/mirror/manifest.ts";
import { each, isPlainError, type Reader, seedOf, text } from "../reader.ts";

const BUNDLE = readZip((await testBundle()).bytes);
const fileOf = (ending: string): Buffer =>
	Buffer.from([...BUNDLE].find(([name]) => name.endsWith(ending))?.[1] ?? []);
const CHAIN = fileOf("ledger.jsonl");

/** The verifier stands alone: it says what is wrong in a plain Error, or the runtime does; a step that threw has failed. */
const isError = (error: unknown): boolean => error instanceof Error;

export const PROOF_READERS: readonly Reader[] = [
	{
		name: "containers of bundles",
		weight: 5,
		seeds: [
			Buffer.from(writeZip(new Map([["a/b.json", text('{"a":1}')]]))),
			Buffer.from(
				writeZip(
					new Map([
						["a/b", text("1")],
						["a/c/d", text("22")],
					]),
				),
			),
		],
		read: readZip,
		refuses: isPlainError,
	},
	{
		name: "whole bundles",
		weight: 2,
		seeds: [
			Buffer.from(writeZip(new Map([["e/evidence.json", text("{}\n")]]))),
			Buffer.from(
				writeZip(
					new Map(
						["bagit.txt", "signature.json", "evidence.json"].map((name) => [
							`e/${name}`,
							fileOf(name),
						]),
					),
				),
			),
		],
		// It never throws: what cannot be read is a step that failed.
		read: async (bytes) => {
			const { ok } = await verifyBundle(bytes);
			if (ok) throw new Error("a made-up bundle verifies");
		},
	},
	{
		name: "chains in bundles",
		weight: 4,
		seeds: [CHAIN],
		read: readChain,
		refuses: isError,
	},
	{
		name: "lines of measurements in bundles",
		weight: 5,
		seeds: [
			Buffer.concat([
				...fileOf("measurements.jsonl")
					.toString()
					.split("\n")
					.slice(0, 3)
					.map((line) => text(`${line}\n`)),
			]),
		],
		read: readLines,
		refuses: isError,
	},
	{
		name: "lines of the ledger",
		weight: 6,
		seeds: [
			...CHAIN.toString().split("\n").slice(0, 2).map(text),
			seedOf({ seq: 0, name: "quote", salt: "ab", text: "words" }),
			text(
				writeLine({
					head: 0,
					at: "2026-01-02T00:00:00Z",
					prev: "0".repeat(64),
				} as never).line,
			),
		],
		read: (bytes) => [readLine(bytes), readText(bytes.toString())],
	},
	{
		name: "heads of witnesses and manifests of mirrors",
		weight: 4,
		seeds: [
			text(`0:${"a".repeat(64)}\n`),
			seedOf([{ entry: 0, hash: "a".repeat(64) }]),
			seedOf({
				format: "rasai-mirror-1",
				madeAt: "2026-01-02T00:00:00Z",
				siteName: "s",
				files: [{ path: "a/b.html", sha256: "a".repeat(64), bytes: 4 }],
			}),
			seedOf({ publicKey: "YQ==", signature: "YQ==" }),
		],
		read: (bytes) => {
			const content = bytes.toString();
			each(
				() => readKnownHeads(content),
				() => readManifest(content),
				() => readSignature(content),
			);
		},
	},
];
