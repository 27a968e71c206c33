/** Measurements to lines: salts, commitments, what is withheld, and the tree over all. */
import { createHmac } from "node:crypto";
import { canonicalJson } from "../../base/index.ts";
import type { ErasureReason } from "../ledger/index.ts";
import {
	FIELDS,
	hex,
	leafOf,
	type MeasurementLine,
	type Open,
	sha256Text,
	treeOf,
	type VerdictRow,
	type Withheld,
} from "./verifier/index.ts";

/** A measurement as it is counted, with the raw records received under its uid. */
export interface CommittedMeasurement {
	readonly uid: string;
	/** UTC, to the second. */
	readonly at: string;
	readonly asn: number;
	readonly session: string;
	readonly records: readonly {
		readonly record: string;
		readonly file: string;
	}[];
	readonly rows: readonly VerdictRow[];
	/** It is of a network that the incident is told of. */
	readonly isPart: boolean;
}

export const WITHHOLDABLE = ["asn", "at", "id"] as const;
export type WithheldField = (typeof WITHHOLDABLE)[number];

/**
 * What of a measurement is withheld, and why. `id` takes the raw records with
 * it, and is withheld of the whole session: who ran one ran all of it.
 */
export interface Withholding {
	readonly uid: string;
	readonly fields: readonly WithheldField[];
	readonly reason: ErasureReason;
}

export interface CommittedLines {
	/** `data/measurements.jsonl`. */
	readonly text: string;
	/** In the order of the file: that of their leaves, which tells nothing. */
	readonly lines: readonly {
		readonly line: MeasurementLine;
		readonly measurement: CommittedMeasurement;
	}[];
	readonly root: string;
	/** Measurements of which something is withheld, by reason. */
	readonly withheld: Readonly<Record<string, number>>;
	/** Siblings on the way from a line's leaf to the root. */
	path(index: number): readonly string[];
}

/** Commits to measurements. The same secret gives the same salts, and so the same bytes. */
export async function commitMeasurements(
	measurements: readonly CommittedMeasurement[],
	secret: Uint8Array,
	withholdings: readonly Withholding[] = [],
): Promise<CommittedLines> {
	const withheld = bySession(measurements, withholdings);
	const labels = labelsOf(measurements);
	const made = await Promise.all(
		measurements.map(async (measurement) => {
			const line = await hide(
				openLine(measurement, secret),
				measurement,
				withheld.get(measurement.uid),
				labels,
			);
			const leaf = await leafOf(line);
			return { line, measurement, leaf, order: hex(leaf) };
		}),
	);
	made.sort((a, b) => (a.order < b.order ? -1 : 1));
	const levels = await treeOf(made.map(({ leaf }) => leaf));
	const root = levels.at(-1)?.[0] ?? new Uint8Array();
	return {
		text: made.map(({ line }) => `${canonicalJson(line)}\n`).join(""),
		lines: made,
		root: hex(root),
		withheld: countReasons([...withheld.values()]),
		path: (index) =>
			levels.flatMap((level, height) => {
				const sibling = level[(index >> height) ^ 1];
				return sibling && height < levels.length - 1 ? [hex(sibling)] : [];
			}),
	};
}

/** What is withheld of each measurement, by uid. */
function bySession(
	measurements: readonly CommittedMeasurement[],
	withholdings: readonly Withholding[],
): ReadonlyMap<string, Withholding> {
	const own = new Map(withholdings.map((one) => [one.uid, one]));
	const ofSession = new Map(
		measurements.flatMap(({ uid, session }) => {
			const one = own.get(uid);
			return one?.fields.includes("id") ? [[session, one] as const] : [];
		}),
	);
	return new Map(
		measurements.flatMap(({ uid, session }) => {
			const all = [own.get(uid), ofSession.get(session)].flatMap(
				(one) => one ?? [],
			);
			const [first] = all;
			const fields = all.flatMap((one) => one.fields);
			return first ? [[uid, { ...first, fields }] as const] : [];
		}),
	);
}

function countReasons(withholdings: readonly Withholding[]) {
	const counts: Record<string, number> = {};
	for (const { reason } of withholdings)
		counts[reason] = (counts[reason] ?? 0) + 1;
	return counts;
}

type OpenLine = {
	readonly [name in keyof MeasurementLine]: Extract<
		MeasurementLine[name],
		readonly unknown[]
	>;
};

function openLine(
	{ uid, at, asn, session, records, rows }: CommittedMeasurement,
	secret: Uint8Array,
): OpenLine {
	const open = <Value>(name: string, value: Value): Open<Value> => [
		createHmac("sha256", secret)
			.update(JSON.stringify([uid, name]))
			.digest("hex")
			.slice(0, 32),
		JSON.parse(canonicalJson(value)),
	];
	return {
		asn: open("asn", asn),
		at: open("at", at),
		id: open("id", { uid, session, records }),
		verdict: open("verdict", rows),
	};
}

type Labels = Readonly<
	Record<"session" | "network", ReadonlyMap<unknown, string>>
>;

/** Labels that stand in for sessions and networks, numbered in an order that tells nothing. */
function labelsOf(measurements: readonly CommittedMeasurement[]): Labels {
	const number = (name: string, values: readonly unknown[]) =>
		new Map(
			[...new Set(values)]
				.sort((a, b) => (String(a) < String(b) ? -1 : 1))
				.map((value, n) => [value, `${name}-${n + 1}`] as const),
		);
	return {
		session: number(
			"session",
			measurements.map(({ session }) => session),
		),
		network: number(
			"network",
			measurements.map(({ asn }) => asn),
		),
	};
}

async function hide(
	line: OpenLine,
	{ at, asn, session, isPart }: CommittedMeasurement,
	withholding: Withholding | undefined,
	labels: Labels,
): Promise<MeasurementLine> {
	if (!withholding) return line;
	const { reason, fields } = withholding;
	const commit = async <StandIn>(
		name: WithheldField,
		standIn: StandIn,
	): Promise<Withheld<StandIn>> => ({
		commitment: await sha256Text(
			JSON.stringify([line[name][0], name, line[name][1]]),
		),
		reason,
		standIn,
	});
	const hidden = {
		asn: () =>
			commit("asn", { isPart, network: labels.network.get(asn) ?? "" }),
		at: () => commit("at", at.slice(0, 10)),
		id: () => commit("id", labels.session.get(session) ?? ""),
	};
	const entries = await Promise.all(
		FIELDS.map(async (name) => [
			name,
			name !== "verdict" && fields.includes(name)
				? await hidden[name]()
				: line[name],
		]),
	);
	return Object.fromEntries(entries);
}
