import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { RasaiError } from "../../../base/index.ts";
import {
	chunkings,
	chunksOf,
	type PackedMember,
	packTar,
} from "../test-archives.ts";
import { ByteReader } from "./byte-reader.ts";
import { printableName, unsafeNameReason } from "./member-names.ts";
import { isTarHeader, readTar } from "./tar.ts";

interface Read {
	readonly members: readonly (readonly [
		name: string,
		kind: string,
		text: string,
	])[];
	readonly code: string | undefined;
}

async function unpack(
	bytes: Uint8Array,
	sizes: readonly number[] = [],
): Promise<Read> {
	const members: [string, string, string][] = [];
	try {
		for await (const member of readTar(new ByteReader(chunksOf(bytes, sizes))))
			members.push([
				member.name,
				member.kind,
				Buffer.from(await member.readAll()).toString(),
			]);
	} catch (error) {
		if (!(error instanceof RasaiError)) throw error;
		return { members, code: error.code };
	}
	return { members, code: undefined };
}

const memberNames = fc
	.string({
		minLength: 1,
		maxLength: 300,
		unit: fc.constantFrom("a", "B", "7", "é", "-", "_", ".", "/"),
	})
	.filter(
		(name) =>
			!name.startsWith("/") && !name.endsWith("/") && !name.includes("//"),
	);

test("What tar-stream packs comes out with its names and contents, in any chunks", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(
				fc.record({
					name: memberNames,
					content: fc.string({ maxLength: 2000 }),
				}),
				{ maxLength: 6 },
			),
			chunkings,
			async (members, sizes) => {
				const read = await unpack(await packTar(members), sizes);
				assert.equal(read.code, undefined);
				assert.deepEqual(
					read.members,
					members.map(({ name, content }) => [
						name,
						"file",
						Buffer.from(content).toString(),
					]),
				);
			},
		),
		{ numRuns: 60 },
	);
});

test("Members left unread are skipped", async () => {
	const tar = await packTar([
		{ name: "a", content: "x".repeat(5000) },
		{ name: "b", content: "second" },
	]);
	const names: string[] = [];
	for await (const member of readTar(new ByteReader(chunksOf(tar, [700]))))
		names.push(member.name);
	assert.deepEqual(names, ["a", "b"]);
});

test("Folders, links and devices are told from files", async () => {
	const members: readonly PackedMember[] = [
		{ name: "folder/", type: "directory" },
		{ name: "link", type: "symlink" },
		{ name: "device", type: "character-device" },
		{ name: "file", content: "f" },
	];
	const { members: read } = await unpack(await packTar(members));
	assert.deepEqual(
		read.map(([, kind]) => kind),
		["folder", "other", "other", "file"],
	);
});

test("Archives joined one after the other are read whole", async () => {
	const one = await packTar([{ name: "one", content: "1" }]);
	const two = await packTar([{ name: "two", content: "2" }]);
	const { members, code } = await unpack(Buffer.concat([one, two]));
	assert.deepEqual(
		members.map(([name]) => name),
		["one", "two"],
	);
	assert.equal(code, undefined);
});

test("GNU long names, prefixes, base-256 sizes and old headers are read", async () => {
	const long = "folder/".repeat(30);
	const gnu = Buffer.concat([
		header({ name: "././@LongLink", type: "L", size: long.length + 5 }),
		block(`${long}file\0`),
		header({ name: long.slice(0, 100), size: 2 }),
		block("ok"),
	]);
	assert.deepEqual((await unpack(gnu)).members, [
		[`${long}file`, "file", "ok"],
	]);

	const prefixed = header({ name: "name", prefix: "some/folder", size: 0 });
	assert.deepEqual((await unpack(prefixed)).members, [
		["some/folder/name", "file", ""],
	]);

	const old = header({ name: "v7", magic: "", type: "\0", size: 1 });
	assert.deepEqual((await unpack(Buffer.concat([old, block("x")]))).members, [
		["v7", "file", "x"],
	]);

	const big = header({ name: "big", size: 3, base256: true });
	assert.deepEqual((await unpack(Buffer.concat([big, block("abc")]))).members, [
		["big", "file", "abc"],
	]);
});

