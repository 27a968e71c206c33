/**
 * Verifies an evidence bundle: levels `integrity` and `recount`. Runs alike in
 * Node and in a browser, from what the platform brings. Fails closed: a step
 * that cannot be done has failed.
 */
import {
	type Bundle,
	checkCustody,
	checkExhibits,
	checkFiles,
	checkKey,
	checkLedger,
	checkRecords,
	checkSample,
	checkSignature,
	checkTree,
	openBundle,
	readStatement,
	type Signed,
	type Tree,
} from "./integrity.ts";
import type { ReadChain } from "./ledger.ts";
import { recountNumbers, recountWithheld } from "./recount.ts";
import type { KnownHeads, Statement, Step } from "./statement.ts";
import { need } from "./zip.ts";

export interface VerifyBundleOptions {
	readonly level?: "integrity" | "recount";
	/** Fingerprint of the keeper's root key, had from elsewhere. */
	readonly root?: string | undefined;
	/** Heads had from an outside witness. */
	readonly heads?: KnownHeads | undefined;
	/** Checks a time-stamp token over some bytes; gives when, and by whom. */
	readonly checkStamp?:
		| ((token: Uint8Array, stamped: Uint8Array) => Promise<Stamp>)
		| undefined;
}

export interface Stamp {
	readonly at: string;
	readonly by: string;
}

export interface BundleReport {
	readonly ok: boolean;
	readonly level: "integrity" | "recount" | "rejudge";
	readonly steps: readonly Step[];
	/** What somebody else than the issuer vouches for; empty: self-attested only. */
	readonly anchors: readonly string[];
	readonly doesNotProve: readonly string[];
	readonly statement: Statement | undefined;
}

const NOT_REACHED = "not reached, since a step before failed";

export const DOES_NOT_PROVE = {
	integrity:
		"That what was measured is true, who measured it, or that the keeper had left nothing out before signing. That an exhibit is worded as it was first written down: the ledger holds salted commitments to its words, not the words.",
	stamp: "When it was made: no time-stamp was checked.",
	anchor: "That the keeper did not write it anew since: self-attested only.",
	recount:
		"That the rows follow from the measurements. Numbers of costs and beside single claims, and the words of the HTML and the PDF, are not counted again.",
} as const;

export async function verifyBundle(
	bytes: Uint8Array,
	options: VerifyBundleOptions = {},
): Promise<BundleReport> {
	const { level = "recount", heads } = options;
	const steps: Step[] = [];
	const anchors: string[] = [];
	/** Does a step; what later steps need is what it gives. */
	async function step<Value>(
		name: string,
		work: () => Value | Promise<Value>,
		say: (value: Value) => string = String,
	): Promise<Value> {
		try {
			const value = await work();
			steps.push({ step: name, ok: true, found: say(value) });
			return value;
		} catch (error) {
			const { name: kind, message } = error as Error;
			const isFirst = steps.every(({ ok }) => ok);
			const other = isFirst ? `cannot be read (${kind})` : NOT_REACHED;
			const found = kind === "Error" ? message : other;
			steps.push({ step: name, ok: false, found });
			return undefined as Value;
		}
	}
	const bundle: Bundle = await step(
		"container",
		() => openBundle(bytes),
		({ files }) => `${files.size} files, nothing else`,
	);
	let statement: Statement | undefined;
	let stamp: Stamp | undefined;
	if (bundle) {
		await step("files", () => checkFiles(bundle));
		const its: Statement = await step(
			"statement",
			() => readStatement(bundle),
			({ incident, edition }) => `${incident}, edition ${edition.slice(0, 12)}`,
		);
		statement = its;
		const signed: Signed = await step(
			"signature",
			() => checkSignature(bundle),
			({ key }) => `by key ${key}`,
		);
		const token = bundle.files.get("timestamp.tsr");
		if (token)
			stamp = await step(
				"time-stamp",
				async () => options.checkStamp?.(token, bundle.bytes("signature.json")),
				(one) =>
					one
						? `it existed at ${one.at}, says ${one.by}`
						: "there is one, which was not checked here",
			);
		if (stamp) anchors.push(`${stamp.by}, at ${stamp.at}`);
		const chain: ReadChain = await step(
			"ledger",
			() => checkLedger(bundle, its),
			({ entries, last }) => `${entries.length} entries, signed at ${last.at}`,
		);
		await step("key", () =>
			checkKey(signed, chain, options.root, heads, stamp?.at),
		);
		if (heads)
			await step("witness", () => {
				const seen = witnessed(chain, heads);
				if (seen >= its.ledger.entry)
					anchors.push("an outside copy of the ledger's heads");
				return `entries up to ${seen} of ${its.ledger.entry} are as the witness has them`;
			});
		await step("exhibits", () => checkExhibits(bundle, chain));
		const tree: Tree = await step(
			"measurements",
			() => checkTree(bundle, its),
			({ lines }) =>
				its.measurements.nothing ?? `${lines.length} under the signed root`,
		);
		const shipped = await step(
			"records",
			() => checkRecords(bundle, tree, its),
			(uids) => `raw records of ${uids.size} measurements`,
		);
		await step("sample", () => checkSample(tree, shipped, its));
		await step("custody", () => checkCustody(bundle, tree));
		if (level === "recount") {
			await step("numbers", () => recountNumbers(bundle, tree, its));
			await step("withheld", () => recountWithheld(tree, its));
		}
	}
	return {
		ok: steps.every(({ ok }) => ok),
		level,
		steps,
		anchors,
		doesNotProve: [
			DOES_NOT_PROVE.integrity,
			...(stamp ? [] : [DOES_NOT_PROVE.stamp]),
			...(anchors.length > 0 ? [] : [DOES_NOT_PROVE.anchor]),
			...(level === "recount" ? [DOES_NOT_PROVE.recount] : []),
		],
		statement,
	};
}

/** The last entry that a witness's heads cover. Throws where they tell of another ledger. */
function witnessed({ heads }: ReadChain, known: KnownHeads): number {
	const end = Math.max(...heads.values());
	let seen = -1;
	for (const { entry, hash } of known.heads.filter((one) => one.entry <= end)) {
		const isSame = heads.get(hash) === entry;
		need(isSame, `the witness has another head over entry ${entry}`);
		seen = Math.max(seen, entry);
	}
	return seen;
}
