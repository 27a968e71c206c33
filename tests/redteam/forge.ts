/**
 * Rows for the red team: what an honest probe of a made-up country sends, and
 * what somebody who forges sends. Both begin as golden cases, so that a forged
 * row is as good as a true one; only who sends how many of them differs.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ArchiveFile } from "../../src/gather/archives/index.ts";
import { memoryFile } from "../../src/pipeline/test-workspace.ts";

type Row = Readonly<Record<string, unknown>>;

/**
 * What a row says of the target: it was reached, the handshake for its name was
 * reset, the resolver gave an address that serves something else, or that
 * very address served the site.
 */
export type Outcome = "ok" | "reset" | "lie" | "lie_is_true";

const TEMPLATES: Readonly<Record<Outcome, Row>> = {
	ok: golden("web-05-ok"),
	reset: golden("web-05-tls-reset"),
	lie: golden("rule-dns-address-serves-other"),
	lie_is_true: replaced(golden("web-05-ok"), "8.8.1.10", "8.8.2.99"),
};

export interface RowOptions {
	readonly outcome: Outcome;
	/** Whoever sends the row under one report. */
	readonly identity: string;
	readonly asn: number;
	readonly cc?: string;
	/** Hour of the scene, counted from its first day. */
	readonly hour: number;
	/** Tells apart the rows of one identity. */
	readonly copy?: number;
	readonly version?: string;
	/** Leaves out what the helper saw, so that other networks are the only control. */
	readonly withoutHelper?: boolean;
}

export const SCENE_START_MS = Date.UTC(2025, 2, 1);
const HOUR_MS = 3_600_000;

export const hourAt = (hour: number): Date =>
	new Date(SCENE_START_MS + hour * HOUR_MS);

/** One measurement as a line of an archive. */
export function row(options: RowOptions): string {
	const { outcome, identity, asn, hour } = options;
	const { cc = "QZ", copy = 0, version = "1.0.0" } = options;
	const at = new Date(hourAt(hour).getTime() + (copy % 3600) * 1000);
	const time = at.toISOString().slice(0, 19).replace("T", " ");
	const template = TEMPLATES[outcome];
	return JSON.stringify({
		...template,
		...(options.withoutHelper
			? {
					test_keys: {
						...(template["test_keys"] as Row),
						control: null,
						control_failure: "connection_refused",
					},
				}
			: {}),
		measurement_start_time: time,
		measurement_uid: `${identity}-${asn}-${hour}-${copy}`,
		probe_asn: `AS${asn}`,
		probe_cc: cc,
		report_id: `report-${identity}`,
		resolver_asn: `AS${asn}`,
		software_version: version,
		test_start_time: time,
	});
}

/** Rows as a file that an operator might import. */
export const rowsFile = (name: string, rows: readonly string[]): ArchiveFile =>
	memoryFile(name, Buffer.from(`${rows.join("\n")}\n`));

function replaced(record: Row, from: string, to: string): Row {
	return JSON.parse(JSON.stringify(record).replaceAll(from, to)) as Row;
}

/** A golden case. Its addresses are for documentation, which only an emulated country may have, so they become others. */
function golden(name: string): Row {
	const path = join("tests", "golden", name, "measurement.json");
	return JSON.parse(
		readFileSync(path, "utf8")
			.replaceAll("192.0.2.", "8.8.1.")
			.replaceAll("203.0.113.", "8.8.2.")
			.replaceAll("198.51.100.", "8.8.3."),
	) as Row;
}
