/**
 * Tests that send something odd to an echo server and look at what comes
 * back. Roles are empty: the network is tested, no service.
 *
 * App facts of http_invalid_request_line, one of each line sent:
 * `echo_matches` (1 or 0; text: `same`, `changed`, `empty`).
 *
 * App facts of http_header_field_manipulation, out of what was sent and what
 * the server says it got: `echo_received`, and where it was:
 * `request_line_matches`, `headers_match` (all of the following),
 * `header_names_match` (whatever their case), `header_case_matches`,
 * `header_values_match`. All 1 or 0.
 */
import { isRecord } from "../../model/index.ts";
import { describeBody, statusOf } from "./answer.ts";
import { type AppName, addApp } from "./app.ts";
import { bytesOf } from "./bytes.ts";
import { add, type Draft, note } from "./draft.ts";
import { failureOf, listOf, type Row, rowOf } from "./fields.ts";
import type { Headers } from "./headers.ts";
import { readStandard } from "./standard.ts";

/** The client libraries of the probes add it by themselves. */
const NOT_COUNTED: ReadonlySet<string> = new Set(["connection"]);
const MAX_ECHO_BYTES = 256 * 1024;

export function observeInvalidRequestLine(draft: Draft): void {
	const keys = draft.measurement.testKeys;
	readStandard(draft, keys);
	const sent = listOf(keys["sent"]);
	const received = listOf(keys["received"]);
	const failures = listOf(keys["failure_list"]);
	for (let index = 0; index < sent.length && !draft.full; index++) {
		const question = bytesOf(sent[index]);
		const answer = bytesOf(received[index]);
		if (question === undefined) {
			note(draft, `sent[${index}]: not a text`);
			continue;
		}
		const isSame = question === answer;
		addApp(draft, {
			name: "echo_matches",
			failure: failureOf(failures[index]),
			number: isSame ? 1 : 0,
			text: isSame ? "same" : answer ? "changed" : "empty",
		});
		if (!isSame && answer) addForeignPage(draft, answer);
	}
}

/** What came in place of the echo, where it is a page: a proxy's answer may be a known one. */
function addForeignPage(draft: Draft, answer: string): void {
	const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(answer.slice(0, 16))?.[1];
	const headEnd = status === undefined ? -1 : answer.indexOf("\r\n\r\n");
	const head = headEnd === -1 ? "" : answer.slice(0, headEnd);
	const bytes = answer.slice(headEnd === -1 ? 0 : headEnd + 4);
	if (
		status === undefined &&
		!/^\s*<(?:!doctype|html|!--)/i.test(answer.slice(0, 256))
	)
		return;
	const facts = describeBody(
		draft,
		statusOf(Number(status)),
		headersOf(head),
		{ bytes: Buffer.from(bytes, "latin1"), isUtf8: false },
		false,
	);
	add(draft, {
		...facts,
		position: draft.observations.length,
		vantage: "probe",
		layer: "http",
		role: "",
		depth: 0,
		hostname: "",
		method: "",
		url: "",
	});
}

function headersOf(head: string): Headers {
	const pairs = head
		.split("\r\n")
		.slice(1, 200)
		.flatMap((line): (readonly [string, string])[] => {
			const colon = line.indexOf(":");
			const name = line.slice(0, colon).toLowerCase();
			return /^[\x21-\x7e]{1,128}$/.test(name)
				? [[name, line.slice(colon + 1).trim()]]
				: [];
		});
	return { pairs, names: [...new Set(pairs.map(([name]) => name))].sort() };
}

export function observeHeaderManipulation(draft: Draft): void {
	const keys = draft.measurement.testKeys;
	readStandard(draft, keys);
	const row = rowOf(listOf(keys["requests"])[0]);
	if (!isRecord(row["request"])) return;
	const failure = failureOf(row["failure"]) ?? failureOf(keys["failure"]);
	const echo = readEcho(row["response"]);
	addApp(draft, {
		name: "echo_received",
		number: echo === undefined ? 0 : 1,
		failure,
	});
	if (echo !== undefined) addComparison(draft, rowOf(row["request"]), echo);
}

interface Echo {
	readonly requestLine: string;
	/** Header names as they arrived, with their values. */
	readonly headers: ReadonlyMap<string, string>;
}

/** The server's own account of the request, out of the response's body. */
function readEcho(response: unknown): Echo | undefined {
	const body = bytesOf(rowOf(response)["body"]);
	if (body === undefined || body.length > MAX_ECHO_BYTES) return undefined;
	const parsed = parseObject(body);
	if (parsed === undefined || !isRecord(parsed["headers_dict"]))
		return undefined;
	const dict = parsed["headers_dict"];
	const headers = new Map<string, string>();
	for (const name of Object.keys(dict)) {
		if (NOT_COUNTED.has(name.toLowerCase())) continue;
		const value = dict[name];
		const first: unknown = Array.isArray(value) ? value[0] : value;
		headers.set(name, typeof first === "string" ? first : "");
	}
	const line = parsed["request_line"];
	return { requestLine: typeof line === "string" ? line : "", headers };
}

function parseObject(text: string): Row | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isRecord(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function addComparison(draft: Draft, request: Row, echo: Echo): void {
	const sent = new Map(sentHeaders(request));
	const folded = new Map(
		[...echo.headers].map(([name, value]) => [name.toLowerCase(), value]),
	);
	const names = [...sent.keys()];
	const isSameCount = echo.headers.size === sent.size;
	const namesMatch =
		isSameCount && names.every((name) => folded.has(name.toLowerCase()));
	const caseMatches =
		isSameCount && names.every((name) => echo.headers.has(name));
	const valuesMatch = names.every((name) => {
		const got = folded.get(name.toLowerCase());
		return got === undefined || got === sent.get(name);
	});
	const method = typeof request["method"] === "string" ? request["method"] : "";
	const facts: readonly (readonly [AppName, boolean])[] = [
		["request_line_matches", echo.requestLine.startsWith(`${method} / HTTP/`)],
		["headers_match", namesMatch && caseMatches && valuesMatch],
		["header_names_match", namesMatch],
		["header_case_matches", caseMatches],
		["header_values_match", valuesMatch],
	];
	for (const [name, holds] of facts)
		addApp(draft, { name, number: holds ? 1 : 0 });
}

/** Headers as sent, with the case of their names. */
function sentHeaders(request: Row): readonly (readonly [string, string])[] {
	const listed = listOf(request["headers_list"]);
	const items =
		listed.length > 0 ? listed : Object.entries(rowOf(request["headers"]));
	return items.slice(0, 200).flatMap((item): (readonly [string, string])[] => {
		const [name, value] = listOf(item);
		const bytes = bytesOf(value);
		return typeof name === "string" &&
			bytes !== undefined &&
			!NOT_COUNTED.has(name.toLowerCase())
			? [[name, bytes]]
			: [];
	});
}
