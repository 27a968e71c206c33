/** Evidence as a lawyer and the other side's expert use it: commands on a real workspace, and files handed from one to the other. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import {
	type BundleReport,
	openBundle,
	type Proof,
	readZip,
	type Statement,
	writeZip,
} from "../src/account/evidence/index.ts";
import { packStory } from "../src/measure/lab/index.ts";
import { cacheHeads, rejudgeBundle } from "../src/pipeline/index.ts";
import { openBench, textOf } from "./alerts/bench.ts";
import { startSmtpServer } from "./alerts/smtp-server.ts";

const MAIN = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));
const TOP = mkdtempSync(join(tmpdir(), "rasai-evidence-"));
const BAN = "PK-2024-02-17-x";

after(() => rmSync(TOP, { recursive: true, force: true }));

function rasai(workspace: string, ...words: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[MAIN, ...words, "--workspace", join(TOP, workspace)],
		{ timeout: 120_000, cwd: TOP, maxBuffer: 64 << 20, encoding: "utf8" },
	);
	return { status, stdout, stderr };
}

function text(workspace: string, ...words: string[]): string {
	const { status, stdout, stderr } = rasai(workspace, ...words);
	assert.equal(status, 0, `${stdout}\n${stderr}`);
	return stdout;
}

/** Verifies where there is no workspace at all, as a stranger would. */
function verify(file: string, ...words: string[]) {
	const { status, stdout, stderr } = rasai(
		"nowhere",
		"evidence",
		"verify",
		file,
		"--json",
		...words,
	);
	return { status, stderr, report: JSON.parse(stdout) as BundleReport };
}

const found = ({ steps }: BundleReport, name: string): string =>
	steps.find(({ step }) => step === name)?.found ?? "";
const failed = ({ steps }: BundleReport): readonly string[] =>
	steps.filter(({ ok }) => !ok).map(({ step }) => step);
const bytesOf = (name: string): Uint8Array => readFileSync(join(TOP, name));

text("shipped", "record", "import", "--shipped");
const made = JSON.parse(
	text("shipped", "evidence", "make", BAN, "--out", "ban.zip", "--json"),
);

test("P12: the evidence of the ban of X rests on no measurement and says so at every turn", () => {
	const { status, stderr, report } = verify("ban.zip", "--key", made.root);
	assert.equal(status, 0);
	assert.match(stderr, /self-attested only/);
	assert.match(found(report, "numbers"), /nothing recomputed/);
	assert.match(found(report, "rejudged"), /nothing to judge again/);
	const bundle = openBundle(bytesOf("ban.zip"));
	assert.match(
		bundle.text("data/READ-ME-FIRST.txt"),
		/It rests on no measurement/,
	);
	const { exhibits } = JSON.parse(bundle.text("data/dossier.json"));
	assert.equal(
		found(report, "exhibits"),
		`${exhibits.length} exhibits stand where the dossier says`,
	);
	assert.ok(exhibits.length > 60);
	assert.match(
		Buffer.from(bundle.bytes("data/dossier.pdf")).toString("latin1"),
		/^%PDF-/,
	);
});

test("P3: made again, it has the same bytes, and the ledger tells of it once", () => {
	text("shipped", "evidence", "make", BAN, "--out", "again.zip");
	assert.ok(Buffer.from(bytesOf("again.zip")).equals(bytesOf("ban.zip")));
	const chain = readFileSync(join(TOP, "shipped/ledger/chain.log"), "utf8");
	assert.equal(chain.split('"kind":"bundle"').length, 2);
	assert.equal(chain.split('"kind":"evidence_key"').length, 2);
	text("shipped", "ledger", "verify");
});

test("it is a bag as BagIt has it, and other programs can open it", (t) => {
	const listed = spawnSync("python3", [
		"-c",
		"import sys, zipfile, hashlib; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; top = z.namelist()[0].split('/')[0]; read = lambda name: z.read(top + '/' + name);\nfor manifest in ('manifest-sha256.txt', 'tagmanifest-sha256.txt'):\n  for line in read(manifest).decode().splitlines():\n    hash, name = line.split('  ', 1); assert hashlib.sha256(read(name)).hexdigest() == hash, name\nprint('ok')",
		join(TOP, "ban.zip"),
	]);
	if (listed.error) return t.skip("python3 not found");
	assert.equal(String(listed.stdout), "ok\n", String(listed.stderr));
});

