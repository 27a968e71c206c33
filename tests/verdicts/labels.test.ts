/**
 * Agreement with the labels made by hand (tests/labels), and with what each
 * source said. Reads the measurements from $RASAI_SHARED; they are not ours
 * to ship.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { observe } from "../../src/judge/observations/index.ts";
import { judgeMeasurement } from "../../src/judge/verdicts/index.ts";
import {
	isRecord,
	mechanismPath,
	parseMeasurement,
	type Verdict,
} from "../../src/model/index.ts";
import { parseFingerprints, snapshotOf } from "../../src/reference/index.ts";
import { context } from "./facts.ts";

interface Outcome {
	readonly state: string;
	readonly mechanism: string | null;
}

interface Label extends Outcome {
	readonly file: string;
	readonly alsoAcceptable: readonly Outcome[];
	readonly sourceVerdict: string;
}

const shared = process.env["RASAI_SHARED"] ?? "../shared";
const folder = join(shared, "data/ooni/measurements");
const present = existsSync(folder);
const skip = present ? false : `RASAI_SHARED not found: ${folder}`;

const BLOCKED = new Set(["blocked", "likely_blocked"]);

describe("labels", { skip }, () => {
	const judged = new Map<string, Verdict>();
	let labels: readonly Label[] = [];

	before(() => {
		labels = JSON.parse(
			readFileSync("tests/labels/ooni-measurements.json", "utf8"),
		).labels;
		const fingerprints = parseFingerprints({
			dns: readFileSync(
				join(shared, "data/fingerprints/fingerprints_dns.csv"),
				"utf8",
			),
			http: readFileSync(
				join(shared, "data/fingerprints/fingerprints_http.csv"),
				"utf8",
			),
		});
		const reference = snapshotOf({ ...context.reference, fingerprints });
		for (const { file } of labels) {
			judged.set(file, judgeFile(join(folder, file), reference));
		}
	});

	const judgeFile = (
		path: string,
		reference: typeof context.reference,
	): Verdict => {
		const value: unknown = JSON.parse(readFileSync(path, "utf8"));
		const wrapped = isRecord(value) ? value["raw_measurement"] : undefined;
		const record = typeof wrapped === "string" ? JSON.parse(wrapped) : value;
		const parsed = parseMeasurement(record, {
			receivedAt: "2026-06-01T00:00:00Z",
		});
		assert.ok("measurement" in parsed, `${path}: ${JSON.stringify(parsed)}`);
		const { observations } = observe(parsed.measurement, {
			fingerprints: reference.fingerprints,
			seenCertificates: new Set(),
		});
		return judgeMeasurement(
			{ header: parsed.measurement, observations },
			{ ...context, reference },
		);
	};

	const verdictOf = (file: string): Verdict => {
		const verdict = judged.get(file);
		assert.ok(verdict, file);
		return verdict;
	};

	test("every labelled file is judged", () => {
		assert.equal(judged.size, labels.length);
		assert.ok(labels.length >= 82);
	});

	test("P6: nothing is called blocked or likely blocked that the labels do not", () => {
		const wrong = labels.filter(
			({ file, state }) =>
				BLOCKED.has(verdictOf(file).state) && !BLOCKED.has(state),
		);
		assert.deepEqual(
			wrong.map(({ file }) => file),
			[],
		);
	});

	test("states and mechanisms agree with the labels", (t) => {
		const outcomes = labels.map((label) => {
			const { state, mechanism = null } = verdictOf(label.file);
			const same = (other: Outcome): boolean =>
				other.state === state && other.mechanism === mechanism;
			// Claiming less than the label is no error; claiming nothing where it is blocked is.
			const noDeeper = (other: Outcome): boolean =>
				other.state === state &&
				(mechanism === null
					? !BLOCKED.has(state)
					: mechanismPath(other.mechanism ?? "").includes(mechanism));
			return {
				file: label.file,
				exact: same(label),
				acceptable: [label, ...label.alsoAcceptable].some(noDeeper),
				text: `${label.file}: ours ${state} ${mechanism ?? "-"}, label ${label.state} ${label.mechanism ?? "-"}`,
			};
		});
		const exact = outcomes.filter((outcome) => outcome.exact).length;
		t.diagnostic(
			`exact agreement with the labels: ${exact} of ${outcomes.length}`,
		);
		for (const { text } of outcomes.filter((outcome) => !outcome.exact))
			t.diagnostic(text);
		assert.deepEqual(
			outcomes.filter(({ acceptable }) => !acceptable).map(({ text }) => text),
			[],
		);
		assert.ok(
			exact / outcomes.length >= 0.85,
			`${exact} of ${outcomes.length}`,
		);
	});

	test("mechanisms keep their precision and recall, node by node", (t) => {
		let shared = 0;
		let claimed = 0;
		let wanted = 0;
		for (const label of labels) {
			const ours = mechanismPath(verdictOf(label.file).mechanism ?? "");
			const theirs = mechanismPath(label.mechanism ?? "");
			const [a, b] = [ours.filter(Boolean), theirs.filter(Boolean)];
			claimed += a.length;
			wanted += b.length;
			shared += a.filter((node) => b.includes(node)).length;
		}
		t.diagnostic(
			`hierarchical precision ${shared}/${claimed}, recall ${shared}/${wanted}`,
		);
		assert.ok(shared / claimed >= 0.9 && shared / wanted >= 0.9);
	});

	test("agreement with the sources is reported, and where we differ the label says who is right", (t) => {
		let agree = 0;
		let stated = 0;
		for (const { file, sourceVerdict } of labels) {
			if (sourceVerdict === "none") continue;
			stated += 1;
			const { state } = verdictOf(file);
			const ours = BLOCKED.has(state)
				? "blocked"
				: state === "down"
					? "down"
					: state === "ok"
						? "ok"
						: "undecided";
			if (ours === sourceVerdict) agree += 1;
			else
				t.diagnostic(`${file}: source says ${sourceVerdict}, we say ${state}`);
		}
		t.diagnostic(
			`agreement with the sources: ${agree} of ${stated} that state a verdict`,
		);
		assert.ok(stated > 40);
	});
});
