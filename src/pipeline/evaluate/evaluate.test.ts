import assert from "node:assert/strict";
import test from "node:test";
import { createDetector } from "../../judge/incidents/index.ts";
import { makeWorld } from "../../measure/worlds/index.ts";
import { readCorpusIndex, scoreEntry } from "./corpus.ts";
import { readCorpusFile } from "./corpus-files.ts";
import { quantile, rateOf, shareOf } from "./intervals.ts";
import { matchStretch } from "./match.ts";
import { raiseByOracle } from "./oracle.ts";
import { readLabels, scoreVerdicts } from "./verdicts.ts";
import { scoreWorld } from "./world-events.ts";
import { scoreWorlds } from "./worlds.ts";

const near = (value: number | undefined, wanted: number, within: number) =>
	assert.ok(
		value !== undefined && Math.abs(value - wanted) <= within,
		`${value}, not ${wanted}`,
	);

test("Wilson's and Garwood's intervals are those of the tables", () => {
	// Newcombe, Stat. Med. 17 (1998): 81 of 263, Wilson without correction 0.2553 to 0.3662.
	near(shareOf(81, 263)?.low, 0.2553, 1e-4);
	near(shareOf(81, 263)?.high, 0.3662, 1e-4);
	near(shareOf(0, 20)?.high, 0.1611, 1e-4);
	assert.equal(shareOf(0, 0), undefined);
	// Exact Poisson limits: 0 gives 3.689, 5 gives 1.623 to 11.668.
	near(rateOf(0, 1)?.high, 3.689, 1e-3);
	near(rateOf(5, 1)?.low, 1.623, 1e-3);
	near(rateOf(5, 2)?.high, 11.668 / 2, 1e-3);
	assert.equal(rateOf(1, 0), undefined);
	assert.equal(quantile([3, 1, 2], 0.5), 2);
	assert.equal(quantile([], 0.5), undefined);
});

const stretch = {
	asn: 1,
	since: 100,
	until: 200,
	share: 1,
	cycle: undefined,
};

test("a change is of a restriction when it was raised in time and its interval meets the onset", () => {
	const onset = (at: number, earliest?: number, latest?: number) => ({
		direction: "onset" as const,
		at,
		...(earliest === undefined || latest === undefined
			? {}
			: { earliest, latest }),
	});
	assert.ok(matchStretch([onset(110, 95, 105)], stretch, 24).onset);
	assert.ok(matchStretch([onset(110)], stretch, 24).onset);
	const astray = matchStretch([onset(190, 170, 180)], stretch, 24);
	assert.equal(astray.onset, undefined);
	assert.equal(astray.onsetCount, 1);
	const early = matchStretch([onset(50, 40, 60)], stretch, 24);
	assert.deepEqual([early.onset, early.strayCount], [undefined, 1]);
	const ending = { direction: "ending" as const, at: 210 };
	assert.equal(matchStretch([onset(110), ending], stretch, 24).ending, ending);
});

test("the oracle finds what is plain, and nothing in a quiet world", () => {
	const world = makeWorld({
		seed: "oracle",
		weeks: 26,
		hazard: "full",
		noise: "even",
		networkCount: 2,
		cadence: 0.5,
		rotates: false,
		collapses: false,
	});
	const [series] = world.series;
	const [truth] = world.events[0]?.stretches ?? [];
	assert.ok(series && truth);
	const [first] = raiseByOracle(world, series, truth);
	assert.ok(first && first.at >= truth.since && first.at < truth.since + 24);
	const quiet = makeWorld({
		seed: "quiet",
		weeks: 52,
		hazard: null,
		noise: "even",
		networkCount: 1,
		cadence: 0.5,
		rotates: false,
	});
	const [calm] = quiet.series;
	assert.ok(calm);
	assert.deepEqual(raiseByOracle(quiet, calm, truth), []);
});

test("P6: worlds are scored for misses and for false alerts, against the baseline", async () => {
	const report = await scoreWorlds({
		seed: "test",
		eventWorlds: 10,
		quietSeriesWeeks: 600,
	});
	const [events] = report.eventRecall;
	assert.ok(events && events.scored > 5);
	assert.ok((events.detector?.value ?? 0) > (events.cusum?.value ?? 1));
	const [quiet] = report.falseAlerts;
	assert.ok(quiet && quiet.seriesWeeks >= 600);
	assert.ok((quiet.detector?.value ?? 99) < 2);
	assert.equal(report.endings.early?.value, 0);
	for (const sparse of report.sparse) {
		assert.ok((sparse.found?.value ?? 0) > 0.95, `${sparse.everyHours}`);
		assert.ok((sparse.samples.p90 ?? 99) <= 7, `${sparse.everyHours}`);
	}
	assert.ok(report.resolverAlarms.detector <= report.resolverAlarms.cusum + 1);
});

