/**
 * Every reader of what comes from outside, with inputs that it knows. A reader
 * may refuse with a RasaiError, or as its own promise says; anything else that
 * is thrown is a fault.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readKnownHeads } from "../../src/account/evidence/known-heads.ts";
import { readZip, writeZip } from "../../src/account/evidence/verifier/zip.ts";
import {
	parseDossier,
	parseRestrictions,
	readRecordFile,
} from "../../src/account/record/index.ts";
import { RasaiError } from "../../src/base/index.ts";
import {
	memoryFile,
	readAll,
} from "../../src/gather/archives/test-archives.ts";
import { readSignals } from "../../src/gather/signals/index.ts";
import { observe, scanRecord } from "../../src/judge/observations/index.ts";
import { readAsk } from "../../src/measure/helper/index.ts";
import { readContent, readOpening } from "../../src/measure/helper/report.ts";
import { parseMeasurement } from "../../src/model/index.ts";
import {
	emptyFingerprints,
	parseFingerprints,
	parseServices,
} from "../../src/reference/index.ts";
import { parseConfig } from "../../src/store/index.ts";

export interface Reader {
	readonly name: string;
	readonly seeds: readonly Buffer[];
	/** Part of all inputs that it gets; cheap readers get more. */
	readonly share: number;
	read(bytes: Buffer): unknown;
	/** Whether the reader may refuse so. */
	readonly refuses?: (error: unknown) => boolean;
}

const isRasaiError = (error: unknown): boolean => error instanceof RasaiError;

const file = (path: string): Buffer => readFileSync(path);
const text = (content: string): Buffer => Buffer.from(content);
const corpus = (): readonly Buffer[] =>
	readdirSync(join("tests", "fuzz", "corpus"))
		.filter((name) => name !== "README.md")
		.sort()
		.map((name) => file(join("tests", "fuzz", "corpus", name)));

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
].map((name) => file(join("tests", "golden", name, "measurement.json")));

/** JSON as such is the runtime's to read; ours begins with its value. */
function json(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString());
	} catch {
		return bytes.toString();
	}
}

const CONTEXT = { receivedAt: "2026-12-06T00:00:00Z" };

function factsOf(record: unknown): void {
	const parsed = parseMeasurement(record, CONTEXT);
	if (!("reject" in parsed))
		observe(parsed.measurement, {
			fingerprints: emptyFingerprints,
			seenCertificates: new Set(),
		});
}

export const READERS: readonly Reader[] = [
	{
		name: "measurement by JSON.parse",
		share: 20,
		seeds: [...GOLDEN, ...corpus()],
		read: (bytes) => factsOf(json(bytes)),
	},
	{
		name: "measurement by scan",
		share: 20,
		seeds: [...GOLDEN, ...corpus()],
		read: (bytes) => factsOf(scanRecord(bytes)),
	},
	{
		name: "archive files",
		share: 10,
		seeds: [text('{"a":1}\n{"b":2}\n'), text("[1,2,3]"), ...corpus()],
		read: (bytes) => readAll(memoryFile("x", bytes)),
	},
	{
		name: "record files",
		share: 10,
		seeds: [
			file("data/record/pakistan-restrictions.csv").subarray(0, 4000),
			text('{"entries":[{"id":"a","country":"PK"}]}'),
			...corpus(),
		],
		read: (bytes) => [
			readRecordFile(bytes.toString()),
			parseRestrictions(bytes.toString()),
			parseDossier(json(bytes)),
		],
	},
	{
		name: "what clients of helper and collector send",
		share: 20,
		seeds: [
			text(
				'{"http_request":"https://example.org/","http_request_headers":{"Accept":["*/*"]},"tcp_connect":["192.0.2.1:443"],"x_quic_enabled":true}',
			),
			text(
				'{"data_format_version":"0.2.0","format":"json","probe_asn":"AS1","probe_cc":"QZ","software_name":"a","software_version":"1","test_name":"web_connectivity","test_start_time":"2026-01-10 06:29:00","test_version":"1"}',
			),
			...corpus(),
		],
		read: (bytes) => {
			const body = json(bytes);
			return [readAsk(body), readOpening(body), readContent(body)];
		},
	},
	{
		name: "signals",
		share: 8,
		seeds: [
			text("at,value\n2024-01-01T00:00:00Z,1\n2024-01-02T00:00:00Z,2\n"),
			text(
				'[[{"entityType":"country","from":1,"until":2,"step":1,"values":[1,null]}]]',
			),
			...corpus(),
		],
		read: (bytes) => readSignals("x.csv", bytes.toString()),
	},
	{
		name: "reference data",
		share: 6,
		seeds: [
			file("tests/golden/fingerprints_http.csv"),
			text('{"services":[{"id":"x","name":"X","domains":["x.com"]}]}'),
			...corpus(),
		],
		read: (bytes) => {
			const content = bytes.toString();
			for (const read of [
				() => parseFingerprints({ dns: content, http: content }),
				() => parseServices(json(bytes)),
			])
				try {
					read();
				} catch (error) {
					if (!isRasaiError(error)) throw error;
				}
		},
	},
	{
		name: "settings",
		share: 2,
		seeds: [text('[site]\nname = "Rasai"\n[store]\nmemory_mb = 512\n')],
		read: (bytes) => parseConfig(bytes.toString()),
	},
	{
		name: "bundles and witnesses' heads",
		share: 4,
		seeds: [
			Buffer.from(writeZip(new Map([["a/b.json", text('{"a":1}')]]))),
			text("[]"),
		],
		read: (bytes) => {
			readKnownHeads(bytes.toString());
			return readZip(bytes);
		},
		// The verifier stands alone and says what is wrong in a plain Error.
		refuses: (error) =>
			error instanceof Error &&
			Object.getPrototypeOf(error) === Error.prototype,
	},
];

/** Gives a reader one input. Throws what it must not throw. */
export async function tryReader(reader: Reader, bytes: Buffer): Promise<void> {
	try {
		await reader.read(bytes);
	} catch (error) {
		if (!(isRasaiError(error) || reader.refuses?.(error))) throw error;
	}
	if (Object.hasOwn(Object.prototype, "polluted"))
		throw new Error("the prototype of all objects was changed");
}
