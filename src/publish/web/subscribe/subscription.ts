/** What somebody asks to be told of: read from words, checked, and made into a subscription. */
import { randomBytes } from "node:crypto";
import { domainToASCII } from "node:url";
import { zoneOfCountry } from "../../../account/record/index.ts";
import { formatInstant } from "../../../base/index.ts";
import { INCIDENT_KINDS, worldOf } from "../../../model/index.ts";
import {
	isCountryCode,
	type ServiceRegistry,
} from "../../../reference/index.ts";
import {
	CADENCES,
	type Channel,
	type QuietHours,
	type Subscription,
	TOPICS,
	type Watch,
} from "../../../store/index.ts";
import { isLanguage, type Language } from "../language/languages.ts";
import { currentSpeech, say, speak } from "../language/speech.ts";
import { placeName } from "../names.ts";
import { readAsn } from "../params.ts";
import { subscriptionPath } from "./links.ts";
import { readQuotedCost } from "./quoted-cost.ts";

/** Everything that the one who subscribes decides. */
export type Wishes = Pick<
	Subscription,
	"channel" | "watch" | "cadence" | "quiet" | "zone" | "heartbeatDays"
>;

/** A value of the form; lists are separated by commas. Empty where it was not given. */
export type AskField = (name: string) => string;

type Read<T> = { readonly value: T } | { readonly wrong: string };

const MOST_LISTED = 50;
const MOST_AHEAD_DAYS = 60;
const MOST_HEARTBEAT_DAYS = 365;
export const DEFAULT_AHEAD_DAYS = 7;
export const DEFAULT_HEARTBEAT_DAYS = 30;
/** How long a subscription waits for its holder to agree. */
export const CONFIRM_HOURS = 48;

export function readWatch(
	ask: AskField,
	services: ServiceRegistry,
): Read<Watch> {
	const cc = listOf(ask("cc")).map((code) => code.toUpperCase());
	const asns = listOf(ask("asn")).map((text) =>
		readAsn(text.toLowerCase().replace(/^(?:as)?/, "as")),
	);
	const named = listOf(ask("service"));
	const kinds = listOf(ask("kind"));
	const topics = listOf(ask("topics"));
	const aheadDays = numberOr(ask("ahead"), DEFAULT_AHEAD_DAYS);
	const revision = numberOr(ask("revision"), 1);
	const incident = ask("incident");
	const cost = readQuotedCost(ask("cost"));
	const wrongCountry = cc.find((code) => !isCountryCode(code));
	const emulated = cc.some((code) => worldOf(code) === "emulated");
	const wrongService = named.find((id) => services.get(id) === undefined);
	const wrongKind = kinds.find(
		(kind) => !INCIDENT_KINDS.some((known) => known === kind),
	);
	const wrongTopic = topics.find((one) => !TOPICS.some((t) => t === one));
	if (wrongCountry !== undefined)
		return { wrong: `${wrongCountry} is no country code (PK).` };
	if (emulated) return { wrong: "Emulated data are never sent to anybody." };
	if (asns.includes(undefined))
		return { wrong: "A network is named by its number (AS17557)." };
	if (wrongService !== undefined)
		return { wrong: `No service ${wrongService} is known here.` };
	if (wrongKind !== undefined)
		return { wrong: `No kind of incident is called ${wrongKind}.` };
	if (wrongTopic !== undefined)
		return { wrong: `${wrongTopic} is neither ${TOPICS.join(" nor ")}.` };
	if (topics.includes("dates") && cc.length === 0)
		return {
			wrong: "Deadlines and occasions are told of countries: name one.",
		};
	if (!isWhole(aheadDays, 0, MOST_AHEAD_DAYS))
		return { wrong: `Dates are told at most ${MOST_AHEAD_DAYS} days ahead.` };
	if (!isWhole(revision, 1, 1e6) || incident.length > 200)
		return { wrong: "It names an incident that cannot be one." };
	if (cost === "wrong")
		return { wrong: "It names a range of costs that cannot be one." };
	if ([cc, asns, named, kinds].some((list) => list.length > MOST_LISTED))
		return { wrong: `At most ${MOST_LISTED} of a kind can be named.` };
	return {
		value: {
			topics: TOPICS.filter((one) =>
				topics.length === 0 ? one === "incidents" : topics.includes(one),
			),
			cc,
			asns: asns.filter((asn) => asn !== undefined),
			services: named,
			kinds: INCIDENT_KINDS.filter((kind) => kinds.includes(kind)),
			...(incident === ""
				? {}
				: { quoted: { incident, revision, ...(cost ? { cost } : {}) } }),
			aheadDays,
		},
	};
}