test("an event on many networks is about one incident", () => {
	const world = makeWorld({
		seed: "group",
		weeks: 26,
		hazard: "staged",
		noise: "even",
		networkCount: 20,
		cadence: 0.5,
	});
	const scored = scoreWorld(createDetector(), world);
	assert.ok(scored.stretches.length >= 5);
	assert.ok(scored.incidents.length <= 2, `${scored.incidents.length}`);
});

test("verdicts are scored against labels, sources beside them, mechanisms by their path", () => {
	const labels = readLabels({
		labels: [
			{
				file: "a",
				state: "blocked",
				mechanism: "dns.injection.bogon",
				sourceVerdict: "blocked",
			},
			{
				file: "b",
				state: "likely_blocked",
				mechanism: "tls.reset.sni",
				sourceVerdict: "ok",
			},
			{ file: "c", state: "ok", mechanism: null, sourceVerdict: "blocked" },
			{
				file: "d",
				state: "down",
				alsoAcceptable: [{ state: "impaired", mechanism: null }],
				sourceVerdict: "none",
			},
			{ nonsense: true },
		],
	});
	assert.equal(labels.length, 4);
	const report = scoreVerdicts(
		labels,
		new Map([
			["a", { state: "blocked" as const, mechanism: "dns.injection" }],
			["b", { state: "likely_blocked" as const, mechanism: "tls.reset.sni" }],
			["c", { state: "ok" as const, mechanism: null }],
			["d", { state: "impaired" as const, mechanism: null }],
		]),
	);
	assert.equal(report.judged, 4);
	assert.equal(report.acceptable?.value, 1);
	assert.equal(report.exact?.value, 0.5);
	assert.equal(report.ours.sensitivity?.value, 1);
	assert.equal(report.source.sensitivity?.value, 0.5);
	assert.equal(report.source.specificity?.value, 0);
	assert.equal(report.mechanisms.precision?.value, 1);
	near(report.mechanisms.recall?.value, 5 / 6, 1e-9);
	assert.deepEqual(
		report.disagreements.map(({ file }) => file),
		["a", "d"],
	);
	assert.deepEqual(readLabels("nonsense"), []);
});

test("real series are told apart by their columns, and scored by window and bracket", () => {
	const rows = ["ts_hour,target,n_reports,n_obs,obs_ok"];
	for (let hour = 0; hour < 24 * 30; hour++) {
		const isOn = hour >= 480 && hour % 24 >= 5 && hour % 24 < 12;
		const at = new Date(Date.UTC(2024, 0, 1, hour)).toISOString();
		rows.push(`${at},emulated,2,10,${isOn ? 0 : 10}`);
	}
	const windows = ["start,end"];
	for (let day = 18; day < 30; day++)
		windows.push(
			[5, 12]
				.map((hour) => new Date(Date.UTC(2024, 0, 1 + day, hour)).toISOString())
				.join(","),
		);
	const [entry] = readCorpusIndex({
		series: [
			{
				id: "emulated",
				files: ["cells.csv", "windows.csv"],
				expected_events: [
					{
						direction: "onset",
						bracket: ["2024-01-21", "2024-01-21T12:00:00"],
					},
				],
			},
		],
	});
	assert.ok(entry);
	const [report] = scoreEntry(
		entry,
		new Map([
			["cells.csv", readCorpusFile(`${rows.join("\n")}\n`)],
			["windows.csv", readCorpusFile(`${windows.join("\r\n")}\r\n`)],
		]),
	);
	assert.ok(report?.expected[0]?.found);
	assert.equal(report.windows?.detector.windows, 10);
	assert.equal(report.windows?.detector.hit, 10);
	assert.ok((report.windows?.detector.falseHours ?? 99) <= 10);
	assert.deepEqual(readCorpusIndex(7), []);
	assert.equal(readCorpusFile("a,b\n1,2\n").kind, "other");
});
