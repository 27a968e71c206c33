/** What must hold of every verdict, whatever the facts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { defaultRuleset } from "../../src/judge/verdicts/index.ts";
import {
	LAYERS,
	MECHANISMS,
	type Observation,
	STATES,
} from "../../src/model/index.ts";
import {
	app,
	dns,
	helper,
	http,
	judge,
	SITE,
	SITE_TWO,
	tcp,
	tls,
} from "./facts.ts";

const failure = fc.constantFrom(
	undefined,
	"generic_timeout_error",
	"connection_reset",
	"connection_refused",
	"eof_error",
	"host_unreachable",
	"network_unreachable",
	"ssl_invalid_hostname",
	"ssl_unknown_authority",
	"ssl_failed_handshake",
	"dns_nxdomain_error",
	"dns_no_answer",
	"dns_servfail_error",
	"unknown_failure: something new",
);
const ip = fc.constantFrom(
	SITE,
	SITE_TWO,
	"10.10.34.35",
	"127.0.0.1",
	"2a00:1450::1",
);
const depth = fc.integer({ min: 0, max: 2 });
const hostname = fc.constantFrom(
	"news.example.org",
	"www.news.example.org",
	"far.example.com",
);
const classic = fc.constantFrom(undefined, true, false);

const fact: fc.Arbitrary<Observation> = fc.oneof(
	fc
		.record({
			ips: fc.array(ip, { maxLength: 3 }),
			failure,
			depth,
			hostname,
			classic,
		})
		.map(({ ips, failure: f, ...rest }) =>
			dns(f === undefined ? ips : [], { failure: f, ...rest }),
		),
	fc
		.record({ ip, failure, depth, hostname, classic })
		.map(({ ip: at, failure: f, ...rest }) => tcp(at, f, rest)),
	fc
		.record({ ip, failure, depth, hostname, classic })
		.map(({ ip: at, failure: f, ...rest }) =>
			tls(at, f, { ...rest, serverName: rest.hostname }),
		),
	fc
		.record({
			ip,
			failure,
			depth,
			hostname,
			classic,
			statusCode: fc.constantFrom(200, 302, 403, 503),
			clear: fc.boolean(),
		})
		.map(({ clear, failure: f, statusCode, ...rest }) =>
			http({
				...rest,
				...(f === undefined ? { statusCode } : { failure: f }),
				url: `${clear ? "http" : "https"}://${rest.hostname}/`,
			}),
		),
);
const facts = fc.array(fact, { maxLength: 14 });
const control = fc.constantFrom<readonly Observation[]>(
	helper(),
	helper([SITE, SITE_TWO], {
		failure: "generic_timeout_error",
		statusCode: undefined,
	}),
	[app("control", { vantage: "helper", failure: "connection_refused" })],
	[],
);

test("every verdict keeps to the closed lists and names rules that exist", () => {
	fc.assert(
		fc.property(facts, control, (seen, view) => {
			const verdict = judge([...seen, ...view]);
			assert.ok(STATES.includes(verdict.state));
			assert.ok(
				verdict.mechanism === undefined || verdict.mechanism in MECHANISMS,
			);
			for (const layer of LAYERS) {
				const { rule, fired } = verdict.layers[layer];
				for (const id of fired) assert.ok(defaultRuleset.get(id), id);
				if (rule !== undefined)
					assert.ok(fired.includes(rule), `${rule} decided without firing`);
			}
		}),
	);
});

test("P3: the order in which facts were written does not change a verdict", () => {
	fc.assert(
		fc.property(
			facts.chain((seen) =>
				fc.tuple(
					fc.constant(seen),
					fc.shuffledSubarray([...seen.keys()], { minLength: seen.length }),
				),
			),
			control,
			([seen, order], view) => {
				const there = judge([...seen, ...view]);
				const shuffled = order
					.map((index) => seen[index])
					.filter((item) => item !== undefined);
				const back = judge([...shuffled, ...view]);
				assert.equal(back.state, there.state);
				assert.equal(back.locus, there.locus);
			},
		),
	);
});

test("P6: without any control and without a known artefact, no web measurement is blocked or likely blocked", () => {
	const ownHost = facts.map((seen) =>
		seen.filter(
			(one) => one.layer === "app" || one.hostname === "news.example.org",
		),
	);
	fc.assert(
		fc.property(ownHost, (seen) => {
			const { state } = judge(seen);
			assert.ok(state !== "blocked" && state !== "likely_blocked", state);
		}),
	);
});

test("P6: where the control failed too, nothing after the look-up is called blocked", () => {
	const view: readonly Observation[] = [
		app("control", { vantage: "helper" }),
		dns([SITE], { vantage: "helper" }),
		tcp(SITE, "generic_timeout_error", { vantage: "helper" }),
		http({ vantage: "helper", failure: "generic_timeout_error" }),
	];
	const toSite = fc.array(
		fc.oneof(
			failure.map((f) => tcp(SITE, f)),
			failure.map((f) => tls(SITE, f)),
			failure.map((f) =>
				http({ ip: SITE, ...(f === undefined ? {} : { failure: f }) }),
			),
		),
		{ maxLength: 6 },
	);
	fc.assert(
		fc.property(toSite, (seen) => {
			const { state } = judge([dns([SITE]), ...seen, ...view]);
			assert.ok(state !== "blocked" && state !== "likely_blocked", state);
		}),
	);
});

test("a page over a verified connection, by the visitor's own way, is never blocked", () => {
	fc.assert(
		fc.property(
			fc.array(
				failure.map((f) => tcp(SITE_TWO, f)),
				{ maxLength: 5 },
			),
			(noise) => {
				const { state } = judge([
					dns([SITE, SITE_TWO]),
					tcp(SITE),
					tls(SITE),
					http({ ip: SITE }),
					...noise,
					...helper(),
				]);
				assert.equal(state, "ok");
			},
		),
	);
});