test("keys are kept from others, and a file that cannot be checked is said to be none", () => {
	for (const name of [
		"evidence-root-ed25519.pem",
		"evidence-ed25519.pem",
		"evidence-salt.key",
	])
		assert.equal(
			statSync(join(TOP, "shipped/keys", name)).mode & 0o777,
			0o600,
			name,
		);
	const { status, report } = verify("ban.zip", "--key", "0".repeat(64));
	assert.deepEqual([status, failed(report)], [3, ["key"]]);
	const heads = ["--heads", join(TOP, "shipped/config.toml")];
	assert.equal(
		rasai("nowhere", "evidence", "verify", "ban.zip", ...heads).status,
		2,
	);
});

test("a head quoted from an alert mail, as it was received, is an outside witness; one that was altered is told", async (t) => {
	const shipped = join(TOP, "shipped");
	const heads = await cacheHeads({
		ledger: join(shipped, "ledger"),
		keys: join(shipped, "keys"),
	})();
	const server = await startSmtpServer(t);
	const bench = openBench(t, server.port);
	bench.subscribe();
	for (const mark of heads.heads) bench.setLedger(mark);
	bench.tell("opened");
	await bench.deliver();
	const [mail = ""] = server.mails;
	const verifyWith = (text: string) => {
		writeFileSync(join(TOP, "witness.eml"), text);
		return verify("ban.zip", "--key", made.root, "--heads", "witness.eml");
	};
	const kept = verifyWith(mail);
	assert.equal(kept.status, 0, kept.stderr);
	assert.deepEqual(kept.report.anchors, [
		"an outside copy of the ledger's heads",
	]);
	const quoted = `> ${textOf(mail).replaceAll("\n", "\n> ")}`;
	const altered = verifyWith(
		quoted.replace(/:[0-9a-f]{64}/, `:${"0".repeat(64)}`),
	);
	assert.equal(altered.status, 3);
	assert.equal(failed(altered.report).length, 1);
});

test("one changed byte: exit code 3, and the step is named", () => {
	const bytes = Uint8Array.from(bytesOf("ban.zip"));
	bytes[100_000] = (bytes[100_000] ?? 0) ^ 1;
	writeFileSync(join(TOP, "changed.zip"), bytes);
	const { status, stderr, report } = verify("changed.zip");
	assert.equal(status, 3);
	assert.deepEqual(failed(report), ["container"]);
	assert.match(stderr, /does not verify: container: byte/);
});

test("a measured restriction: numbers are recounted, records judged again, and it says emulated", () => {
	const sources = join(TOP, "sources");
	for (const { path, bytes } of packStory("record"))
		if (path.includes("20250225")) {
			mkdirSync(dirname(join(sources, path)), { recursive: true });
			writeFileSync(join(sources, path), bytes);
		}
	text("emulated", "archive", "import", sources);
	const day = (date: string) => ({ date, precision: "day", zone: "UTC" });
	writeFileSync(
		join(TOP, "entries.json"),
		JSON.stringify([
			{
				id: "qz-block",
				country: "QZ",
				services: ["X"],
				topics: [],
				relatedIds: [],
				claims: [],
				orders: [],
				confidence: "high",
				type: "restriction",
				when: day("2025-02-25"),
				actor: { rank: "unknown" },
				summary: "X was blocked for a day, in a country that does not exist.",
				sources: [{ url: "https://example.org/", kind: "press" }],
				restriction: {
					kind: "service_block",
					networks: [],
					scope: "national",
					start: day("2025-02-25"),
					end: day("2025-02-25"),
				},
			},
		]),
	);
	text("emulated", "record", "import", "entries.json");
	const [incident] = JSON.parse(
		text("emulated", "incident", "list", "--cc", "QZ", "--json"),
	);
	assert.ok(incident, "an incident");
	text(
		"emulated",
		"evidence",
		"make",
		incident.id,
		"--out",
		"emulated.zip",
		"--sample",
		"5",
	);
	const { status, report } = verify("emulated.zip");
	assert.deepEqual([status, failed(report)], [0, []]);
	assert.match(
		found(report, "numbers"),
		/^\d{2,} numbers from \d{2,} rows; \d+ contrary/,
	);
	assert.match(
		found(report, "rejudged"),
		/^\d+ of \d+ measurements re-judged, as told$/,
	);
	const bundle = openBundle(bytesOf("emulated.zip"));
	assert.match(bundle.folder, /emulated/);
	assert.match(bundle.text("bag-info.txt"), /EMULATED/);
	assert.match(bundle.text("data/READ-ME-FIRST.txt"), /EMULATED/);
	const prov = JSON.parse(bundle.text("data/prov.json"));
	assert.ok(Object.keys(prov.wasDerivedFrom).length >= 4);
});

