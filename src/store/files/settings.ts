/** Every setting of `config.toml`: its default, what it is for, and what can be set. */

export interface Setting<Value> {
	readonly default: Value;
	readonly comment: string;
	/** Why the value cannot be used; undefined where it can. */
	readonly check?: (value: Value) => string | undefined;
}

const wholeFrom =
	(least: number, most: number) =>
	(value: number): string | undefined =>
		Number.isInteger(value) && value >= least && value <= most
			? undefined
			: `must be a whole number from ${least} to ${most}`;

const share = (value: number): string | undefined =>
	value >= 0 && value <= 1 ? undefined : "must be from 0 to 1";

function setting<Value>(
	value: Value,
	comment: string,
	check?: (value: Value) => string | undefined,
): Setting<Value> {
	return { default: value, comment, ...(check ? { check } : {}) };
}

/** Every setting there is, by section. */
export const SETTINGS = {
	site: {
		name: setting(
			"Rasai",
			"Name of the site, on every page and in every image",
		),
		address: setting(
			"",
			"Where others reach the site (https://…): editors can sign in there, beside this machine",
			(value) =>
				value === "" || /^https:\/\/[^/]+\/?$/.test(value)
					? undefined
					: "must be https:// and a name, without a path",
		),
		map: setting(
			true,
			"Draw a map of the world below the list of countries; its borders show who is in control",
		),
	},
	server: {
		host: setting("127.0.0.1", "Address to serve on"),
		port: setting(
			8080,
			"Port to serve on; the next free one where it is taken",
			wholeFrom(1, 65_535),
		),
	},
	import: {
		workers: setting(
			0,
			"Threads that read archives; 0 for one a core",
			wholeFrom(0, 256),
		),
		by_reference: setting(
			false,
			"Keep where archive files came from instead of copies of them",
		),
		max_reject_share: setting(
			0.2,
			"An import that rejects a larger share of the records fails",
			share,
		),
	},
	archive: {
		s3: setting(
			"",
			"Bucket (S3) that archived files are put into, with the prefix of their names: https://s3.example.org/bucket/rasai",
			(value) =>
				value === "" || /^https?:\/\/[^/?#@]+\/[^/?#]+(\/[^?#]*)?$/.test(value)
					? undefined
					: "must be https://, the server's name and the bucket's (https://s3.example.org/bucket)",
		),
		s3_region: setting("us-east-1", "Its region, as signatures name it"),
		s3_key_file: setting(
			"",
			"File that only you can read (mode 0600) with two lines: the access key's id, and its secret",
		),
		keep_days: setting(
			0,
			"Days after which files that the bucket holds are deleted here and read from there; 0 for never",
			wholeFrom(0, 36_500),
		),
	},
	follow: {
		countries: setting(
			"",
			"Countries that rasai follow reads, by code (PK,IN); rasai up and rasai serve follow them too where any is named",
			(value) =>
				/^([A-Za-z]{2}(\s*,\s*[A-Za-z]{2})*)?$/.test(value)
					? undefined
					: "must be country codes with commas between them (PK,IN)",
		),
		tests: setting(
			"",
			"OONI tests to follow (web_connectivity,signal); all where none is named",
			(value) =>
				/^[A-Za-z0-9_, ]*$/.test(value)
					? undefined
					: "must be names of tests with commas between them",
		),
		bucket: setting(
			"",
			"Another bucket of the same layout than OONI's",
			(value) =>
				value === "" || /^https?:\/\//.test(value)
					? undefined
					: "must be an address (https://…)",
		),
		signals: setting(
			"",
			"Outage signals of others to follow (ioda:country/PK,ripestat:PK), as rasai signal import takes them",
			(value) =>
				/^([a-z-]+:[A-Za-z0-9/_-]+(\s*,\s*[a-z-]+:[A-Za-z0-9/_-]+)*)?$/.test(
					value,
				)
					? undefined
					: "must be names of signals with commas between them (ioda:country/PK)",
		),
		signal_minutes: setting(
			60,
			"Minutes between two questions to one signal",
			wholeFrom(5, 10_080),
		),
		signal_key_file: setting(
			"",
			"File with the key that Cloudflare Radar wants, and nothing else in it",
		),
		every_minutes: setting(
			30,
			"Minutes between two looks at a source",
			wholeFrom(1, 1440),
		),
		lookback_days: setting(
			7,
			"Days back that are looked through once a day for what came late",
			wholeFrom(1, 365),
		),
		min_free_mb: setting(
			2048,
			"Nothing is fetched while less than this is free on the disk, MB",
			wholeFrom(0, 1_000_000_000),
		),
		keep_raw_days: setting(
			0,
			"Days after which the bytes of fetched files are let go; what incidents rest on stays; 0 for never",
			wholeFrom(0, 36_500),
		),
	},
	api: {
		points_per_minute: setting(
			600,
			"What one address may ask of the API in a minute, in points; docs/api.md says what costs how many",
			wholeFrom(1, 1_000_000),
		),
		sql_console: setting(
			true,
			"Take questions in SQL: each runs in a process of its own, one at a time",
		),
	},
	helper: {
		enabled: setting(
			false,
			"Look at sites for probes that ask (rasai serve; rasai helper serve does so by itself)",
		),
		collector: setting(
			false,
			"Accept measurements too; what is kept of whom stands in docs/guides/helper.md",
		),
		host: setting("127.0.0.1", "Address to answer probes on"),
		port: setting(
			8090,
			"Port to answer probes on; the next free one where it is taken",
			wholeFrom(1, 65_535),
		),
		address: setting(
			"",
			"Where probes reach it (https://…), as they are told; as they named it where empty",
			(value) =>
				value === "" || /^https?:\/\/[^/]+$/.test(value)
					? undefined
					: "must be an address without a path (https://…)",
		),
		trust_proxy: setting(
			false,
			"Take a client's address from X-Forwarded-For: only behind a proxy of your own",
		),
		max_in_flight: setting(
			50,
			"Looks at once; more are told to come back",
			wholeFrom(1, 10_000),
		),
		looks_per_minute: setting(
			120,
			"Looks that one client may ask for in a minute",
			wholeFrom(1, 1_000_000),
		),
		calls_per_hour: setting(
			3600,
			"Calls of the collector that one client may make in an hour",
			wholeFrom(1, 10_000_000),
		),
		tor_exits: setting(
			"",
			"File with the addresses of Tor's exits, one a line: what comes from them never counts as a network's",
		),
	},
	report: {
		enabled: setting(
			false,
			"Let visitors of the pages say whether a service works for them, and check it with their browser (/report)",
		),
		per_hour: setting(
			20,
			"Reports that one line may send in an hour",
			wholeFrom(1, 1_000_000),
		),
		trust_proxy: setting(
			false,
			"Take a visitor's address from X-Forwarded-For: only behind a proxy of your own",
		),
	},
	alerts: {
		smtp_host: setting(
			"",
			"Mail server that alerts are sent through; site.address and from must be set too; no mail where empty",
			(value) =>
				/^[A-Za-z0-9.:-]*$/.test(value) ? undefined : "must be a host's name",
		),
		smtp_port: setting(587, "Its port", wholeFrom(1, 65_535)),
		smtp_security: setting<string>(
			"starttls",
			"starttls, tls, or none (for a server on this machine alone)",
			(value) =>
				["starttls", "tls", "none"].includes(value)
					? undefined
					: "must be starttls, tls or none",
		),
		smtp_user: setting("", "Name to sign in with; none where empty"),
		smtp_password_file: setting(
			"",
			"File with the password, which never stands here",
		),
		from: setting("", "Address that mail comes from", (value) =>
			value === "" || /^[^\s@<>"]+@[^\s@<>"]+$/.test(value)
				? undefined
				: "must be a mail address",
		),
		per_hour: setting(
			10,
			"Subscriptions that one line may ask for in an hour",
			wholeFrom(1, 1_000_000),
		),
		trust_proxy: setting(
			false,
			"Take a reader's address from X-Forwarded-For: only behind a proxy of your own",
		),
		webhook_origins: setting(
			"",
			"Origins in private networks that webhooks may reach (http://10.0.0.5:9000), with commas between them",
			(value) =>
				/^(?:https?:\/\/[^/,\s]+(?:\s*,\s*|$))*$/.test(value)
					? undefined
					: "must be origins with commas between them (http://10.0.0.5:9000)",
		),
	},
	cost: {
		market_rates: setting(
			"",
			"Market exchange rates that a source states, shown beside the official ones of the same year (IR 1050000 2026-01-10 source; SY …)",
			(value) =>
				/^(?:[A-Z]{2} \d+(?:\.\d+)? \d{4}-\d\d-\d\d [^;]+(?:;\s*|$))*$/.test(
					value,
				)
					? undefined
					: "must be a country, local currency per dollar, a day and a source, with semicolons between several (IR 1050000 2026-01-10 source)",
		),
	},
	evidence: {
		keeper: setting(
			"",
			"Who keeps this workspace, as evidence tells a court; the site's name where empty",
		),
		tsa: setting(
			"",
			"Authority that time-stamps evidence by RFC 3161 (https://…); none where empty",
			(value) =>
				value === "" || /^https?:\/\//.test(value)
					? undefined
					: "must be an address (https://…)",
		),
		tsa_certificates: setting(
			"",
			"File with the certificates that are trusted behind its stamps, PEM",
		),
	},
	store: {
		engine: setting(
			"",
			"ClickHouse that judged rows are loaded into and read from (clickhouse://127.0.0.1:8123/rasai); this workspace's own tables where none is named",
			(value) =>
				value === "" || /^clickhouses?:\/\//.test(value)
					? undefined
					: "must be an address (clickhouse://127.0.0.1:8123/rasai)",
		),
		password_file: setting(
			"",
			"File with ClickHouse's password, from the workspace's folder",
		),
		replicated: setting(
			false,
			"ClickHouse's tables are copied to replicas by a keeper",
		),
		memory_mb: setting(
			256,
			"Memory of the database, MB",
			wholeFrom(64, 1_048_576),
		),
		threads: setting(2, "Threads of the database", wholeFrom(1, 256)),
	},
	log: {
		level: setting<string>("info", "debug, info, warn or error", (value) =>
			["debug", "info", "warn", "error"].includes(value)
				? undefined
				: "must be debug, info, warn or error",
		),
	},
} as const;
