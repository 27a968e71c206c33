/**
 * Input of every kind that must not stop an import: each file says what is
 * wrong with it, how many of its measurements are good, and which rejects it
 * must leave.
 */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import type { RejectReason } from "../../src/model/index.ts";

export interface MalformedFile {
	readonly path: string;
	readonly bytes: Uint8Array;
	/** Measurements that must come out of it. */
	readonly good: number;
	/** Reasons of the rejects it must leave, sorted. */
	readonly rejects: readonly RejectReason[];
}

/** One sound measurement, changed by `changes`. */
export function sound(
	name: string,
	changes: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
	return {
		annotations: { emulated: "true", platform: "linux" },
		data_format_version: "0.2.0",
		input: "https://page.example/",
		measurement_start_time: "2025-02-03 10:00:00",
		measurement_uid: `20250203100000.000000_QZ_webconnectivity_${createHash("sha256").update(name).digest("hex").slice(0, 16)}`,
		probe_asn: "AS64496",
		probe_cc: "QZ",
		report_id: `20250203T100000Z_webconnectivity_QZ_64496_n1_${name.replace(/\W/g, "")}`,
		resolver_asn: "AS64496",
		software_name: "rasai-emulator",
		software_version: "3.20.0",
		test_keys: {
			queries: [
				{
					answers: [{ answer_type: "A", ipv4: "198.51.100.4" }],
					engine: "getaddrinfo",
					failure: null,
					hostname: "page.example",
					query_type: "A",
					resolver_address: "",
					t: 0.02,
				},
			],
			tcp_connect: [
				{
					ip: "198.51.100.4",
					port: 443,
					status: { failure: null, success: true },
					t: 0.1,
				},
			],
			requests: [],
		},
		test_name: "web_connectivity",
		test_runtime: 1,
		test_start_time: "2025-02-03 10:00:00",
		test_version: "0.5.28",
		...changes,
	};
}

const line = (
	name: string,
	changes: Readonly<Record<string, unknown>> = {},
): string => `${JSON.stringify(sound(name, changes))}\n`;

function withBody(name: string, body: unknown): string {
	return line(name, {
		test_keys: {
			requests: [
				{
					failure: null,
					request: { method: "GET", url: "https://page.example/", headers: {} },
					response: { body, code: 200, headers: { Server: "emulated" } },
					t: 0.3,
				},
			],
		},
	});
}

function text(
	path: string,
	content: string,
	good: number,
	rejects: readonly RejectReason[],
): MalformedFile {
	return { path, bytes: Buffer.from(content), good, rejects };
}

