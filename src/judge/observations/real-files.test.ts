/**
 * Every real measurement of the shared folder. What is asserted is structure:
 * no file is named, and nothing is said of what a file should mean.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
	isRecord,
	type Observation,
	parseMeasurement,
} from "../../model/index.ts";
import { emptyFingerprints } from "../../reference/index.ts";
import { listOf, rowOf } from "./fields.ts";
import { observe } from "./observe.ts";
import { scanRecord } from "./scan/index.ts";
import { observeKeys } from "./testing.ts";
import type { Observed } from "./types.ts";

const FOLDER = join(
	process.env["RASAI_SHARED"] ?? "../shared",
	"data/ooni/measurements",
);

interface RealFile {
	readonly path: string;
	readonly testName: string;
	readonly testKeys: Readonly<Record<string, unknown>>;
	readonly parsed: Observed;
	/** Undefined where a test is never scanned. */
	readonly scanned: Observed | undefined;
}

function readReal(path: string): RealFile {
	const bytes = readFileSync(join(FOLDER, path));
	const read = (record: unknown) => {
		const parsed = parseMeasurement(record, {
			receivedAt: "2027-01-01T00:00:00Z",
			uidHint: "real",
		});
		if ("reject" in parsed)
			throw new Error(`${path}: ${parsed.reject.message}`);
		const context = {
			fingerprints: emptyFingerprints,
			seenCertificates: new Set<string>(),
		};
		return {
			measurement: parsed.measurement,
			observed: observe(parsed.measurement, context),
		};
	};
	const { measurement, observed } = read(JSON.parse(bytes.toString("utf8")));
	const scanned = scanRecord(bytes);
	return {
		path,
		testName: measurement.testName,
		testKeys: measurement.testKeys,
		parsed: observed,
		scanned: scanned && read(scanned).observed,
	};
}

const isThere = existsSync(FOLDER);
const files = isThere
	? readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
			.filter((path) => path.endsWith(".json") && path !== "index.json")
			.sort()
			.map(readReal)
	: [];

function testReal(name: string, check: (file: RealFile) => void): void {
	test(name, (t) => {
		if (!isThere) {
			t.skip(`RASAI_SHARED not found: ${FOLDER}`);
			return;
		}
		assert.ok(files.length >= 80);
		for (const file of files) check(file);
	});
}

const probeFacts = (
	{ parsed }: RealFile,
	layer: Observation["layer"],
): readonly Observation[] =>
	parsed.observations.filter(
		(fact) => fact.layer === layer && fact.vantage === "probe",
	);

testReal("real files read alike scanned and parsed", (file) => {
	if (file.scanned !== undefined)
		assert.deepEqual(file.scanned, file.parsed, file.path);
});

testReal("real records of web_connectivity are all scanned", (file) => {
	if (file.testName === "web_connectivity")
		assert.ok(file.scanned !== undefined, file.path);
});

testReal("positions of real files are dense from 0", (file) => {
	file.parsed.observations.forEach((fact, index) => {
		assert.equal(fact.position, index, file.path);
	});
});

testReal(
	"no row of a real file is lost without a problem that says so",
	(file) => {
		const problems = file.parsed.problems.join("\n");
		const rows = (key: string): number => listOf(file.testKeys[key]).length;
		const pairs: readonly (readonly [Observation["layer"], string])[] = [
			["dns", "queries"],
			["tcp", "tcp_connect"],
			["tls", "tls_handshakes"],
			["quic", "quic_handshakes"],
		];
		for (const [layer, key] of pairs)
			if (!problems.includes(`${key}[`))
				assert.ok(
					probeFacts(file, layer).length >= rows(key),
					`${file.path}: ${key}`,
				);
		const exchanges = file.parsed.observations.filter(
			(fact) => fact.layer === "http" && fact.url !== undefined,
		);
		assert.ok(exchanges.length >= rows("requests"), `${file.path}: requests`);
	},
);

testReal(
	"every web_connectivity file says whether it has a control, and shows it",
	(file) => {
		if (file.testName !== "web_connectivity") return;
		const facts = file.parsed.observations;
		const control = facts.filter(
			(fact) => fact.layer === "app" && fact.name === "control",
		);
		assert.equal(control.length, 1, file.path);
		const others = facts.filter(
			(fact) => fact.vantage === "helper" && fact.layer !== "app",
		);
		assert.equal(
			others.length > 0,
			control[0]?.failure === undefined,
			file.path,
		);
	},
);

testReal("failures of real files are the record's own strings", (file) => {
	const text = JSON.stringify(file.testKeys);
	for (const { failure } of file.parsed.observations) {
		if (failure === undefined || failure.includes("[scrubbed]")) continue;
		const isOurs = /: (not stated|no control|the browser says)/.test(failure);
		const asWritten = JSON.stringify(failure).slice(1, -1);
		assert.ok(isOurs || text.includes(asWritten), `${file.path}: ${failure}`);
	}
});

testReal(
	"certificates of real files are named by the handshakes, and readable",
	(file) => {
		const named = new Set(
			file.parsed.observations.flatMap((fact) =>
				fact.layer === "tls" || fact.layer === "quic" ? fact.certificates : [],
			),
		);
		const given = new Set(file.parsed.certificates.map(({ sha256 }) => sha256));
		assert.deepEqual(given, named, file.path);
		for (const { problem, notAfterAt } of file.parsed.certificates) {
			assert.equal(problem, undefined, file.path);
			assert.match(notAfterAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, file.path);
		}
	},
);

testReal(
	"parts of services in real files are known by their endpoints",
	(file) => {
		const tests = [
			"whatsapp",
			"telegram",
			"signal",
			"facebook_messenger",
			"tor",
		];
		if (!tests.includes(file.testName)) return;
		for (const fact of file.parsed.observations)
			assert.notEqual(fact.role, "", `${file.path}: ${fact.position}`);
	},
);

testReal(
	"handshakes and exchanges of real files have an address where an event tells it",
	(file) => {
		if (listOf(file.testKeys["network_events"]).length === 0) return;
		for (const fact of probeFacts(file, "tls"))
			assert.ok(fact.layer === "tls" && fact.ip !== "", file.path);
	},
);

testReal("the facts of a real file hang on test_keys alone", (file) => {
	if (!isRecord(rowOf(file.testKeys)["control"])) return;
	const without = observeKeys(file.testKeys, file.testName, "");
	assert.deepEqual(
		without.observations.filter((fact) => fact.vantage === "probe").length,
		file.parsed.observations.filter((fact) => fact.vantage === "probe").length,
		file.path,
	);
});
