/** A release's archive: the same bytes from different folders, and a signature that OpenSSL checks. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test, { type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import { memoryFile, readAll } from "../src/gather/archives/test-archives.ts";

interface ReleaseArchive {
	packRelease(of: {
		readonly root: string;
		readonly files: readonly string[];
		readonly name: string;
		readonly time: Date;
	}): Promise<Buffer>;
	writeRelease(
		folder: string,
		file: string,
		bytes: Uint8Array,
		keyPem?: string,
	): { readonly hash: string; readonly key: string | undefined };
}

const { packRelease, writeRelease }: ReleaseArchive = await import(
	pathToFileURL(resolve("scripts/release-archive.mjs")).href
);

const TIME = new Date("2026-01-02T03:04:05Z");
const FILES = ["bin/run.mjs", "a.txt", `${"deep/".repeat(30)}file.json`];

function makeFolder(t: TestContext, name: string, umask: number): string {
	const root = mkdtempSync(join(tmpdir(), name));
	t.after(() => rmSync(root, { recursive: true, force: true }));
	for (const file of FILES) {
		const path = join(root, file);
		mkdirSync(join(path, ".."), { recursive: true });
		writeFileSync(path, `{"of":"${file}"}\n`);
		chmodSync(path, (file.startsWith("bin/") ? 0o777 : 0o666) & ~umask);
		utimesSync(path, umask, umask);
	}
	return root;
}

test("the same files give the same archive, whatever their folder, times, order and umask", async (t) => {
	const [one, two] = await Promise.all(
		[
			{ root: makeFolder(t, "rasai-a-", 0o022), files: FILES },
			{
				root: makeFolder(t, "rasai other ", 0o077),
				files: [...FILES].reverse(),
			},
		].map((of) => packRelease({ ...of, name: "rasai-1", time: TIME })),
	);
	assert.ok(one?.equals(two ?? Buffer.alloc(0)));
	const items = await readAll(memoryFile("r.tar.gz", one ?? Buffer.alloc(0)));
	assert.match(items.join("\n"), /rasai-1\/deep\/.*file\.json:1/);
});

test("OpenSSL checks the signature as the guide says, and refuses an altered archive", (t) => {
	const folder = mkdtempSync(join(tmpdir(), "rasai-release-"));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	const { publicKey, privateKey } = generateKeyPairSync("ed25519", {
		publicKeyEncoding: { type: "spki", format: "pem" },
		privateKeyEncoding: { type: "pkcs8", format: "pem" },
	});
	const bytes = Buffer.from("an archive");
	const { hash } = writeRelease(folder, "r.tar.gz", bytes, privateKey);
	writeFileSync(join(folder, "release-key.pem"), publicKey);
	assert.equal(
		readFileSync(join(folder, "r.tar.gz.sha256"), "utf8"),
		`${hash}  r.tar.gz\n`,
	);
	const [command = "", ...words] =
		/^ {4}(openssl pkeyutl .*)$/m
			.exec(readFileSync("docs/guides/release.md", "utf8"))?.[1]
			?.replaceAll("rasai-0.1.0.tar.gz", "r.tar.gz")
			.split(" ") ?? [];
	const check = () => spawnSync(command, words, { cwd: folder });
	const { status, error } = check();
	if (error) return t.skip("openssl not found");
	assert.equal(status, 0);
	writeFileSync(join(folder, "r.tar.gz"), "an arch1ve");
	assert.notEqual(check().status, 0);
});

test("a key that is not Ed25519 signs no release", (t) => {
	const folder = mkdtempSync(join(tmpdir(), "rasai-release-"));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
	assert.throws(
		() => writeRelease(folder, "r.tar.gz", Buffer.from("a"), pem),
		/must be an Ed25519 key/,
	);
});