test("P11: a measurement that is no witness can be withheld from the file, and one that is cannot", () => {
	const bundle = openBundle(bytesOf("emulated.zip"));
	const ids = bundle
		.text("data/measurements.jsonl")
		.trim()
		.split("\n")
		.map((line): { uid: string; session: string } => JSON.parse(line).id[1]);
	const dossier = bundle.text("data/dossier.json");
	const witnesses = ids.filter(({ uid }) => dossier.includes(uid));
	const named = witnesses[0]?.uid;
	const free = ids.find(({ session }) =>
		witnesses.every((one) => one.session !== session),
	)?.uid;
	assert.ok(free && named);
	const { incident } = bundle.json<{ incident: { id: string } }>(
		"data/dossier.json",
	);
	const id = incident.id;
	const make = (uid: string) =>
		rasai(
			"emulated",
			"evidence",
			"make",
			id,
			"--out",
			"withheld.zip",
			"--sample",
			"5",
			"--withhold",
			`${uid}:at+id:safety`,
		);
	const { status: done, stderr } = make(free);
	assert.equal(done, 0, stderr);
	const { status, report } = verify("withheld.zip");
	assert.deepEqual([status, failed(report)], [0, []]);
	assert.match(found(report, "withheld"), /^\d+ for safety$/);
	assert.equal(Buffer.from(bytesOf("withheld.zip")).includes(free), false);
	assert.match(make(named).stderr, /was to be withheld and stands in/);
});

