/**
 * The measurements of a bundle, a line each. Every field stands under a salted
 * commitment, so that one can be withheld while its leaf stays what it was.
 */
import { leafHash, sha256Text } from "./merkle.ts";
import { need, textOf } from "./zip.ts";

/** In the order in which a leaf holds their commitments. */
export const FIELDS = ["asn", "at", "id", "verdict"] as const;

export type Open<Value> = readonly [salt: string, value: Value];

/** In place of a field that protects someone: what stands in is said by the issuer, and committed to by nothing. */
export interface Withheld<StandIn> {
	readonly commitment: string;
	readonly reason: string;
	readonly standIn: StandIn;
}

type Field<Value, StandIn> = Open<Value> | Withheld<StandIn>;

/** What one measurement said of one target. */
export interface VerdictRow {
	readonly target: string;
	readonly state: string;
	readonly mechanism: string;
	readonly locus: string;
	/** Deciding rule and state of each layer: `tls` -> `["tls_reset_sni", "blocked"]`. */
	readonly layers: Readonly<Record<string, readonly [string, string]>>;
	/** Every rule that fired. */
	readonly fired: readonly string[];
	readonly control: string;
}

export interface MeasurementLine {
	readonly asn: Field<
		number,
		{ readonly network: string; readonly isPart: boolean }
	>;
	/** Withheld: the UTC day stands in. */
	readonly at: Field<string, string>;
	/** Withheld: a label of the session stands in. */
	readonly id: Field<
		{
			readonly uid: string;
			readonly session: string;
			/** Raw records received under the uid, by SHA-256, and the archive file each came in. */
			readonly records: readonly {
				readonly record: string;
				readonly file: string;
			}[];
		},
		string
	>;
	readonly verdict: Open<readonly VerdictRow[]>;
}

export function isOpen<Value>(
	field: Open<Value> | Withheld<unknown>,
): field is Open<Value> {
	return Array.isArray(field);
}

/** The leaf of a line: over the commitments of its fields. */
export async function leafOf(line: MeasurementLine): Promise<Uint8Array> {
	const commitments = FIELDS.map((name) => {
		const field: Open<unknown> | Withheld<unknown> = line[name];
		return isOpen(field)
			? sha256Text(JSON.stringify([field[0], name, field[1]]))
			: field.commitment;
	});
	return leafHash(
		new TextEncoder().encode(JSON.stringify(await Promise.all(commitments))),
	);
}

/** Reads the file. Throws where a line is not in the one form of its content. */
export function readLines(bytes: Uint8Array): readonly MeasurementLine[] {
	const lines = textOf(bytes).split("\n");
	need(lines.pop() === "", "it breaks off");
	return lines.map((one, n) => {
		const line = JSON.parse(one) as MeasurementLine;
		need(
			JSON.stringify(line) === one &&
				Object.keys(line).join() === FIELDS.join() &&
				isOpen<unknown>(line.verdict),
			`line ${n + 1} is not as the format has it`,
		);
		return line;
	});
}

/** Kind of a measurement, for the sample: what it would be called as a witness. */
export function kindOf({ verdict }: MeasurementLine): string {
	const states = verdict[1].map(({ state }) => state);
	if (states.some((one) => /blocked$|^throttled$/.test(one)))
		return "restricted";
	return states.includes("ok") ? "contrary" : "unclear";
}
