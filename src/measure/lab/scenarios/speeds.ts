/** Transfers that are slowed, by whomever. */
import type { NetworkCondition, ServerFault } from "../net/index.ts";
import { type Expectation, OK, type Scenario, scenario } from "./types.ts";

/** Large enough for transfers that a busy machine does not disturb; the slowest need a smaller one. */
const FILM = "film.example";
const VIDEO = "video.example";
/** The line of a home, in kbit/s. */
const LINE_KBPS = 2_000;

const SLOWED: Expectation = {
	state: "throttled",
	mechanism: "tls.throttle.sni",
	cause: "server_name",
};

function speed(
	id: string,
	truth: string,
	parts: {
		readonly host?: string;
		readonly network?: NetworkCondition;
		readonly faults?: Readonly<Record<string, ServerFault>>;
		readonly expect: Expectation;
		readonly undecidable?: string;
	},
): Scenario {
	const { host = VIDEO, ...rest } = parts;
	return scenario(id, truth, {
		url: `https://${host}/`,
		compareSpeeds: true,
		...rest,
		network: { line: { kbps: LINE_KBPS }, ...parts.network },
	});
}

function slowedByName(name: string, kbps: number): NetworkCondition {
	return { tls: [{ name, act: { kind: "throttle", kbps } }] };
}

export const SPEEDS: readonly Scenario[] = [
	speed(
		"throttle-sni-128",
		"Connections that name the site are slowed to 128 kbit/s.",
		{
			network: slowedByName(VIDEO, 128),
			expect: SLOWED,
		},
	),
	speed(
		"throttle-sni-512",
		"Connections that name the site are slowed to 512 kbit/s.",
		{
			host: FILM,
			network: slowedByName(FILM, 512),
			expect: SLOWED,
		},
	),
	speed(
		"throttle-sni-quarter",
		"Connections that name the site are slowed to a quarter of the line.",
		{
			host: FILM,
			network: slowedByName(FILM, LINE_KBPS / 4),
			expect: SLOWED,
		},
	),
	speed("speed-as-it-is", "Nothing is slowed.", { expect: OK }),
	speed("slow-server", "The site's own server is slow, for everybody.", {
		faults: { "video.example": { from: "everywhere", fault: { kbps: 300 } } },
		expect: OK,
	}),
	speed("slow-line", "The visitor's line is slow, for everything.", {
		network: { line: { kbps: 512 } },
		expect: OK,
	}),
	speed("lossy-line", "The visitor's line loses one piece in twenty.", {
		network: { line: { kbps: LINE_KBPS, loss: 0.05 } },
		expect: OK,
	}),
	speed(
		"throttle-ip",
		"Transfers from the site's address are slowed to 300 kbit/s.",
		{
			network: { throttled: { ips: ["203.0.113.70"], kbps: 300 } },
			undecidable:
				"in one measurement a slowed address looks like a slow server; speeds of other networks tell them apart in an archive",
			expect: OK,
		},
	),
];