test("P7: a keeper who signs rows that the measurements do not give is found by judging again", () => {
	const bundle = openBundle(bytesOf("emulated.zip"));
	const statement = bundle.json<Statement>("evidence.json");
	const after = (
		name: string,
		change: (text: string) => string,
		its = statement,
	) =>
		rejudgeBundle(
			{
				...bundle,
				bytes: (one) =>
					one === name
						? Buffer.from(change(bundle.text(name)))
						: bundle.bytes(one),
				json: <Value>(one: string) =>
					one === name
						? (JSON.parse(change(bundle.text(name))) as Value)
						: bundle.json<Value>(one),
			},
			its,
		)
			.filter(({ ok }) => !ok)
			.map(({ step, found: why }) => `${step}: ${why}`)
			.join();
	const [proof] = bundle.json<readonly Proof[]>("data/proofs.json");
	assert.ok(proof);
	const swap = (from: RegExp, to: string) => (text: string) =>
		text
			.split("\n")
			.map((line, n) => (n === proof.index ? line.replace(from, to) : line))
			.join("\n");
	const lines = "data/measurements.jsonl";
	assert.match(
		after(lines, swap(/"state":"\w+"/, '"state":"down"')),
		/^rejudged: line \d+: .* is told as down and judged as/,
	);
	assert.match(
		after(lines, swap(/"asn":\["(\w+)",\d+/, '"asn":["$1",1')),
		/^rejudged: line \d+ counts another/,
	);
	assert.match(
		after("data/judging/services.json", (text) =>
			text.replace('"id":"x"', '"id":"y"'),
		),
		/^rejudged: the reference data are not those/,
	);
	const judged = { ruleset: "other", reference: "", facts: "" };
	assert.match(
		after("", String, { ...statement, judged }),
		/^engine: the bundle was judged by rules other/,
	);
	assert.equal(after("", String), "");
});

test("an authority's time-stamp is asked for, checked, and anchors the file", async (t) => {
	if (spawnSync("openssl", ["version"]).error)
		return t.skip("openssl not found");
	const authority = await serveAuthority();
	try {
		writeFileSync(
			join(TOP, "shipped/config.toml"),
			`[evidence]\nkeeper = "Test Keeper"\ntsa = "http://127.0.0.1:${authority.port}/"\ntsa_certificates = "${authority.root}"\n`,
		);
		const { status, stderr } = await rasaiBeside(
			"shipped",
			"evidence",
			"make",
			BAN,
			"--out",
			"stamped.zip",
		);
		assert.equal(status, 0, stderr);
		const trusting = verify(
			"stamped.zip",
			"--tsa-certificates",
			authority.root,
		);
		assert.deepEqual(failed(trusting.report), []);
		assert.match(
			found(trusting.report, "time-stamp"),
			/^it existed at .*, says Test TSA$/,
		);
		assert.equal(trusting.report.anchors.length, 1);
		assert.doesNotMatch(trusting.stderr, /self-attested/);
		const unasked = verify("stamped.zip");
		assert.match(found(unasked.report, "time-stamp"), /not checked here/);
		assert.match(unasked.stderr, /self-attested only/);
		const distrusting = verify(
			"stamped.zip",
			"--tsa-certificates",
			authority.other,
		);
		assert.deepEqual(
			[distrusting.status, failed(distrusting.report)],
			[3, ["time-stamp"]],
		);
		const moved = moveStamp("stamped.zip", "ban.zip");
		assert.deepEqual(
			failed(verify(moved, "--tsa-certificates", authority.root).report),
			["time-stamp"],
		);
	} finally {
		authority.close();
	}
});

/** Another bundle with this one's stamp, its tag manifest mended. */
function moveStamp(from: string, to: string): string {
	const stamped = openBundle(bytesOf(from));
	const plain = openBundle(bytesOf(to));
	const files = new Map(readZip(bytesOf(to)));
	files.set(`${plain.folder}timestamp.tsr`, stamped.bytes("timestamp.tsr"));
	const line = stamped
		.text("tagmanifest-sha256.txt")
		.split("\n")
		.find((one) => one.endsWith("timestamp.tsr"));
	files.set(
		`${plain.folder}tagmanifest-sha256.txt`,
		Buffer.from(`${plain.text("tagmanifest-sha256.txt")}${line}\n`),
	);
	writeFileSync(join(TOP, "moved.zip"), writeZip(files));
	return "moved.zip";
}

/** As `rasai`, while this process serves. */
function rasaiBeside(
	workspace: string,
	...words: string[]
): Promise<{ status: number | null; stderr: string }> {
	return new Promise((resolve) => {
		const child = spawn(
			process.execPath,
			[MAIN, ...words, "--workspace", join(TOP, workspace)],
			{ cwd: TOP },
		);
		let stderr = "";
		child.stderr.on("data", (chunk) => {
			stderr += chunk;
		});
		child.on("close", (status) => resolve({ status, stderr }));
	});
}

/** OpenSSL as a time-stamping authority, on loopback. */
async function serveAuthority() {
	const folder = join(TOP, "authority");
	mkdirSync(folder);
	const at = (name: string) => join(folder, name);
	const openssl = (...words: string[]) => {
		const { status, stderr } = spawnSync("openssl", words);
		assert.equal(status, 0, String(stderr));
	};
	const root = (name: string) =>
		openssl(
			"req",
			"-x509",
			"-newkey",
			"rsa:2048",
			"-nodes",
			"-keyout",
			at(`${name}.key`),
			"-out",
			at(`${name}.pem`),
			"-days",
			"30",
			"-subj",
			"/CN=Test root",
		);
	root("root");
	root("other");
	openssl(
		"req",
		"-newkey",
		"rsa:2048",
		"-nodes",
		"-keyout",
		at("tsa.key"),
		"-out",
		at("tsa.csr"),
		"-subj",
		"/CN=Test TSA",
	);
	writeFileSync(
		at("extensions"),
		"extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n",
	);
	openssl(
		"x509",
		"-req",
		"-in",
		at("tsa.csr"),
		"-CA",
		at("root.pem"),
		"-CAkey",
		at("root.key"),
		"-CAcreateserial",
		"-out",
		at("tsa.pem"),
		"-days",
		"30",
		"-extfile",
		at("extensions"),
	);
	writeFileSync(at("serial"), "01\n");
	writeFileSync(
		at("tsa.cnf"),
		`[tsa]\ndefault_tsa = own\n[own]\nserial = ${at("serial")}\nsigner_cert = ${at("tsa.pem")}\ncerts = ${at("root.pem")}\nsigner_key = ${at("tsa.key")}\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\ness_cert_id_alg = sha256\n`,
	);
	const server = createServer(async (request, answer) => {
		const chunks: Uint8Array[] = [];
		for await (const chunk of request) chunks.push(chunk);
		writeFileSync(at("query"), Buffer.concat(chunks));
		openssl(
			"ts",
			"-reply",
			"-config",
			at("tsa.cnf"),
			"-queryfile",
			at("query"),
			"-out",
			at("reply"),
		);
		answer.setHeader("content-type", "application/timestamp-reply");
		answer.end(readFileSync(at("reply")));
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		port: (server.address() as AddressInfo).port,
		root: at("root.pem"),
		other: at("other.pem"),
		close: () => server.close(),
	};
}
