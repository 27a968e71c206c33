/** HTTP exchanges: `requests` rows of OONI's df-001-httpt. */
import type { HttpObservation, Volume } from "../../model/index.ts";
import { type Answer, readAnswer, statusOf } from "./answer.ts";
import { add, note } from "./draft.ts";
import { type FlowEvents, volumeOf } from "./events.ts";
import {
	elapsedMs,
	endpointOf,
	failureOf,
	flowOf,
	ipVersion,
	millisecondsOf,
	optionalText,
	type Row,
	rowOf,
	rowsOf,
	textOf,
	type UrlParts,
	urlParts,
} from "./fields.ts";
import { headerOf, readHeaders } from "./headers.ts";
import type { Reading } from "./reading.ts";
import { tagsOf } from "./tags.ts";
import { scrubQuery, textOfBytes, wellFormed } from "./text.ts";

const MAX_URL = 2048;
const NO_DEPTHS: readonly number[] = [];

/** Reads the rows of `requests`. OONI lists the latest first; facts are given in the order of the visit. */
export function readRequests(reading: Reading, value: unknown): void {
	const { draft } = reading;
	const rows = rowsOf(draft, value, `${reading.path}requests`);
	const { layout } = reading;
	const depths =
		layout.requestDepths ??
		(layout.byDepth ? NO_DEPTHS : chainDepths(reading, rows));
	for (let index = rows.length - 1; index >= 0 && !draft.full; index--) {
		const row = rows[index];
		if (row !== undefined)
			readRequest(reading, row, `requests[${index}]`, depths[index] ?? 0);
	}
}

/** Reads one row. One that names no host is dropped: it says nothing. */
export function readRequest(
	reading: Reading,
	row: Row,
	where: string,
	chainDepth: number,
	role?: string,
): void {
	const { draft, layout, book } = reading;
	const request = rowOf(row["request"]);
	const rawUrl = typeof request["url"] === "string" ? request["url"] : "";
	const place = placeOf(request);
	if (place.host === "") {
		note(draft, `${reading.path}${where}.request.url: no host name`);
		return;
	}
	const tags = tagsOf(row);
	const flow = flowOf(row);
	const depth =
		layout.requestDepths === undefined
			? (tags.depth ?? chainDepth)
			: chainDepth;
	const events = eventsOf(reading, row, flow);
	const endpoint = endpointFor(reading, row, events, place);
	const answer = readAnswer(draft, row["response"], `${reading.path}${where}`);
	const timing = timingOf(row, events);
	const volume = exchangeVolume(events, answer, timing.durationMs);
	const url = textOf(rawUrl, MAX_URL);
	const observation: HttpObservation = {
		position: draft.observations.length,
		vantage: isThroughTor(request) ? "helper" : "probe",
		layer: "http",
		role: role ?? reading.roleOf(place.host, endpoint?.ip ?? "", place.port),
		depth,
		flow,
		failure: failureOf(row["failure"]),
		startMs: timing.startMs,
		durationMs: timing.durationMs,
		classic: layout.classicOf(
			tags,
			endpoint === undefined ? "unknown" : book.originOf(endpoint.ip),
		),
		fetchBody: tags.fetchBody,
		hostname: place.host,
		ip: endpoint?.ip,
		port: endpoint?.port || undefined,
		method: textOf(request["method"], 16),
		url: depth > 0 ? scrubQuery(url) : url,
		alpn: optionalText(row["alpn"], 32),
		statusCode: answer.statusCode,
		bodyBytes: answer.bodyBytes,
		bodyTruncated: answer.bodyTruncated,
		bodyHash: answer.bodyHash,
		title: answer.title,
		headerNames: answer.headerNames,
		location: answer.location,
		server: answer.server,
		fingerprints: answer.fingerprints,
		pageMarks: answer.pageMarks,
		readBytes: volume.readBytes,
		readCount: volume.readCount,
		writtenBytes: volume.writtenBytes,
		writeCount: volume.writeCount,
		longestGapMs: volume.longestGapMs,
		readSpanMs: volume.readSpanMs,
	};
	add(draft, observation);
}

