/**
 * What one measurement says for the control: worked out while its facts are in
 * memory and carried beside them until its day is folded, so that counting a
 * day reads no facts. Kinds are explained in control.ts.
 */
import {
	inputHost,
	instrumentOf,
	ownTarget,
	SPEED_MIN_BYTES,
} from "../../judge/verdicts/index.ts";
import type {
	DnsAnswer,
	HttpObservation,
	MeasurementHeader,
	Observation,
} from "../../model/index.ts";
import { KEY_END, KEY_PIECE, keyText } from "./key-text.ts";

/** Addresses that cannot be on the internet: plain HTTP from them proves nothing about a name. */
const NOT_PUBLIC =
	/^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2[0-9]|3[01])|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])|22[4-9]|2[3-5][0-9])\.|^(::|f[cdef])/;

/** Observations of a measurement, and answers to its look-ups, that are looked at: far more than honest ones have. */
const MOST_FACTS = 1000;
const MOST_ANSWERS = 64;

/** Of an instant up to its hour: `2024-02-17T06`. */
const HOUR_LENGTH = 13;

/** Between a session and what it said, and between its sayings. */
export const SAYING_END = KEY_END;

/**
 * The session, then each saying: kind, hostname, key and whether it worked (1
 * or 0; of a speed the kbit/s). Texts stand as inside JSON quotes. Empty where
 * the network or the country is not known.
 */
export function sayingsText(
	header: MeasurementHeader,
	observations: readonly Observation[],
): string {
	if (header.probeAsn === 0 || header.probeCc === "ZZ") return "";
	const said = new Map<string, number>();
	const say = (
		kind: string,
		hostname: string | undefined,
		key: string | undefined,
		worked: boolean,
	): void => {
		if (!hostname || key === undefined) return;
		const saying = `${kind}${KEY_PIECE}${keyText(hostname)}${KEY_PIECE}${keyText(key)}${KEY_PIECE}`;
		if (worked || !said.has(saying)) said.set(saying, worked ? 1 : 0);
	};
	const hour = header.measuredAt.slice(0, HOUR_LENGTH);
	const speeds: string[] = [];
	const asnOf = asnBook(observations);
	const probe = probeFacts(observations);
	for (const seen of probe) {
		const ok = seen.failure === undefined;
		const own = seen.depth === 0;
		if (seen.layer === "dns") {
			if (seen.engine === "getaddrinfo")
				say("resolution", seen.hostname, hour, ok);
		} else if (seen.layer === "tcp") {
			if (own) say("tcp", seen.hostname, hour, ok);
		} else if (seen.layer === "tls") {
			const worked = ok && seen.verified;
			if (own) say("tls", seen.hostname || seen.serverName, hour, worked);
			say("address", seen.serverName, seen.ip, worked);
			say("asn", seen.serverName, asnOf(seen.ip), worked);
		} else if (seen.layer === "http") {
			const plainly = servedPlainly(seen);
			if (own) say("http", seen.hostname, hour, ok);
			if (plainly) {
				say("address", seen.hostname, seen.ip, true);
				say("asn", seen.hostname, asnOf(seen.ip), true);
			}
			const kbps = kbpsOf(seen);
			if (kbps !== undefined && seen.hostname !== "")
				speeds.push(
					`speed${KEY_PIECE}${keyText(seen.hostname)}${KEY_PIECE}${KEY_PIECE}${kbps}`,
				);
		}
	}
	const through = gotThrough(header, probe);
	if (through !== undefined) {
		const instrument = `${header.testName}\n${instrumentOf(header)}`;
		say("instrument", ownTarget(header), instrument, through);
	}
	let text = keyText(header.reportId || header.uid);
	for (const [saying, worked] of said) text += SAYING_END + saying + worked;
	for (const speed of new Set(speeds)) text += SAYING_END + speed;
	return text;
}

function probeFacts(
	observations: readonly Observation[],
): readonly Observation[] {
	return observations
		.filter(({ vantage }) => vantage === "probe")
		.slice(0, MOST_FACTS);
}

/** The AS of an address, as the measurement's own look-ups state it. */
function asnBook(
	observations: readonly Observation[],
): (ip: string | undefined) => string | undefined {
	let answers: readonly DnsAnswer[] | undefined;
	return (ip) => {
		answers ??= observations
			.flatMap((seen) => (seen.layer === "dns" ? seen.answers : []))
			.filter(({ asn = 0 }) => asn > 0)
			.slice(0, MOST_ANSWERS);
		return answers.find((answer) => answer.ip === ip)?.asn?.toString();
	};
}

/** Plain HTTP was answered from a public address. */
function servedPlainly({
	url,
	failure,
	statusCode = 0,
	ip,
}: HttpObservation): boolean {
	return (
		url.startsWith("http://") &&
		failure === undefined &&
		statusCode >= 200 &&
		statusCode < 400 &&
		ip !== undefined &&
		!NOT_PUBLIC.test(ip)
	);
}

/** The download's speed, where enough was read to tell. */
function kbpsOf({
	readBytes,
	readSpanMs,
}: HttpObservation): number | undefined {
	if (readBytes === undefined || readSpanMs === undefined) return undefined;
	if (readBytes < SPEED_MIN_BYTES || readSpanMs <= 0) return undefined;
	return (readBytes * 8) / readSpanMs;
}

/** Whether a run got through: to a page where it asked for one, else in every exchange. Undefined where it had none. */
function gotThrough(
	{ input }: MeasurementHeader,
	probe: readonly Observation[],
): boolean | undefined {
	const exchanges = probe.filter(
		({ layer }) => layer === "tls" || layer === "http" || layer === "app",
	);
	const pages =
		inputHost(input) === ""
			? []
			: exchanges.filter(({ layer }) => layer === "http");
	if (pages.length > 0)
		return pages.some(({ failure }) => failure === undefined);
	return exchanges.length === 0
		? undefined
		: exchanges.every(({ failure }) => failure === undefined);
}