/** Every kind but the largest. */
export async function malformedFiles(): Promise<readonly MalformedFile[]> {
	const between = (broken: string): string =>
		line(`${broken}a`) + broken + line(`${broken}b`);
	const packed = gzipSync(
		Array.from({ length: 400 }, (_, i) => line(`trunc${i}`)).join(""),
		{ level: 1 },
	);
	return [
		text("broken.jsonl", between('{"test_name": "web_\n'), 2, ["json_invalid"]),
		text("blank-lines.jsonl", between("\n\n  \n"), 2, []),
		text("array.jsonl", between("[1,2]\n"), 2, ["not_an_object"]),
		text("nested.jsonl", between(`${"[".repeat(200_000)}\n`), 2, [
			"json_invalid",
		]),
		text(
			"deep.jsonl",
			between(
				line("deep", { measurement_uid: "", extra: "nested" }).replace(
					'"nested"',
					"[".repeat(60_000) + "]".repeat(60_000),
				),
			),
			2,
			["observation_failed"],
		),
		text("no-input.jsonl", line("no-input", { input: undefined }), 1, []),
		text(
			"base64.jsonl",
			withBody("b64", { format: "base64", data: "%%%" }),
			1,
			[],
		),
		text("body-number.jsonl", withBody("num", 7), 1, []),
		text("keys.jsonl", between(line("keys", { test_keys: "none" })), 2, [
			"test_keys_missing",
		]),
		text("no-name.jsonl", between(line("name", { test_name: null })), 2, [
			"test_name_missing",
		]),
		text(
			"no-date.jsonl",
			between(
				line("date", {
					measurement_start_time: "yesterday",
					test_start_time: 3,
				}),
			),
			2,
			["date_missing"],
		),
		text(
			"dates.jsonl",
			between(
				line("old", { measurement_start_time: "1970-01-01 00:00:00" }) +
					line("new", { measurement_start_time: "2999-01-01 00:00:00" }),
			),
			2,
			["date_absurd", "date_absurd"],
		),
		{
			path: "nul.jsonl",
			bytes: Buffer.concat([
				Buffer.from(line("nul-a")),
				Buffer.from(`{"test_name":"web_connectivity\0","test_keys":{}}\n`),
				Buffer.from(line("nul-b")),
			]),
			good: 2,
			rejects: ["nul_bytes"],
		},
		text(
			"escapes.jsonl",
			line("esc", {
				input: "https://page.example/\u0000\u2028\ud800é",
				probe_network_name: "ネット\u0007",
			}) + withBody("lone", "\ud83d lone \u0000"),
			2,
			[],
		),
		{
			path: "invalid-utf8.jsonl",
			bytes: Buffer.from(
				line("utf8", { probe_network_name: "caf\u00c3\u0028\u00ff" }),
				"latin1",
			),
			good: 1,
			rejects: [],
		},
		{
			path: "mark.jsonl",
			bytes: Buffer.from(`\ufeff${line("mark")}`),
			good: 1,
			rejects: [],
		},
		text(
			"hostile-keys.jsonl",
			line("proto").replace(
				'"test_keys":{',
				'"__proto__":{"x":1},"test_keys":{"__proto__":[],"constructor":1e999,',
			),
			1,
			[],
		),
		text(
			"odd-values.jsonl",
			line("odd", {
				probe_asn: { a: 1 },
				resolver_asn: [],
				test_runtime: -5,
				annotations: [],
				test_keys: {
					queries: "x",
					requests: [null, 1, { request: [], response: "r" }],
					tcp_connect: [{ ip: 3, port: "x", status: null }],
					tls_handshakes: { a: 1 },
					network_events: [[[]]],
					control: [],
				},
			}),
			1,
			[],
		),
		{
			path: "truncated.jsonl.gz",
			bytes: packed.subarray(0, packed.length - 40),
			good: -1,
			rejects: ["compression_truncated"],
		},
		{
			path: "not-gzip.jsonl.gz",
			bytes: Buffer.from("\x1f\x8b\x08 this is not gzip at all"),
			good: 0,
			rejects: ["compression_invalid"],
		},
		{
			path: "bomb.jsonl.gz",
			bytes: gzipSync(Buffer.alloc(300 * 1024 * 1024, 0x20)),
			good: 0,
			rejects: ["compression_bomb"],
		},
		{
			path: "escape.tar.gz",
			bytes: gzipSync(
				await tar([
					["../../outside.json", line("outside")],
					["/etc/outside.json", line("absolute")],
					["inside.json", line("inside")],
				]),
			),
			good: 1,
			rejects: ["member_name_unsafe", "member_name_unsafe"],
		},
		{
			path: "cut.tar.gz",
			bytes: gzipSync(
				(
					await tar([
						["a.json", line("cut-a")],
						["b.json", line("cut-b")],
					])
				).subarray(0, 512 * 5 + 100),
			),
			good: -1,
			rejects: ["archive_invalid"],
		},
		{
			path: "unknown.bin",
			bytes: Buffer.from([1, 2, 3, 4]),
			good: 0,
			rejects: ["format_unknown"],
		},
		{ path: "empty.jsonl", bytes: Buffer.alloc(0), good: 0, rejects: [] },
	];
}

/** A line of 200 MB: valid JSON, and far too long to be a measurement. */
export function hugeLine(): Uint8Array {
	const filler = createHash("sha512").update("filler").digest("hex");
	return Buffer.concat([
		Buffer.from(line("huge-a")),
		Buffer.from('{"test_name":"'),
		Buffer.alloc(200 * 1024 * 1024, filler),
		Buffer.from('"}\n'),
		Buffer.from(line("huge-b")),
	]);
}

async function tar(
	members: readonly (readonly [name: string, content: string])[],
): Promise<Buffer> {
	const archive = pack();
	for (const [name, content] of members) archive.entry({ name }, content);
	archive.finalize();
	const chunks: Buffer[] = [];
	for await (const chunk of archive) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}
