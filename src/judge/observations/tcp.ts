/** Connects: `tcp_connect` rows of OONI's df-005-tcpconnect. */
import type { TcpObservation } from "../../model/index.ts";
import { add, note } from "./draft.ts";
import {
	eachRow,
	elapsedMs,
	failureOf,
	flowOf,
	ipOf,
	millisecondsOf,
	portOf,
	type Row,
	rowOf,
} from "./fields.ts";
import type { Reading } from "./reading.ts";
import { tagsOf } from "./tags.ts";

/** What is said of a connect that failed by a probe that does not say how. */
export const UNSTATED_FAILURE = "unknown_failure: not stated";

export function readConnects(reading: Reading, value: unknown): void {
	const { draft } = reading;
	eachRow(draft, value, `${reading.path}tcp_connect`, (row, index) =>
		readConnect(reading, row, `tcp_connect[${index}]`),
	);
}

/** Reads one row. An address or port that is none drops it: without them it says nothing. */
export function readConnect(reading: Reading, row: Row, where: string): void {
	const { draft, layout, book } = reading;
	const ip = ipOf(row["ip"]);
	const port = portOf(row["port"]);
	if (ip === undefined || port === undefined) {
		const field = ip === undefined ? "ip" : "port";
		note(
			draft,
			`${reading.path}${where}.${field}: not ${field === "ip" ? "an IP address" : "a port"}`,
		);
		return;
	}
	const tags = tagsOf(row);
	const flow = flowOf(row);
	const named = book.nameOf(ip, port, {
		depth: layout.byDepth ? tags.depth : undefined,
		flow,
		lookupEnd: reading.events.lookupOfConnect.get(row["t"] as number),
	});
	const hostname = named ?? "";
	const status = rowOf(row["status"]);
	const failure =
		failureOf(status["failure"]) ??
		(status["success"] === false ? UNSTATED_FAILURE : undefined);
	if (failure === undefined && named !== undefined)
		book.connected(named, ip, port);
	const startMs = millisecondsOf(row["t0"]);
	const endMs = millisecondsOf(row["t"]);
	const observation: TcpObservation = {
		position: draft.observations.length,
		vantage: "probe",
		layer: "tcp",
		role: reading.roleOf(hostname, ip, port),
		depth: layout.depthOf(tags, flow, hostname),
		flow,
		failure,
		startMs: startMs ?? endMs,
		durationMs: elapsedMs(startMs, endMs),
		classic: layout.classicOf(tags, book.originOf(ip)),
		fetchBody: tags.fetchBody,
		ip,
		port,
		hostname: named,
	};
	add(draft, observation);
}
