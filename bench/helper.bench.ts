/**
 * 10,000 looks of the helper, 50 in flight, at a site on loopback: errors,
 * looks a second, and memory on the way, which must not grow. Nothing is
 * answered from what was kept. `RASAI_BENCH_LOOKS` sets how many.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { helperRoutes } from "../src/measure/helper/index.ts";
import { realVantage } from "../src/measure/probe/index.ts";
import { emptyAsn } from "../src/reference/index.ts";
import { figure, fixedWork } from "./figures.ts";

const LOOKS = Number(process.env["RASAI_BENCH_LOOKS"] ?? 10_000);
const IN_FLIGHT = 50;
const SITE = "198.51.100.7";

const page = `<title>A page</title>${"x".repeat(50_000)}`;
const site = createServer((_request, response) => response.end(page));
await new Promise<void>((done) => void site.listen(0, "127.0.0.1", done));
const { port } = site.address() as AddressInfo;
const app = helperRoutes({
	vantage: realVantage({
		systemLookup: async () => ({ addresses: [SITE] }),
		permits: (ip) => ip === SITE,
		route: () => ({ host: "127.0.0.1", port }),
	}),
	asn: emptyAsn,
	nowMs: () => performance.now(),
	keepMs: 0,
	maxInFlight: IN_FLIGHT,
	perMinute: 1e9,
	trustsProxy: false,
});
const body = JSON.stringify({
	http_request: "http://site.example:8080/",
	http_request_headers: {},
	tcp_connect: [`${SITE}:8080`],
	x_quic_enabled: false,
});

let [asked, failed] = [0, 0];
const memory: number[] = [];
const startedMs = performance.now();
await Promise.all(
	Array.from({ length: IN_FLIGHT }, async () => {
		while (asked < LOOKS) {
			if (asked++ % Math.ceil(LOOKS / 10) === 0)
				memory.push(process.memoryUsage().rss);
			const reply = await app.request("/", { method: "POST", body });
			const answer = (await reply.json()) as {
				readonly http_request?: { readonly failure: string | null };
			};
			if (reply.status !== 200 || answer.http_request?.failure !== null)
				failed++;
		}
	}),
);
const took = (performance.now() - startedMs) / 1000;
site.closeAllConnections();
site.close();
figure({
	name: "a look",
	value: (took * 1000) / LOOKS,
	unit: "ms",
	better: "less",
	baseline: fixedWork(),
});
process.stdout.write(
	`${LOOKS} looks, ${IN_FLIGHT} in flight: ${failed} failed, ${Math.round(LOOKS / took)} a second\n` +
		`memory at every tenth, MB: ${memory.map((bytes) => Math.round(bytes / 1e6)).join(" ")}\n`,
);
