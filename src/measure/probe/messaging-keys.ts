/**
 * What OONI's messaging tests conclude beside their rows, under OONI's names
 * and by its rules: a service is blocked where none of its alternatives gets
 * through. What is dead from everywhere is left out, and where nothing is left
 * to go by the key is null.
 */

/** What came of one step of a messaging test. */
export interface Outcome {
	readonly how: "connect" | "fetch" | "lookup";
	readonly method: string;
	readonly host: string;
	readonly failure: string | null;
	/** Whether a connection came about; undefined where none was tried. */
	readonly connected?: boolean;
	/** The helper could not reach it either. */
	readonly isDead: boolean;
}

type Keys = Readonly<Record<string, unknown>>;

/** Keys that OONI's test of this name has; none where the test is another. */
export function messagingKeys(
	testName: string,
	outcomes: readonly Outcome[],
): Keys {
	const alive = outcomes.filter(({ isDead }) => !isDead);
	switch (testName) {
		case "whatsapp":
			return whatsappKeys(alive);
		case "telegram":
			return telegramKeys(alive);
		case "signal":
			return siteKeys("signal_backend", alive.filter(isFetch));
		case "facebook_messenger":
			return facebookKeys(alive);
		default:
			return {};
	}
}

function isFetch({ how }: Outcome): boolean {
	return how === "fetch";
}

/** Status and failure of what must work as a whole. */
function siteKeys(prefix: string, parts: readonly Outcome[]): Keys {
	const failed = parts.find(({ failure }) => failure !== null);
	return {
		[`${prefix}_status`]:
			parts.length === 0 ? null : failed === undefined ? "ok" : "blocked",
		[`${prefix}_failure`]: failed?.failure ?? null,
	};
}

function whatsappKeys(outcomes: readonly Outcome[]): Keys {
	const endpoints = outcomes.filter(({ how }) => how === "connect");
	const hosts = [...new Set(endpoints.map(({ host }) => host))];
	const blocked = hosts.filter((host) =>
		endpoints
			.filter((one) => one.host === host)
			.every(({ failure }) => failure !== null),
	);
	const fetches = outcomes.filter(isFetch);
	const isWeb = ({ host }: Outcome): boolean => host.startsWith("web.");
	return {
		whatsapp_endpoints_blocked: blocked,
		whatsapp_endpoints_dns_inconsistent: [],
		whatsapp_endpoints_status:
			hosts.length === 0
				? null
				: blocked.length === hosts.length
					? "blocked"
					: "ok",
		...siteKeys(
			"registration_server",
			fetches.filter((one) => !isWeb(one)),
		),
		...siteKeys("whatsapp_web", fetches.filter(isWeb)),
	};
}

function telegramKeys(outcomes: readonly Outcome[]): Keys {
	const centres = outcomes.filter(({ method }) => method === "POST");
	const none = (works: (one: Outcome) => boolean): boolean | null =>
		centres.length === 0 ? null : !centres.some(works);
	return {
		telegram_tcp_blocking: none(({ connected }) => connected === true),
		telegram_http_blocking: none(({ failure }) => failure === null),
		...siteKeys(
			"telegram_web",
			outcomes.filter(({ method }) => method === "GET"),
		),
	};
}

/** OONI's names of Messenger's endpoints, by the first label of their hosts. */
const FACEBOOK_NAMES: Readonly<Record<string, string>> = {
	"b-api": "b_api",
	"b-graph": "b_graph",
	"edge-mqtt": "edge",
	external: "external_cdn",
	scontent: "scontent_cdn",
	star: "star",
	stun: "stun",
};

/**
 * OONI holds a look-up for consistent where an address is of Facebook's
 * network. The probe does not know whose an address is: an answer leaves that
 * open (null), and none at all is inconsistent.
 */
function facebookKeys(outcomes: readonly Outcome[]): Keys {
	const keys: Record<string, unknown> = {};
	for (const { host, how, failure, connected } of outcomes) {
		const name = FACEBOOK_NAMES[host.split(".")[0] ?? ""];
		if (name === undefined) continue;
		const unresolved = failure?.startsWith("dns_") === true;
		keys[`facebook_${name}_dns_consistent`] = unresolved ? false : null;
		keys[`facebook_${name}_reachable`] =
			how === "lookup" || unresolved ? null : connected === true;
	}
	const some = (ending: string): boolean =>
		Object.entries(keys).some(
			([key, value]) => key.endsWith(ending) && value === false,
		);
	return {
		...keys,
		facebook_dns_blocking: some("_dns_consistent"),
		facebook_tcp_blocking: some("_reachable"),
	};
}
