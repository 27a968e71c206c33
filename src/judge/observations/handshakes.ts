/**
 * Tests that compare handshakes with one server.
 *
 * | test         | role                     | handshake                                    |
 * | ------------ | ------------------------ | -------------------------------------------- |
 * | echcheck     | `plain`, `grease`, `ech` | without ECH, with a mock of it, with real ECH |
 * | sni_blocking | `target`, `control`      | with the name in question, with a harmless one |
 *
 * App facts: `ech_plain`, `ech_grease`, `ech_real` (echcheck: the outcome of
 * each handshake).
 */
import { isRecord } from "../../model/index.ts";
import { addApp } from "./app.ts";
import { readQueries } from "./dns.ts";
import type { Draft } from "./draft.ts";
import {
	failureOf,
	hostnameOf,
	type Row,
	rowOf,
	rowsOf,
	textOf,
} from "./fields.ts";
import { createReading, type Reading } from "./reading.ts";
import { readEndpoints, readStandard } from "./standard.ts";
import { readHandshake } from "./tls.ts";

export function observeEchcheck(draft: Draft): void {
	const keys = draft.measurement.testKeys;
	const reading = createReading(draft, keys);
	readQueries(reading, keys["queries"]);
	readEndpoints(reading, { ...keys, tls_handshakes: undefined });
	rowsOf(draft, keys["tls_handshakes"], "tls_handshakes").forEach(
		(row, index) => {
			if (row !== undefined) addEch(reading, row, `tls_handshakes[${index}]`);
		},
	);
	// Version 0.1 had one handshake of each kind, and named them otherwise.
	if (isRecord(keys["control"])) addEch(reading, keys["control"], "control");
	if (isRecord(keys["target"]))
		addEch(reading, { echconfig: "GREASE", ...keys["target"] }, "target");
}

function addEch(reading: Reading, row: Row, where: string): void {
	const { draft } = reading;
	const config = textOf(row["echconfig"], 16);
	const kind =
		config === "" ? "plain" : config === "GREASE" ? "grease" : "real";
	const role = kind === "real" ? "ech" : kind;
	readHandshake(reading, row, where, role);
	addApp(draft, {
		name: `ech_${kind}`,
		role,
		failure: failureOf(row["failure"]),
	});
}

export function observeSniBlocking(draft: Draft): void {
	for (const part of ["control", "target"]) {
		const keys = rowOf(draft.measurement.testKeys[part]);
		readStandard(draft, keys, {
			path: `${part}.`,
			roleOf: () => part,
			serverName: hostnameOf(keys["sni"]),
		});
	}
}
