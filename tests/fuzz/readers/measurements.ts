/** Measurements and the archives that they come in. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
	memoryFile,
	packLz4,
	packTar,
	readAll,
} from "../../../src/gather/archives/test-archives.ts";
import { readPlainCertificate } from "../../../src/judge/observations/certificate-der.ts";
import { observe, scanRecord } from "../../../src/judge/observations/index.ts";
import { parseMeasurement } from "../../../src/model/index.ts";
import { emptyFingerprints } from "../../../src/reference/index.ts";
import { json, type Reader, text } from "../reader.ts";

const GOLDEN = [
	"web-05-ok",
	"web-05-tls-reset",
	"web-05-http-blockpage",
	"signal-wrong-root",
	"telegram-dc-timeout",
	"tor-targets",
	"stun-timeout",
	"dash",
	"openvpn-silent",
].map((name) =>
	readFileSync(join("tests", "golden", name, "measurement.json")),
);

const CONTEXT = { receivedAt: "2026-12-06T00:00:00Z" };

function factsOf(record: unknown): void {
	const parsed = parseMeasurement(record, CONTEXT);
	if (!("reject" in parsed))
		observe(parsed.measurement, {
			fingerprints: emptyFingerprints,
			seenCertificates: new Set(),
		});
}

const RECORDS = '{"a":1}\n{"b":[2,null]}\n';
const POSTCAN = JSON.stringify({
	format: "json",
	content: JSON.parse(GOLDEN[6]?.toString() ?? "{}"),
});
const TAR = await packTar([
	{ name: "a/b.json", content: RECORDS },
	{
		name: `2026010106_QZ_AS64500_webconnectivity.n1.0.${"a".repeat(16)}.post`,
		content: POSTCAN,
	},
]);

/** The first certificate of a PEM file, as bytes. */
const CERTIFICATE = Buffer.from(
	/-----BEGIN CERTIFICATE-----([^-]+)/.exec(
		readFileSync(join("tests", "fuzz", "certificate.pem"), "utf8"),
	)?.[1] ?? "",
	"base64",
);

export const MEASUREMENT_READERS: readonly Reader[] = [
	{
		name: "measurement by JSON.parse",
		weight: 8,
		seeds: GOLDEN,
		read: (bytes) => factsOf(json(bytes)),
	},
	{
		name: "measurement by scan",
		weight: 8,
		seeds: GOLDEN,
		read: (bytes) => factsOf(scanRecord(bytes)),
	},
	{
		name: "archive: lines and arrays",
		weight: 1.5,
		seeds: [text(RECORDS), text("[1,2,3]"), text('{"results":[{"a":1}]}')],
		read: (bytes) => readAll(memoryFile("x", bytes)),
	},
	{
		name: "archive: gzip",
		weight: 0.1,
		seeds: [gzipSync(RECORDS), gzipSync(TAR)],
		read: (bytes) => readAll(memoryFile("x.gz", bytes)),
	},
	{
		name: "archive: tar and postcans",
		weight: 1.5,
		seeds: [TAR, text(POSTCAN)],
		read: (bytes) => readAll(memoryFile("x.tar", bytes)),
	},
	{
		name: "archive: lz4",
		weight: 1.5,
		seeds: [packLz4(text(RECORDS)), packLz4(TAR)],
		read: (bytes) => readAll(memoryFile("x.lz4", bytes)),
	},
	{
		name: "certificates",
		weight: 10,
		seeds: [CERTIFICATE],
		read: readPlainCertificate,
	},
];
