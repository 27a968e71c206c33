/**
 * A mirror of ten thousand pages and files, those of single days among them,
 * over a made-up country: pages a second, beside asking the application for
 * the same addresses and writing nothing, and beside building into the same
 * folder again. `RASAI_BENCH_PAGES` sets how many.
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

const folder = await mkdtemp(join(tmpdir(), "rasai-bench-mirror-"));
const site = await openFilledSite(
	{
		real: fillCountry({
			cc: "PK",
			seed: 7,
			networkCount: 60,
			lastOn: "2026-02-20",
			endedDaysAgo: 0,
		}),
	},
	{},
	[blockOfX("PK", 12)],
);
const asked: string[] = [];
const app: Parameters<typeof buildMirror>[0] = {
	request: (input, ...rest) => {
		asked.push(String(input));
		return site.app.request(input, ...rest);
	},
};
try {
	const expected = await site.pages(["real"]);
	const build = (): Promise<MirrorResult> =>
		buildMirror(app, {
			folder,
			siteName: "Bench",
			expected,
			withDetails: true,
			withEmulated: false,
			limit: PAGES,
			keyPem: createPrivateKeyPem(),
			now: FILL_NOW,
			signal: AbortSignal.timeout(3_600_000),
		});
	const made = await timed(build);
	report("mirror: written new", made.result.files, made.seconds);
	console.log(`${(made.result.bytes / 1e6).toFixed(1)} MB`);
	const addresses = [...asked];
	const again = await timed(build);
	report("mirror: built again, unchanged", again.result.files, again.seconds);
	const rendered = await timed(() => render(addresses));
	report("the same, asked for alone", addresses.length, rendered.seconds);
	figure({
		name: "mirror of ten thousand pages",
		value: made.result.files / made.seconds,
		unit: "pages a second",
		better: "more",
		baseline: {
			what: "asking the application for the same addresses",
			value: addresses.length / rendered.seconds,
		},
	});
} finally {
	site.close();
	await rm(folder, { recursive: true });
}

async function render(addresses: readonly string[]): Promise<void> {
	const left = addresses.values();
	const worker = async (): Promise<void> => {
		for (const address of left)
			await (await site.app.request(address)).arrayBuffer();
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function timed<T>(
	work: () => Promise<T>,
): Promise<{ readonly result: T; readonly seconds: number }> {
	const startedMs = performance.now();
	const result = await work();
	return { result, seconds: (performance.now() - startedMs) / 1000 };
}

function report(what: string, count: number, seconds: number): void {
	console.log(
		`${what}: ${count} in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second`,
	);
}