test("An archive cut within a member or a header is invalid, and keeps what came before", async () => {
	const tar = await packTar([
		{ name: "a", content: "first" },
		{ name: "b", content: "x".repeat(600) },
	]);
	for (const cut of [1024 + 100, 1024 + 511, 1536 + 1, 1536 + 599]) {
		const { members, code } = await unpack(tar.subarray(0, cut));
		assert.equal(code, "archive_invalid", `cut at ${cut}`);
		assert.deepEqual(
			members.map(([name]) => name),
			["a"],
		);
	}
	for (const cut of [1024, 1536 + 600, 1536 + 1024, 1536 + 1536])
		assert.equal(
			(await unpack(tar.subarray(0, cut))).code,
			undefined,
			`cut at ${cut}`,
		);
});

test("P7: sizes and extended headers made to harm end the archive", async () => {
	const attacks = [
		header({ name: "x", size: 2 ** 60, base256: true }),
		header({ name: "x", type: "x", size: 1_000_000_000 }),
		header({ name: "x", type: "L", size: 70_000 }),
		Buffer.concat([
			header({ name: "p", type: "x", size: 10 }),
			block("999999 a=b"),
		]),
		Buffer.concat([
			header({ name: "p", type: "x", size: 12 }),
			block("12 size=-50\n"),
			header({ name: "f", size: 0 }),
		]),
		Buffer.concat([header({ name: "p", type: "x", size: 4 }), block("abcd")]),
	];
	for (const [i, attack] of attacks.entries()) {
		const { code, members } = await unpack(
			Buffer.concat([attack, Buffer.alloc(512, 1)]),
		);
		assert.equal(code, "archive_invalid", `attack ${i}`);
		assert.deepEqual(members, [], `attack ${i}`);
	}
});

test("P7: any bytes are a tar or an error", async () => {
	const tar = await packTar([{ name: "a".repeat(150), content: "first" }]);
	await fc.assert(
		fc.asyncProperty(fc.nat(tar.length - 1), fc.nat(255), async (at, byte) => {
			const changed = Buffer.from(tar);
			changed[at] = byte;
			await unpack(changed);
		}),
		{ numRuns: 300 },
	);
	assert.equal(isTarHeader(Buffer.from("{}".padEnd(512))), false);
});

test("P7: names that lead out of their folder or to a device are unsafe", () => {
	for (const name of [
		"../a",
		"a/../b",
		"a/..",
		"..",
		"/etc/a",
		"\\a",
		"..\\a",
		"a\\..\\b",
		"C:\\a",
		"c:a",
		"NUL",
		"a/con.json",
		"COM1.post",
		"a\0b",
		"a\nb",
		"",
		"x".repeat(600),
	])
		assert.notEqual(unsafeNameReason(name), undefined, JSON.stringify(name));
	for (const name of [
		"a",
		"2022111010/20221110105049.153143_DE_ndt_b15c26280f8b5993.post",
		"./a",
		"a..b/c",
		"console.json",
		"nulls",
		"ünï/ç",
	])
		assert.equal(unsafeNameReason(name), undefined, name);
	assert.equal(printableName("a\0b\nc"), "a\ufffdb\ufffdc");
});

function header(fields: {
	readonly name: string;
	readonly size: number;
	readonly type?: string;
	readonly prefix?: string;
	readonly magic?: string;
	readonly base256?: boolean;
}): Buffer {
	const bytes = Buffer.alloc(512);
	bytes.write(fields.name, 0, 100);
	if (fields.base256) {
		bytes[124] = 0x80;
		bytes.writeBigUInt64BE(BigInt(fields.size), 128);
	} else bytes.write(fields.size.toString(8).padStart(11, "0"), 124);
	bytes.write(fields.type ?? "0", 156);
	bytes.write(fields.magic ?? "ustar\0" + "00", 257);
	bytes.write(fields.prefix ?? "", 345);
	bytes.fill(0x20, 148, 156);
	const sum = bytes.reduce((total, byte) => total + byte, 0);
	bytes.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
	return bytes;
}

function block(text: string): Buffer {
	return Buffer.concat([
		Buffer.from(text),
		Buffer.alloc((512 - (text.length % 512)) % 512),
	]);
}