export function readWishes(
	ask: AskField,
	channel: Channel,
	services: ServiceRegistry,
): Read<Wishes> {
	const watch = readWatch(ask, services);
	if ("wrong" in watch) return watch;
	const cadence = CADENCES.find((one) => one === (ask("cadence") || "each"));
	const [only, ...others] = watch.value.cc;
	const zone =
		ask("zone") ||
		(only !== undefined && others.length === 0 ? zoneOfCountry(only) : "") ||
		"UTC";
	const quiet = readQuiet(ask("quiet"));
	const heartbeatDays = numberOr(ask("heartbeat"), DEFAULT_HEARTBEAT_DAYS);
	if (cadence === undefined)
		return { wrong: `How often is one of: ${CADENCES.join(", ")}.` };
	if (!isZone(zone))
		return { wrong: `${zone} is no time zone (Asia/Karachi).` };
	if (quiet === "wrong")
		return { wrong: "Quiet hours are two hours of the day (22-7)." };
	if (!isWhole(heartbeatDays, 0, MOST_HEARTBEAT_DAYS))
		return {
			wrong: `A sign of life comes after 1 to ${MOST_HEARTBEAT_DAYS} days, or never (0).`,
		};
	return {
		value: { channel, watch: watch.value, cadence, quiet, zone, heartbeatDays },
	};
}

/** An address that mail can be sent to: one, and nothing that could add a line to a mail. */
export function readMailAddress(text: string): string | undefined {
	const [, local = "", domain = ""] =
		/^([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@(\S{3,200})$/.exec(text.trim()) ??
		[];
	const ascii = domainToASCII(domain);
	return /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/.test(ascii)
		? `${local}@${ascii}`
		: undefined;
}

/**
 * A subscription that is not yet agreed to: all that is ever sent for it is the
 * question. With `isAgreed` its holder has agreed elsewhere.
 */
export function newSubscription(
	wishes: Wishes,
	key: Uint8Array,
	now: Date,
	isAgreed = false,
): Subscription {
	const id = randomBytes(12).toString("hex");
	const at = formatInstant(now);
	const { language } = currentSpeech();
	return {
		id,
		...wishes,
		...(language === "en" ? {} : { language }),
		createdAt: at,
		confirmedAt: isAgreed ? at : undefined,
		cursor: undefined,
		threads: {},
		told: {},
		digestOn: undefined,
		lastToldAt: at,
		queue: isAgreed
			? []
			: [
					{
						id: "confirm",
						follows: undefined,
						notices: [
							{
								kind: "confirm",
								incident: null,
								cc: null,
								service: null,
								at,
								title: say("mail.confirm"),
								text: say("mail.confirm_text", {
									what: watchPhrase(wishes.watch),
									hours: CONFIRM_HOURS,
								}),
								path: subscriptionPath(key, "confirm", id),
							},
						],
						isUrgent: true,
						queuedAt: at,
						attempts: 0,
						nextAttemptAt: at,
						problem: undefined,
					},
				],
		deliveries: [],
		givenUpInARow: 0,
	};
}

/** The language in which it was asked for: its messages are in it too. */
export function languageOf({
	language = "en",
}: Pick<Subscription, "language">): Language {
	return isLanguage(language) ? language : "en";
}

/** Words what is sent to a subscriber in the subscriber's language. */
export function speakTo<Result>(
	one: Pick<Subscription, "language">,
	answer: () => Result,
): Result {
	const speech = {
		language: languageOf(one),
		address: "/",
		marksMissing: false,
	};
	return speak(speech, answer);
}

/** Whether a subscription has waited for its holder's word too long. */
export function isForgotten(
	{ createdAt, confirmedAt }: Pick<Subscription, "createdAt" | "confirmedAt">,
	now: Date,
): boolean {
	return (
		confirmedAt === undefined &&
		now.getTime() - Date.parse(createdAt) > CONFIRM_HOURS * 3_600_000
	);
}

/** `restrictions of x in Pakistan`. */
export function watchPhrase(watch: Watch): string {
	const { topics, cc, asns, services, kinds, quoted, aheadDays } = watch;
	if (quoted)
		return say("watch.incident", {
			id: quoted.incident,
			revision: String(quoted.revision),
		});
	const countries = cc.map(placeName).join(", ");
	const limits = [
		...(services.length > 0
			? [say("watch.of", { names: services.join(", ") })]
			: []),
		...(asns.length > 0
			? [say("watch.on", { names: asns.map((asn) => `AS${asn}`).join(", ") })]
			: []),
		say("watch.in", {
			names: cc.length > 0 ? countries : say("service.all_countries"),
		}),
		...(kinds.length > 0
			? [say("watch.alone", { names: kinds.join(", ") })]
			: []),
	].join(" ");
	return [
		...(topics.includes("incidents")
			? [say("watch.restrictions", { limits })]
			: []),
		...(topics.includes("dates")
			? [say("watch.dates", { countries, days: aheadDays })]
			: []),
	].join("; ");
}

const listOf = (text: string): readonly string[] => [
	...new Set(text.split(",").flatMap((one) => one.trim() || [])),
];

const numberOr = (text: string, fallback: number): number =>
	text.trim() === "" ? fallback : Number(text);

const isWhole = (value: number, least: number, most: number): boolean =>
	Number.isInteger(value) && value >= least && value <= most;

function readQuiet(text: string): QuietHours | undefined | "wrong" {
	if (text.trim() === "") return undefined;
	const [, from, until] = /^\s*(\d{1,2})\s*-\s*(\d{1,2})\s*$/.exec(text) ?? [];
	const hours = { from: Number(from), until: Number(until) };
	return isWhole(hours.from, 0, 23) &&
		isWhole(hours.until, 0, 23) &&
		hours.from !== hours.until
		? hours
		: "wrong";
}

function isZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat("en", { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}