/** Where a request went; empty where its URL cannot be read. Probes of 2019 state no URL, but the Host header. */
export function placeOf(request: Row): UrlParts {
	const url = request["url"];
	if (typeof url === "string" && url !== "") return urlParts(url);
	const host = rowOf(request["headers"])["Host"];
	return urlParts(typeof host === "string" ? `host://${host}` : "");
}

/** http_requests fetched each URL twice, the second time through Tor: that is the view from elsewhere. */
function isThroughTor(request: Row): boolean {
	return rowOf(request["tor"])["is_tor"] === true;
}

function eventsOf(
	reading: Reading,
	row: Row,
	flow: number | undefined,
): FlowEvents | undefined {
	const { events } = reading;
	if (flow !== undefined) return events.byFlow.get(flow);
	const at = row["t"];
	return typeof at === "number" ? events.byExchange.get(at) : undefined;
}

function endpointFor(
	reading: Reading,
	row: Row,
	events: FlowEvents | undefined,
	{ host, port }: UrlParts,
): { readonly ip: string; readonly port: number } | undefined {
	const stated = endpointOf(row["address"]) ?? endpointOf(events?.address);
	if (stated !== undefined) return stated;
	if (ipVersion(host) !== 0) return { ip: host, port };
	const only = reading.book.onlyAddress(host, port);
	return only === undefined ? undefined : { ip: only, port };
}

/** Rows of older probes have one instant, the beginning or the end; their events have both. */
function timingOf(
	row: Row,
	events: FlowEvents | undefined,
): {
	readonly startMs: number | undefined;
	readonly durationMs: number | undefined;
} {
	const startMs = millisecondsOf(row["t0"]);
	const endMs = millisecondsOf(row["t"]);
	if (startMs !== undefined)
		return { startMs, durationMs: elapsedMs(startMs, endMs) };
	const exchange = events?.exchange;
	return {
		startMs: exchange?.startMs ?? endMs,
		durationMs: elapsedMs(exchange?.startMs, exchange?.doneMs),
	};
}

/**
 * What was read, from the events, else from the transaction as a whole (then
 * without counts or gaps). One sample of the bytes received has no span either.
 */
function exchangeVolume(
	events: FlowEvents | undefined,
	answer: Answer,
	durationMs: number | undefined,
): Volume {
	const volume = volumeOf(events?.exchange);
	if (volume.readCount !== undefined || volume.readSpanMs) return volume;
	const readBytes = volume.readBytes ?? answer.bodyBytes;
	return readBytes && durationMs
		? { readBytes, readSpanMs: durationMs }
		: { readBytes: volume.readBytes };
}

/** Depths of requests of a test that follows redirects now and then: a request for what the one before it was sent to. */
function chainDepths(
	reading: Reading,
	rows: readonly (Row | undefined)[],
): readonly number[] {
	const depths = new Array<number>(rows.length).fill(0);
	for (let index = rows.length - 2; index >= 0; index--) {
		const sentTo = redirectOf(reading, rows[index + 1], index + 1);
		if (sentTo !== undefined && sentTo === hrefOf(rows[index]))
			depths[index] = (depths[index + 1] ?? 0) + 1;
	}
	return depths;
}

/** Where a request was redirected to, as an absolute URL. */
function redirectOf(
	reading: Reading,
	row: Row | undefined,
	index: number,
): string | undefined {
	const response = rowOf(row?.["response"]);
	const code = statusOf(response["code"]);
	if (code === undefined || code < 300 || code > 399) return undefined;
	const path = `${reading.path}requests[${index}].response`;
	const headers = readHeaders(reading.draft, response, path);
	const location = textOfBytes(headerOf(headers, "location"));
	return absolute(location, hrefOf(row));
}

function hrefOf(row: Row | undefined): string | undefined {
	const url = rowOf(row?.["request"])["url"];
	if (typeof url !== "string") return undefined;
	return absolute(wellFormed(url));
}

function absolute(url: string, base?: string): string | undefined {
	try {
		return new URL(url, base).href;
	} catch {
		return undefined;
	}
}
