/** Level `integrity`: the file is whole, signed, and hangs on a ledger. */
import { bytesOf, isSigned, type ReadChain, readChain } from "./ledger.ts";
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
import { need, readZip, textOf } from "./zip.ts";

const TAGS =
	/^(bag-info.txt|bagit.txt|evidence.json|manifest-sha256.txt|signature.json|timestamp.tsr)$/;

const NONE = new Uint8Array();
const SIGNATURE_NAMES =
	"certificate,signature,from,publicKey,root,signature,until";

export interface Bundle {
	/** By name, without the folder that all lie in. */
	readonly files: ReadonlyMap<string, Uint8Array>;
	readonly folder: string;
	bytes(name: string): Uint8Array;
	text(name: string): string;
	json<Value>(name: string): Value;
}

/** Opens the container. Throws where it is not one of this format. */
export function openBundle(packed: Uint8Array): Bundle {
	const entries = [...readZip(packed)];
	const folder = entries[0]?.[0].replace(/\/.*/, "/") ?? "";
	need(
		entries.every(([name]) => name.startsWith(folder)),
		"its files do not lie in one folder",
	);
	const files = new Map(
		entries.map(([name, content]) => [name.slice(folder.length), content]),
	);
	const bytes = (name: string): Uint8Array => {
		const content = files.get(name);
		need(content, `${name} is missing`);
		return content;
	};
	const text = (name: string): string => textOf(bytes(name));
	function json<Value>(name: string): Value {
		const value = JSON.parse(text(name)) as Value;
		const isOneForm = `${JSON.stringify(value)}\n` === text(name);
		need(isOneForm, `${name} is not in the one form of its content`);
		return value;
	}
	return { files, folder, bytes, text, json };
}

/** Holds a BagIt manifest against the files of its kind. Gives how many. */
async function checkManifest(
	{ files, bytes, text }: Bundle,
	manifest: string,
	isListed: (name: string) => boolean,
): Promise<number> {
	const names = [...files.keys()].filter(isListed).sort();
	const stated = text(manifest).split("\n");
	for (const [n, name] of names.entries()) {
		const line = `${hex(await sha256(bytes(name)))}  ${name}`;
		need(stated[n] === line, `${name} is not what ${manifest} says`);
	}
	need(
		stated.length === names.length + 1 && stated.at(-1) === "",
		`${manifest} lists more than there is`,
	);
	return names.length;
}

export async function checkFiles(bundle: Bundle): Promise<string> {
	const isPayload = (name: string): boolean => name.startsWith("data/");
	const isTag = (name: string): boolean => TAGS.test(name);
	for (const name of bundle.files.keys())
		need(
			isPayload(name) || isTag(name) || name === "tagmanifest-sha256.txt",
			`${name} does not belong there`,
		);
	await checkManifest(bundle, "tagmanifest-sha256.txt", isTag);
	const count = await checkManifest(bundle, "manifest-sha256.txt", isPayload);
	return `${count} files are as the manifest lists them`;
}

/** The folder that a bundle's files lie in. Emulated data say so in its name too. */
export function folderOf({
	incident,
	isEmulated,
}: Pick<Statement, "incident" | "isEmulated">): string {
	const name = incident.replaceAll(/[^A-Za-z0-9.-]+/g, "-");
	return `evidence-${isEmulated ? "emulated-" : ""}${name}/`;
}

export async function readStatement(bundle: Bundle): Promise<Statement> {
	const statement = bundle.json<Statement>("evidence.json");
	need(
		statement.schema === "rasai-evidence/1",
		"this program does not know its version",
	);
	need(folderOf(statement) === bundle.folder, "its folder was renamed");
	for (const name of ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"]) {
		const found = await sha256Text(bundle.text(name));
		need(statement.files[name] === found, `${name} is not what was signed`);
	}
	return statement;
}

