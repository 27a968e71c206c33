/**
 * A release as files that anybody can check: the archive, its SHA-256, and its
 * Ed25519 signature. The same files, name and time give the same bytes.
 */
import {
	createHash,
	createPrivateKey,
	createPublicKey,
	sign,
} from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";

const RUNS = 0o111;

/**
 * A tar.gz of files of a folder (paths with `/`), all under `name/`, sorted, of
 * one time and of nobody. Of their modes only whether they can be run is kept.
 */
export async function packRelease({ root, files, name, time }) {
	const tar = pack();
	const packed = buffer(tar);
	for (const path of [...files].sort()) {
		const runs = (statSync(join(root, path)).mode & RUNS) !== 0;
		tar.entry(
			{
				name: `${name}/${path}`,
				mode: runs ? 0o755 : 0o644,
				mtime: time,
				uid: 0,
				gid: 0,
				uname: "",
				gname: "",
			},
			readFileSync(join(root, path)),
		);
	}
	tar.finalize();
	return gzipSync(await packed, { level: 9 });
}

/** Writes the archive, `.sha256` as `sha256sum` reads it, and `.sig` (64 bytes, as OpenSSL reads it) where there is a key. */
export function writeRelease(folder, file, bytes, keyPem) {
	const hash = createHash("sha256").update(bytes).digest("hex");
	writeFileSync(join(folder, file), bytes);
	writeFileSync(join(folder, `${file}.sha256`), `${hash}  ${file}\n`);
	if (keyPem === undefined) return { hash, key: undefined };
	const key = createPrivateKey(keyPem);
	if (key.asymmetricKeyType !== "ed25519")
		throw new Error("the release key must be an Ed25519 key");
	writeFileSync(join(folder, `${file}.sig`), sign(null, bytes, key));
	const publicKey = createPublicKey(key).export({
		type: "spki",
		format: "der",
	});
	return { hash, key: createHash("sha256").update(publicKey).digest("hex") };
}
