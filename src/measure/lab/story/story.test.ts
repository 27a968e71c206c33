import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { parseMeasurement } from "../../../model/index.ts";
import { emulateStory, storyTruth } from "./emulate.ts";
import { packStory } from "./pack.ts";
import type { Episode } from "./plot.ts";

const SEED = "test";
const items = [...emulateStory(SEED)];
const truth = storyTruth(SEED);

function record(item: (typeof items)[number]) {
	const measurement = item.measurement as {
		readonly input: string | null;
		readonly test_name: string;
		readonly probe_asn: string;
		readonly measurement_start_time: string;
		readonly software_version: string;
		readonly test_keys: {
			readonly accessible?: boolean | null;
			readonly control_failure?: string | null;
		};
	};
	return {
		...measurement,
		asn: Number(measurement.probe_asn.slice(2)),
		at: `${measurement.measurement_start_time.replace(" ", "T")}Z`,
	};
}

const records = items.map(record);

function during(episode: Episode) {
	return records.filter(
		(r) =>
			r.asn === episode.asn && episode.since <= r.at && r.at < episode.until,
	);
}

test("P3: the same seed tells the same story, another seed another", () => {
	const first = JSON.stringify([...emulateStory(SEED, { days: 3 })]);
	assert.equal(first, JSON.stringify([...emulateStory(SEED, { days: 3 })]));
	assert.notEqual(first, JSON.stringify([...emulateStory("b", { days: 3 })]));
});

test("the shipped story is of modest size", () => {
	assert.ok(records.length >= 15_000 && records.length <= 25_000);
});

test("every record is a measurement of country QZ that calls itself emulated", () => {
	for (const { measurement } of items) {
		const parsed = parseMeasurement(measurement, {
			receivedAt: truth.until,
		});
		assert.ok("measurement" in parsed);
		assert.deepEqual(parsed.measurement.problems, []);
		assert.equal(parsed.measurement.probeCc, "QZ");
		assert.equal(parsed.measurement.annotations["emulated"], "true");
		assert.ok(parsed.measurement.probeAsn >= 64496);
		assert.ok(parsed.measurement.probeAsn <= 64511);
	}
});

test("every address is reserved for documentation, loopback or the one bogon", () => {
	const allowed =
		/^(192\.0\.2|198\.51\.100|203\.0\.113)\.|^127\.0\.0\.1$|^10\.66\.34\.34$/;
	for (const { measurement } of items.slice(0, 4000)) {
		const text = JSON.stringify(measurement);
		for (const [ip] of text.matchAll(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g))
			if (!text.includes(`Chrome/${ip}`) && !/^0\.4\.8\.9$/.test(ip))
				assert.match(ip, allowed);
	}
});

test("what the truth says of X is what visits to X met", () => {
	const blocks = truth.episodes.filter((e) => e.service === "x");
	assert.equal(new Set(blocks.map((e) => e.asn)).size, 9);
	let visits = 0;
	for (const episode of blocks)
		for (const r of during(episode)) {
			if (r.input !== "https://x.com/" || r.test_keys.control_failure) continue;
			visits++;
			assert.equal(r.test_keys.accessible, false, `${r.asn} at ${r.at}`);
		}
	assert.ok(visits > 300, `${visits} visits`);
	const inBlock = new Set(blocks.flatMap(during));
	const outside = records.filter(
		(r) =>
			r.input === "https://x.com/" &&
			!inBlock.has(r) &&
			r.software_version !== "3.20.1",
	);
	const failed = outside.filter((r) => r.test_keys.accessible !== true);
	assert.ok(failed.length / outside.length < 0.06);
	assert.ok(failed.length > 0, "a story without noise teaches nothing");
});

test("P9: a network that is cut off measures nothing while its neighbours go on", () => {
	const shutdowns = truth.episodes.filter((e) => e.kind === "shutdown");
	assert.equal(shutdowns.length, 2);
	for (const episode of shutdowns) {
		assert.equal(during(episode).length, 0);
		assert.ok(during({ ...episode, asn: 64498 }).length > 0);
	}
});

test("WhatsApp's media fails while its text passes", () => {
	const cuts = truth.episodes.filter((e) => e.service === "whatsapp");
	const met = cuts.flatMap(during);
	const media = met.filter(
		(r) =>
			r.input === "https://mmg.whatsapp.net/" && !r.test_keys.control_failure,
	);
	assert.ok(media.length > 20);
	assert.ok(media.every((r) => r.test_keys.accessible === false));
	const text = met.filter((r) => r.test_name === "whatsapp");
	const fine = text.filter(
		(r) =>
			(r.test_keys as Record<string, unknown>)["whatsapp_endpoints_status"] ===
			"ok",
	);
	assert.equal(fine.length, text.length);
});

test("files are packed by day and test in the bucket's layout", () => {
	const files = [...packStory(SEED, { days: 2 })];
	const paths = files.map((f) => f.path);
	assert.equal(new Set(paths).size, paths.length);
	for (const file of files) {
		assert.match(
			file.path,
			/^jsonl\/[a-z]+\/QZ\/(\d{8})\/00\/\1_QZ_[a-z]+\.l\.0\.jsonl\.gz$/,
		);
		const lines = gunzipSync(file.bytes).toString().trimEnd().split("\n");
		assert.equal(lines.length, file.measurements);
	}
});
