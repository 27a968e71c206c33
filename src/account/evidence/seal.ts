/** Payload and facts to one signed file: BagIt folders in a ZIP of one exact form (P3). */
import { canonicalJson, RasaiError, sha256Hex } from "../../base/index.ts";
import type { EvidenceSigner } from "./keys.ts";
import { folderOf, type Statement, writeZip } from "./verifier/index.ts";

export interface BundleParts {
	/** Files by name, below `data/`. */
	readonly payload: ReadonlyMap<string, string | Uint8Array>;
	readonly statement: Omit<Statement, "schema" | "files">;
	/** Who issues it, in words. */
	readonly issuer: string;
}

export interface SealedBundle {
	readonly bytes: Uint8Array;
	/** SHA-256 of `evidence.json`: names the bundle whatever stamps it. */
	readonly statementHash: string;
	/** What a time-stamp is over. */
	readonly stamped: string;
}

/** Whoever verifies holds a bundle in memory, some times over; its format ends at 4 GB and 65,535 files. */
export const MOST_BUNDLE_BYTES = 512 * 1024 * 1024;
const MOST_FILES = 65_000;

const BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/** Seals a bundle. Throws `usage` for one that is too large. A time-stamp token over `stamped` goes in as it is. */
export function sealBundle(
	{ payload, statement, issuer }: BundleParts,
	signer: EvidenceSigner,
	token?: Uint8Array,
): SealedBundle {
	const data = new Map(
		[...payload].map(([name, content]) => [
			`data/${name}`,
			typeof content === "string" ? Buffer.from(content) : content,
		]),
	);
	const tags = new Map<string, Uint8Array>();
	const tag = (name: string, text: string): void => {
		tags.set(name, Buffer.from(text));
	};
	tag("bagit.txt", BAGIT);
	tag("bag-info.txt", bagInfo(data, statement, issuer));
	tag("manifest-sha256.txt", manifestOf(data));
	const signed = `${canonicalJson({
		...statement,
		schema: "rasai-evidence/1",
		files: Object.fromEntries(
			[...tags].map(([name, content]) => [name, sha256Hex(content)]),
		),
	})}\n`;
	tag("evidence.json", signed);
	const signature = `${canonicalJson({
		certificate: signer.certificate,
		signature: signer.sign(signed),
	})}\n`;
	tag("signature.json", signature);
	if (token) tags.set("timestamp.tsr", token);
	tag("tagmanifest-sha256.txt", manifestOf(tags));
	const folder = folderOf(statement);
	const files = new Map(
		[...tags, ...data].map(([name, content]) => [`${folder}${name}`, content]),
	);
	const bytes = files.size > MOST_FILES ? undefined : writeZip(files);
	if (bytes === undefined || bytes.length > MOST_BUNDLE_BYTES)
		throw new RasaiError("usage", "the bundle would be too large to check", {
			hint: "Take fewer raw records: --sample N",
		});
	return { bytes, statementHash: sha256Hex(signed), stamped: signature };
}

function manifestOf(files: ReadonlyMap<string, Uint8Array>): string {
	return [...files]
		.map(([name, content]) => `${sha256Hex(content)}  ${name}\n`)
		.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
		.join("");
}

function bagInfo(
	data: ReadonlyMap<string, Uint8Array>,
	{ incident, title, asOf, isEmulated }: BundleParts["statement"],
	issuer: string,
): string {
	const bytes = [...data.values()].reduce((sum, one) => sum + one.length, 0);
	const plain = (text: string): string => text.replaceAll(/\s+/g, " ");
	return [
		`Source-Organization: ${plain(issuer)}`,
		`External-Identifier: ${plain(incident)}`,
		`External-Description: ${isEmulated ? "EMULATED, no real event: " : ""}${plain(title)}`,
		`Bagging-Date: ${asOf.slice(0, 10)}`,
		`Payload-Oxum: ${bytes}.${data.size}`,
		"",
	].join("\n");
}