/** The signature, and that the root certified its key. Gives the keys' fingerprints. */
export async function checkSignature(bundle: Bundle) {
	const its = bundle.json<BundleSignature>("signature.json");
	const { certificate, signature } = its;
	const { from, publicKey, root, until } = certificate;
	const names = [its, certificate].map((one) => Object.keys(one).join());
	need(
		names.join() === SIGNATURE_NAMES,
		"it holds more or less than it should",
	);
	const signed = bundle.bytes("evidence.json");
	need(
		await isSigned(publicKey, signature, signed),
		"it does not fit evidence.json",
	);
	const certified = new TextEncoder().encode(certifiedText(certificate));
	need(
		await isSigned(root, certificate.signature, certified),
		"the root did not certify the key",
	);
	const key = hex(await sha256(bytesOf(publicKey)));
	return { key, root: hex(await sha256(bytesOf(root))), from, until };
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
	need(
		(expected ?? root).toLowerCase() === root,
		`signed under root ${root}, not ${expected}`,
	);
	const [at, first, end] = [last.at, from, until].map(Date.parse);
	need(
		Number(first) <= Number(at) && Number(at) <= Number(end),
		`the key is good from ${from} until ${until} only`,
	);
	const own = entries.findLast(
		({ kind, subject }) => kind === "evidence_key" && subject === key,
	);
	need(own, "the ledger does not tell of the key");
	const revokedAt =
		(own.body as { readonly revokedAt?: string }).revokedAt ??
		heads?.revoked.find((one) => one.key === key)?.at;
	need(
		revokedAt === undefined ||
			Date.parse(stampedAt ?? "") < Date.parse(revokedAt),
		`the key was revoked at ${revokedAt}`,
	);
	return `root ${root}, ${expected === undefined ? "compared with nothing" : "as expected"}`;
}

export async function checkLedger(bundle: Bundle, { ledger }: Statement) {
	const chain = await readChain(bundle.bytes("data/ledger/chain.log"));
	need(
		chain.hash === ledger.hash && chain.last.head === ledger.entry,
		"it does not end with the head that was signed",
	);
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
	for (const { entry, ledgerSeq: seq } of exhibits)
		need(entries[seq]?.subject === entry, `entry ${seq} is not ${entry}`);
	const told = entries.filter(({ kind }) => kind === "incident");
	need(
		incident.basis === "documented" ||
			told.some(({ subject }) => subject === incident.id),
		`no entry tells of incident ${incident.id}`,
	);
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
	const lines = readLines(bundle.bytes("data/measurements.jsonl"));
	const leaves = await Promise.all(lines.map(leafOf));
	for (const [n, leaf] of leaves.map(hex).entries())
		need(leaf > hex(leaves[n - 1] ?? NONE), `line ${n + 1}: out of order`);
	const root = (await treeOf(leaves)).at(-1)?.[0] ?? NONE;
	need(hex(root) === measurements.root, "they do not give the signed root");
	need(lines.length === measurements.count, "they are not as many as signed");
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
	need(
		shipped.join() === proofs.map(({ file }) => file).join(),
		"records and their proofs are not the same",
	);
	const uids = new Set<string>();
	for (const { file, index, path } of proofs) {
		const [id, leaf] = [lines[index]?.id, leaves[index]];
		need(id && leaf && isOpen(id), `${file} has no line`);
		const record = hex(await sha256(bundle.bytes(file)));
		need(
			id[1].records.some((one) => one.record === record),
			`${file} is not the record of line ${index + 1}`,
		);
		const root = await rootOfPath(leaf, index, leaves.length, path);
		need(root === measurements.root, `${file}: its path leads elsewhere`);
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
	const open: (readonly [order: string, uid: string, kind: string])[] = [];
	for (const line of lines)
		if (isOpen(line.id)) {
			const { uid } = line.id[1];
			open.push([await sha256Text(uid), uid, kindOf(line)]);
		}
	const most = sample.perKind ?? lines.length;
	const taken: Record<string, number> = {};
	for (const [, uid, kind] of open.sort(([a], [b]) => (a < b ? -1 : 1))) {
		const isThere = shipped.has(uid) || sample.missing.includes(uid);
		taken[kind] = (taken[kind] ?? 0) + 1;
		need(taken[kind] > most || isThere, `the record of ${uid} is missing`);
	}
	const rule = sample.perKind === null ? "all" : `the first ${most} of a kind`;
	return `${shipped.size} of ${lines.length} raw records, by the rule: ${rule}; not at hand: ${sample.missing.length}`;
}

export function checkCustody(bundle: Bundle, { lines }: Tree): string {
	const items = bundle.json<readonly CustodyItem[]>("data/custody.json");
	const held = new Set(items.map(({ sha256: one }) => one));
	for (const [n, { at }] of items.entries())
		need(at >= (items[n - 1]?.at ?? ""), `item ${n + 1}: out of order`);
	for (const { id } of lines)
		for (const { file } of isOpen(id) ? id[1].records : [])
			need(held.has(file), `nobody is said to have held ${file}`);
	return `${items.length} items`;
}
