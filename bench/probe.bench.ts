/**
 * URLs a minute, beside one after the other in the same run: 100 sites of
 * which 20 never answer, on loopback. Time limits are a fifth of the real
 * ones, so that the run takes less than a minute; sites that answer do so at once,
 * which real ones do not.
 */
import {
	AT_ONCE,
	measureSeveral,
	PAUSE_MS,
	runWebConnectivity,
	STANDARD_LIMITS,
} from "../src/measure/probe/index.ts";
import {
	loopbackVantage,
	selfSigned,
	serveHttps,
	serveTcp,
	webOptions,
} from "../tests/probe/servers.ts";
import { figure } from "./figures.ts";

const SITES = 100;
const SILENT_EVERY = 5;
const SHARE = 5;

const names = Array.from({ length: SITES }, (_, i) => `site${i}.example`);
const credentials = selfSigned(names);
const answers = await serveHttps(credentials, (_request, response) =>
	response.end("<title>Here</title>"),
);
const silent = await serveTcp(() => {});
const addressOf = (index: number): string => `8.8.${index}.1`;
const vantage = loopbackVantage(
	Object.fromEntries(
		names.map((_, index) => [
			`${addressOf(index)}:443`,
			(index % SILENT_EVERY === 0 ? silent : answers).port,
		]),
	),
	{
		names: Object.fromEntries(
			names.map((name, index) => [name, [addressOf(index)]]),
		),
		ca: credentials.cert,
	},
);
const { connectMs, tlsMs, httpMs, dnsMs } = STANDARD_LIMITS;
const options = webOptions({
	limits: {
		connectMs: connectMs / SHARE,
		tlsMs: tlsMs / SHARE,
		httpMs: httpMs / SHARE,
		dnsMs: dnsMs / SHARE,
	},
});
const urls = names.map((name) => `https://${name}/`);
const measure = (url: string) => runWebConnectivity(url, vantage, options);

async function timed(atOnce: number): Promise<number> {
	const startedMs = performance.now();
	for await (const _ of measureSeveral(urls, measure, {
		atOnce,
		pauseMs: PAUSE_MS,
		siteOf: (url) => new URL(url).hostname,
	}));
	return (performance.now() - startedMs) / 1000;
}

const together = await timed(AT_ONCE);
const alone = await timed(1);
await answers.close();
await silent.close();
const perMinute = (seconds: number): number =>
	Math.round((SITES / seconds) * 60);
figure({
	name: "a list of sites",
	value: together,
	unit: "s",
	better: "less",
	baseline: { what: "one after the other", value: alone },
});
process.stdout.write(
	`${SITES} URLs, ${SITES / SILENT_EVERY} silent, limits a fifth of the real ones\n` +
		`one by one    ${alone.toFixed(1)} s, ${perMinute(alone)} URLs a minute\n` +
		`${AT_ONCE} at once    ${together.toFixed(1)} s, ${perMinute(together)} URLs a minute\n` +
		`share of the time one by one: 1/${(alone / together).toFixed(1)}\n`,
);
