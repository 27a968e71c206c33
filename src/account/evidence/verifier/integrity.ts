/** Level `integrity`: the file is whole, signed, and hangs on a ledger. */
import {
	fingerprintOf,
	isSigned,
	type ReadChain,
	readChain,
} from "./ledger.ts";
import {
	isOpen,
	kindOf,
	leafOf,
	type MeasurementLine,
	readLines,
} from "./lines.ts";
import { hex, rootOfPath, sha256, sha256Text, treeOf } from "./merkle.ts";
import {
	type BundleSignature,
	type CustodyItem,
	certifiedText,
	type KnownHeads,
	type Proof,
	type Statement,
} from "./statement.ts";
import { readZip } from "./zip.ts";

export interface Bundle {
	/** By name, without the folder that all lie in. */
	readonly files: ReadonlyMap<string, Uint8Array>;
	text(name: string): string;
	json<Value>(name: string): Value;
}

/** Opens the container. Throws where it is not one of this format. */
export function openBundle(bytes: Uint8Array): Bundle {
	const packed = readZip(bytes);
	const [first = ""] = packed.keys();
	const folder = first.slice(0, first.indexOf("/") + 1);
	const files = new Map<string, Uint8Array>();
	for (const [name, content] of packed) {
		if (folder === "" || !name.startsWith(folder))
			throw new Error("its files do not lie in one folder");
		files.set(name.slice(folder.length), content);
	}
	const text = (name: string): string => {
		const content = files.get(name);
		if (!content) throw new Error(`${name} is missing`);
		return new TextDecoder("utf-8", { fatal: true }).decode(content);
	};
	return {
		files,
		text,
		json<Value>(name: string) {
			const value = JSON.parse(text(name)) as Value;
			if (`${JSON.stringify(value)}\n` !== text(name))
				throw new Error(`${name} is not in the one form of its content`);
			return value;
		},
	};
}

/** Holds a BagIt manifest against the files of its kind. Gives how many. */
async function checkManifest(
	{ files, text }: Bundle,
	manifest: string,
	isListed: (name: string) => boolean,
): Promise<number> {
	const stated = new Map(
		text(manifest)
			.split("\n")
			.slice(0, -1)
			.map((line) => [line.slice(66), line.slice(0, 64)]),
	);
	for (const [name, content] of files) {
		if (!isListed(name)) continue;
		if (stated.get(name) !== hex(await sha256(content)))
			throw new Error(`${name} is not what ${manifest} says`);
		stated.delete(name);
	}
	for (const name of stated.keys())
		throw new Error(`${name} is listed in ${manifest} and missing`);
	return [...files.keys()].filter(isListed).length;
}

export async function checkFiles(bundle: Bundle): Promise<string> {
	const isTag = (name: string): boolean =>
		!name.startsWith("data/") && name !== "tagmanifest-sha256.txt";
	await checkManifest(bundle, "tagmanifest-sha256.txt", isTag);
	const count = await checkManifest(bundle, "manifest-sha256.txt", (name) =>
		name.startsWith("data/"),
	);
	return `${count} files are as the manifest lists them`;
}

