/**
 * Counting what a day's measurements said for the control, network by network:
 * lines are sorted by country and network, so that one network is held at a
 * time. A session that both worked and failed counts as worked.
 */
import { setImmediate } from "node:timers/promises";
import { throwIfAborted } from "../../base/index.ts";
import { SAYING_END } from "./control-sayings.ts";
import { KEY_END, KEY_PIECE } from "./key-text.ts";
import { columnOfText, textsSource } from "./partitions.ts";
import { type RunWriter, readRun, TURN_BYTES } from "./runs.ts";
import type { Column } from "./schema.ts";

/**
 * Sayings of one network that are held at once. A network that says more in a
 * day, which only hostile input does, is counted in parts that are added up,
 * and a session in two of them counts twice.
 */
const MOST_SAYINGS = 1_000_000;

/** What sessions said in one way of one hostname and key: 1 worked, 0 failed; of speeds the kbit/s. */
interface Sessions {
	readonly first: string;
	value: number;
	/** Beside the first, if any: most are alone. */
	others: Map<string, number> | undefined;
}

/**
 * Counts the sayings in a sorted file of measurements' lines, but for those of
 * the uids in `conflicts`, as lines of the control table. Gives whether some
 * network was counted in parts.
 */
export async function countControl(
	lines: string,
	conflicts: ReadonlySet<string>,
	writer: RunWriter,
	options: {
		readonly most?: number | undefined;
		readonly signal?: AbortSignal | undefined;
	} = {},
): Promise<boolean> {
	const { most = MOST_SAYINGS, signal } = options;
	const tally = new Map<string, Sessions>();
	let network = "";
	let part = 0;
	let parted = false;
	const finish = (): void => {
		for (const [saying, sessions] of tally)
			writer.add("", controlLine(saying, network, sessions, part), "");
		tally.clear();
	};
	let turn = 0;
	for (const { key, line } of readRun(lines)) {
		turn += line.length;
		if (turn > TURN_BYTES) {
			turn = 0;
			throwIfAborted(signal);
			await setImmediate();
		}
		const text = line.toString(
			"utf8",
			line.lastIndexOf(9) + 1,
			line.length - 1,
		);
		if (text === "") continue;
		const [cc, asn, uid = ""] = key.toString().split(KEY_PIECE, 3);
		if (conflicts.has(uid)) continue;
		const own = `${cc}${KEY_PIECE}${asn}`;
		if (own !== network || tally.size > most) {
			finish();
			part = own === network ? part + 1 : 0;
			parted ||= part > 0;
			network = own;
		}
		noteSayings(tally, text, uid);
	}
	finish();
	return parted;
}

function noteSayings(
	tally: Map<string, Sessions>,
	text: string,
	uid: string,
): void {
	const [session = "", ...sayings] = text.split(SAYING_END);
	for (const said of sayings) {
		const at = said.lastIndexOf(KEY_PIECE) + 1;
		const saying = said.slice(0, at);
		const value = Number(said.slice(at));
		note(tally, saying, whoSaid(saying, session, uid, value), value);
	}
}

/** Runs of an instrument are counted one by one, and each speed that a session told. */
function whoSaid(
	saying: string,
	session: string,
	uid: string,
	value: number,
): string {
	if (saying.startsWith("instrument")) return uid;
	return isSpeed(saying) ? `${session} ${value}` : session;
}

function isSpeed(saying: string): boolean {
	return saying.startsWith("speed");
}

function note(
	tally: Map<string, Sessions>,
	saying: string,
	session: string,
	value: number,
): void {
	const known = tally.get(saying);
	if (known === undefined)
		tally.set(saying, { first: session, value, others: undefined });
	else if (known.first === session) known.value = Math.max(known.value, value);
	else {
		known.others ??= new Map();
		const before = known.others.get(session) ?? 0;
		known.others.set(session, Math.max(before, value));
	}
}

/** All of the line is key; `part` keeps equal counts of two parts apart. */
function controlLine(
	saying: string,
	network: string,
	{ value, others }: Sessions,
	part: number,
): string {
	const values = others === undefined ? [value] : [value, ...others.values()];
	const worked = values.filter((one) => one > 0).length;
	const [ok, failed] = isSpeed(saying)
		? [speedCount(values), 0]
		: [worked, values.length - worked];
	return `${saying}${network}${KEY_PIECE}${ok}${KEY_PIECE}${failed}${KEY_PIECE}${part}${KEY_END}`;
}

/** The median in whole kbit/s, at least 1. */
function speedCount(kbps: readonly number[]): number {
	const sorted = [...kbps].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const high = sorted[middle] ?? 0;
	const low = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? 0) : high;
	return Math.min(MOST_KBPS, Math.max(1, Math.round((low + high) / 2)));
}

/** What the column holds; no line is as fast. */
const MOST_KBPS = 2 ** 31 - 1;

/** The rows of the control table out of a file of its lines. */
export function controlRows(
	columns: readonly Column[],
	lines: string,
	parted: boolean,
): string {
	const names = [...columns.map(({ name }) => name), "rest"];
	const rows = `SELECT ${columns.map((column) => columnOfText(column)).join(", ")} FROM ${textsSource(lines, names, KEY_PIECE)}`;
	return parted
		? `SELECT kind, hostname, key, cc, asn,
			(CASE WHEN kind = 'speed' THEN max(ok_count) ELSE sum(ok_count) END)::INTEGER AS ok_count,
			sum(failed_count)::INTEGER AS failed_count
			FROM (${rows}) GROUP BY ALL ORDER BY kind, hostname, key, cc, asn`
		: rows;
}
