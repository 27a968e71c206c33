/**
 * A mirror of ten thousand pages and files over a made-up country, those of
 * single days among them and images but for the pages' own charts apart: pages
 * a second, beside building into the same folder again and asking the
 * application for the same addresses without writing. `RASAI_BENCH_PAGES` sets
 * how many.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPrivateKeyPem } from "../src/account/ledger/index.ts";
import { buildMirror, type MirrorResult } from "../src/publish/index.ts";
import { fillCountry } from "../tests/browser/fill.ts";
import { FILL_NOW, openFilledSite } from "../tests/browser/filled-site.ts";
import { blockOfX } from "../tests/browser/incidents.ts";
import { figure } from "./figures.ts";

const PAGES = Number(process.env["RASAI_BENCH_PAGES"] ?? 10_000);
/** As many at once as a mirror asks for. */
const AT_ONCE = 4;
const NETWORKS = 120;

const folder = await mkdtemp(join(tmpdir(), "rasai-bench-mirror-"));
const fill = fillCountry({
	cc: "PK",
	seed: 7,
	networkCount: NETWORKS,
	lastOn: "2026-02-20",
	endedDaysAgo: 0,
});
const site = await openFilledSite({ real: fill }, {}, [blockOfX("PK", 12)]);
const asked: string[] = [];
const app: Parameters<typeof buildMirror>[0] = {
	request: (input, ...rest) => {
		asked.push(String(input));
		return site.app.request(input, ...rest);
	},
};
try {
	const listed = await site.pages(["real"]);
	const expected = [...listed, ...detailPages()].slice(0, PAGES);
	const build = (): Promise<MirrorResult> =>
		buildMirror(app, {
			folder,
			siteName: "Bench",
			expected,
			withDetails: false,
			withEmulated: false,
			limit: expected.length,
			keyPem: createPrivateKeyPem(),
			now: FILL_NOW,
			signal: AbortSignal.timeout(3_600_000),
		});
	const made = await timed(build);
	for (const { address, why } of made.result.faults.slice(0, 5))
		console.log(`fault: ${address} ${why}`);
	report("mirror: written new", made.result.files, made);
	console.log(`${(made.result.bytes / 1e6).toFixed(1)} MB`);
	const addresses = [...asked];
	const again = await timed(build);
	report("mirror: built again, unchanged", again.result.files, again);
	const rendered = await timed(() => render(addresses));
	report("the same, asked for alone", addresses.length, rendered);
	figure({
		name: "mirror of ten thousand pages",
		value: made.result.files / made.cpuSeconds,
		unit: "pages a second of the processor",
		better: "more",
		baseline: {
			what: "asking the application for the same addresses",
			value: addresses.length / rendered.cpuSeconds,
		},
	});
} finally {
	site.close();
	await rm(folder, { recursive: true });
}

/** The pages of measurements, and of the days and targets that they are of. */
function detailPages(): readonly string[] {
	const pages = new Set<string>();
	for (const row of fill.verdicts ?? []) {
		const { uid, asn, target, measuredAt } = row as Readonly<
			Record<"uid" | "asn" | "target" | "measuredAt", string>
		>;
		pages.add(`/measurement/${encodeURIComponent(uid)}`);
		pages.add(`/pk/as${asn}/${measuredAt.slice(0, 10)}/${target}`);
	}
	return [...pages];
}

async function render(addresses: readonly string[]): Promise<void> {
	const left = addresses.values();
	const worker = async (): Promise<void> => {
		for (const address of left)
			await (await site.app.request(address)).arrayBuffer();
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

interface Timed<T> {
	readonly result: T;
	readonly seconds: number;
	/** Of the processor, the database's threads included: what others take does not count. */
	readonly cpuSeconds: number;
}

async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
	const startedMs = performance.now();
	const before = process.cpuUsage();
	const result = await work();
	const { user, system } = process.cpuUsage(before);
	return {
		result,
		seconds: (performance.now() - startedMs) / 1000,
		cpuSeconds: (user + system) / 1e6,
	};
}

function report(what: string, count: number, of: Timed<unknown>): void {
	console.log(
		`${what}: ${count} in ${of.seconds.toFixed(1)} s, ${Math.round(count / of.seconds)} a second (processor ${of.cpuSeconds.toFixed(1)} s, ${Math.round(count / of.cpuSeconds)} a second)`,
	);
}