export async function readStatement(bundle: Bundle): Promise<Statement> {
	const statement = bundle.json<Statement>("evidence.json");
	if (statement.schema !== "rasai-evidence/1")
		throw new Error("this program does not know its version");
	for (const name of ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"])
		if (statement.files[name] !== (await sha256Text(bundle.text(name))))
			throw new Error(`${name} is not what evidence.json says`);
	return statement;
}

/** The signature, and that the root certified its key. Gives the key's fingerprints. */
export async function checkSignature(bundle: Bundle) {
	const { certificate, signature } =
		bundle.json<BundleSignature>("signature.json");
	const signed = new TextEncoder().encode(bundle.text("evidence.json"));
	if (!(await isSigned(certificate.publicKey, signature, signed)))
		throw new Error("it does not fit evidence.json");
	const certified = new TextEncoder().encode(certifiedText(certificate));
	if (!(await isSigned(certificate.root, certificate.signature, certified)))
		throw new Error("the root did not certify the key");
	return {
		...certificate,
		key: await fingerprintOf(certificate.publicKey),
		root: await fingerprintOf(certificate.root),
	};
}
export type Signed = Awaited<ReturnType<typeof checkSignature>>;

/** The signing key at the time that the ledger states, and as revocations have it. */
export function checkKey(
	{ key, root, from, until }: Signed,
	{ last, entries }: ReadChain,
	expected: string | undefined,
	heads: KnownHeads | undefined,
	stampedAt: string | undefined,
): string {
	if (expected !== undefined && expected.toLowerCase() !== root)
		throw new Error(`signed under root ${root}, not ${expected}`);
	if (last.at < from || last.at > until)
		throw new Error(`the key is good from ${from} until ${until} only`);
	const own = entries.findLast(
		({ kind, subject }) => kind === "evidence_key" && subject === key,
	);
	if (!own) throw new Error("the ledger does not tell of the key");
	const at =
		(own.body as { readonly revokedAt?: string }).revokedAt ??
		heads?.revoked.find((one) => one.key === key)?.at;
	if (at !== undefined && !(stampedAt !== undefined && stampedAt < at))
		throw new Error(`the key was revoked at ${at}`);
	return expected === undefined
		? `root ${root}, compared with nothing`
		: `root ${root}, as expected`;
}

export async function checkLedger(bundle: Bundle, { ledger }: Statement) {
	const bytes = bundle.files.get("data/ledger/chain.log");
	if (!bytes) throw new Error("data/ledger/chain.log is missing");
	const chain = await readChain(bytes);
	if (chain.hash !== ledger.hash || chain.last.head !== ledger.entry)
		throw new Error("it does not end with the head that evidence.json names");
	return chain;
}

/** Every exhibit, and the incident as told, stand in the ledger. */
export function checkExhibits(bundle: Bundle, { entries }: ReadChain): string {
	const { exhibits, incident } = bundle.json<{
		readonly exhibits: readonly {
			readonly entry: string;
			readonly ledgerSeq: number;
		}[];
		readonly incident: { readonly id: string; readonly basis: string };
	}>("data/dossier.json");
	for (const { entry, ledgerSeq } of exhibits)
		if (entries[ledgerSeq]?.subject !== entry)
			throw new Error(`entry ${ledgerSeq} is not exhibit ${entry}`);
	const isTold = entries.some(
		({ kind, subject }) => kind === "incident" && subject === incident.id,
	);
	if (incident.basis !== "documented" && !isTold)
		throw new Error(`no entry tells of incident ${incident.id}`);
	return `${exhibits.length} exhibits stand where the dossier says`;
}

export interface Tree {
	readonly lines: readonly MeasurementLine[];
	readonly leaves: readonly Uint8Array[];
}

export async function checkTree(
	bundle: Bundle,
	{ measurements }: Statement,
): Promise<Tree> {
	const bytes = bundle.files.get("data/measurements.jsonl");
	if (!bytes) throw new Error("data/measurements.jsonl is missing");
	const lines = readLines(bytes);
	const leaves = await Promise.all(lines.map(leafOf));
	for (const [n, leaf] of leaves.entries())
		if (n > 0 && hex(leaf) <= hex(leaves[n - 1] ?? leaf))
			throw new Error(`line ${n + 1} is out of order`);
	const [root] = (await treeOf(leaves)).at(-1) ?? [];
	if (!root || hex(root) !== measurements.root)
		throw new Error("the lines do not give the root that was signed");
	if (lines.length !== measurements.count) throw new Error("a line is missing");
	return { lines, leaves };
}

/** Raw records: each is the one that its line commits to. Gives the uids that have one. */
export async function checkRecords(
	bundle: Bundle,
	{ lines, leaves }: Tree,
	{ measurements }: Statement,
): Promise<ReadonlySet<string>> {
	const proofs = bundle.json<readonly Proof[]>("data/proofs.json");
	const shipped = [...bundle.files.keys()].filter((name) =>
		name.startsWith("data/measurements/"),
	);
	if (shipped.join() !== proofs.map(({ file }) => file).join())
		throw new Error("records and their proofs are not the same");
	const uids = new Set<string>();
	for (const { file, index, path } of proofs) {
		const { id } = lines[index] ?? {};
		const leaf = leaves[index];
		const record = hex(
			await sha256(bundle.files.get(file) ?? new Uint8Array()),
		);
		if (
			!id ||
			!leaf ||
			!isOpen(id) ||
			!id[1].records.some((one) => one.record === record)
		)
			throw new Error(`${file} is not the record of line ${index + 1}`);
		const root = await rootOfPath(leaf, index, leaves.length, path);
		if (root !== measurements.root)
			throw new Error(`the path of ${file} does not lead to the root`);
		uids.add(id[1].uid);
	}
	return uids;
}

/** Every record that the stated rule asks for is there, or is said to be missing: nobody picked. */
export async function checkSample(
	{ lines }: Tree,
	shipped: ReadonlySet<string>,
	{ sample }: Statement,
): Promise<string> {
	const open = await Promise.all(
		lines.flatMap((line) =>
			isOpen(line.id)
				? [sha256Text(line.id[1].uid).then((order) => ({ order, line }))]
				: [],
		),
	);
	open.sort((a, b) => (a.order < b.order ? -1 : 1));
	const taken: Record<string, number> = {};
	for (const { line } of open) {
		const kind = kindOf(line);
		taken[kind] = (taken[kind] ?? 0) + 1;
		const uid = isOpen(line.id) ? line.id[1].uid : "";
		if ((taken[kind] ?? 0) > (sample.perKind ?? Number.POSITIVE_INFINITY))
			continue;
		if (!shipped.has(uid) && !sample.missing.includes(uid))
			throw new Error(
				`the record of ${uid} belongs to the sample and is missing`,
			);
	}
	return `${shipped.size} of ${lines.length} raw records, by ${sample.perKind === null ? "all" : `the first ${sample.perKind} of each kind`}; not at hand: ${sample.missing.length}`;
}

export function checkCustody(bundle: Bundle, { lines }: Tree): string {
	const items = bundle.json<readonly CustodyItem[]>("data/custody.json");
	const held = new Set(items.map(({ sha256: one }) => one));
	for (const [n, { at }] of items.entries())
		if (n > 0 && at < (items[n - 1]?.at ?? ""))
			throw new Error("it is not in order of time");
	for (const { id } of lines)
		for (const { file } of isOpen(id) ? id[1].records : [])
			if (!held.has(file))
				throw new Error(`nobody is said to have held ${file}`);
	return `${items.length} items`;
}
