/**
 * How fast a ledger is verified, beside a plain SHA-256 of the same bytes in
 * the same run. Entries are of the record's size, with three texts each, and
 * written in batches as an import does. `RASAI_BENCH_ENTRIES` sets how many.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	createWorkspace,
	Ledger,
	openWorkspace,
	verifyLedger,
	workspacePaths,
} from "../src/store/index.ts";
import { figure } from "./figures.ts";

const ENTRIES = Number(process.env["RASAI_BENCH_ENTRIES"] ?? 100_000);
const BATCH = 500;
const seconds = (since: bigint): number =>
	Number(process.hrtime.bigint() - since) / 1e9;

function draft(n: number) {
	return {
		kind: "record_entry" as const,
		subject: `bench-${n}`,
		author: "bench",
		body: {
			type: "court_order",
			country: "QZ",
			when: { date: "2024-02-17", precision: "day", zone: "Asia/Karachi" },
			services: ["service.example"],
			claims: [{ matter: "reachability", asserted: "restricted" }],
			deadlines: [
				{ kind: "reply", by: "Ministry", due: { date: "2024-03-05" } },
			],
			confidence: "high",
		},
		texts: {
			people: JSON.stringify({ actor: `Person ${n}` }),
			words:
				`Ordered the service restored and replies by the fifth of March, ${n}. `.repeat(
					3,
				),
			sources: JSON.stringify([
				`https://paper.example/${n}`,
				`https://news.example/${n}`,
			]),
		},
	};
}

async function writeLedger(dir: string): Promise<void> {
	await createWorkspace(dir);
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock: () => new Date(),
		program: "bench",
	});
	const ledger = await Ledger.open(workspace);
	const started = process.hrtime.bigint();
	for (let n = 0; n < ENTRIES; n += BATCH)
		await ledger.append(
			Array.from({ length: Math.min(BATCH, ENTRIES - n) }, (_, m) =>
				draft(n + m),
			),
		);
	console.log(
		`write   ${Math.round(ENTRIES / seconds(started))} entries/s in batches of ${BATCH}`,
	);
	await ledger.close();
	await workspace.close();
}

const dir = mkdtempSync(join(tmpdir(), "rasai-bench-ledger-"));
try {
	await writeLedger(dir);
	const { ledger: folder } = workspacePaths(dir);
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
	for (let round = 1; round <= 3; round += 1) {
		const hashing = process.hrtime.bigint();
		let bytes = 0;
		for (const file of files) {
			const content = readFileSync(file);
			bytes += content.length;
			createHash("sha256").update(content).digest();
		}
		const plain = seconds(hashing);
		const verifying = process.hrtime.bigint();
		const report = await verifyLedger(workspacePaths(dir));
		const verified = seconds(verifying);
		if (round === 3)
			figure({
				name: "verify",
				value: verified,
				unit: "s",
				better: "less",
				baseline: { what: "SHA-256 of the same bytes", value: plain },
			});
		if (!report.ok) throw new Error(JSON.stringify(report.steps));
		console.log(
			`verify  ${Math.round(report.entryCount / verified)} entries/s, ${Math.round(bytes / 1e6 / verified)} MB/s; plain SHA-256 of the same ${Math.round(bytes / 1e6)} MB ${Math.round(bytes / 1e6 / plain)} MB/s; ratio ${(plain / verified).toFixed(3)} (round ${round})`,
		);
	}
} finally {
	rmSync(dir, { recursive: true });
}
