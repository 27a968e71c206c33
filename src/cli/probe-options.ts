/** Options of the commands that measure. */
import { AT_ONCE } from "../measure/probe/index.ts";
import type { OptionSpec } from "./command.ts";

const flag = (name: string, summary: string) =>
	({ name, kind: "flag", summary }) as const;
const text = (name: string, value: string, summary: string) =>
	({ name, kind: "text", value, summary }) as const;
const list = (name: string, value: string, summary: string) =>
	({ name, kind: "list", value, summary }) as const;

export const SUBMIT_OPTION: OptionSpec = text(
	"submit",
	"URL",
	"send the results to this collector (OONI's protocol)",
);

export const PASSPHRASE_OPTION: OptionSpec = text(
	"passphrase-file",
	"FILE",
	"file that holds the passphrase, of twelve characters or more",
);

/** What is measured, how, and from where. */
export const PROBE_OPTIONS: readonly OptionSpec[] = [
	list("service", "NAME", "measure a service by all its endpoints"),
	list("list", "FILE", "measure a list: Citizen Lab CSV, or one URL a line"),
	flag("full", "all that OONI's web_connectivity 0.5 does"),
	flag("find-causes", "after a failure: try again, and find what triggers it"),
	flag(
		"compare-speeds",
		"see whether a site's name is slowed down (about 6 MB a site)",
	),
	flag("quic", "ask for QUIC where the site offers it"),
	text(
		"helper",
		"URL",
		"compare with what this test helper sees from elsewhere",
	),
	list(
		"udp-resolver",
		"IP",
		"with --full: ask this resolver instead of a public one",
	),
	list(
		"doh",
		"URL",
		"with --full: ask this DoH server instead of a public one",
	),
	flag("no-doh", "with --full: ask no DoH server"),
	text("ca", "FILE", "trust the authorities in this PEM file too"),
	list(
		"innocent",
		"HOST",
		"a site to compare with that nobody is likely to block",
	),
	text("cc", "CC", "country to state in the results (default ZZ, unknown)"),
	{
		name: "asn",
		kind: "integer",
		value: "N",
		summary: "network to state in the results (default 0, unknown)",
	},
	text("endpoints", "FILE", "a newer list of messaging endpoints"),
	text(
		"fingerprints",
		"DIR",
		"fingerprints of block pages, as OONI publishes them",
	),
	flag(
		"sensitive",
		"take in sites of a list that it may be dangerous to be seen visiting",
	),
	flag(
		"skip-check",
		"do not check first whether this network is fit to measure from",
	),
	flag(
		"private-addresses",
		"contact private and loopback addresses too: for a lab on this machine",
	),
	flag("yes", "you have read what is sent and seen, and agree"),
];

/** Of a single run. */
export const RUN_OPTIONS: readonly OptionSpec[] = [
	SUBMIT_OPTION,
	{
		name: "format",
		kind: "text",
		value: "FORMAT",
		choices: ["rasai", "ooni"],
		summary:
			"with --json: rasai (default: with what goes beyond OONI, and the verdict) or ooni",
	},
	text(
		"out",
		"FILE",
		"append results to FILE; what is in it already is not measured again",
	),
	{
		name: "at-once",
		kind: "integer",
		value: "N",
		summary: `most sites at a time (default ${AT_ONCE})`,
	},
	flag(
		"keep-nothing",
		"write nothing to this device, your yes included; that Rasai is installed still shows",
	),
	flag("rehearse", "show what would be sent and seen; send nothing"),
];
