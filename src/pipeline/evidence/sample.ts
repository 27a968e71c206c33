/** Which raw records ship: nobody picks them. */
import {
	type CommittedLines,
	isOpen,
	kindOf,
	type MeasurementLine,
} from "../../account/evidence/index.ts";
import { sha256Hex } from "../../base/index.ts";

/**
 * Uids whose raw records are to ship: the first so many of each kind, by the
 * order of the SHA-256 of their uids, and the witnesses. `perKind` undefined: all.
 */
export function sampleOf(
	lines: CommittedLines["lines"],
	perKind: number | undefined,
	witnesses: readonly string[],
): ReadonlySet<string> {
	const open = lines
		.flatMap(({ line }) =>
			isOpen(line.id) ? [{ uid: line.id[1].uid, line }] : [],
		)
		.map((one) => ({ ...one, order: sha256Hex(one.uid) }))
		.sort((a, b) => (a.order < b.order ? -1 : 1));
	const taken = new Map<string, number>();
	const isTaken = (line: MeasurementLine): boolean => {
		const kind = kindOf(line);
		taken.set(kind, (taken.get(kind) ?? 0) + 1);
		return (taken.get(kind) ?? 0) <= (perKind ?? Number.POSITIVE_INFINITY);
	};
	return new Set(
		open
			.filter(({ uid, line }) => isTaken(line) || witnesses.includes(uid))
			.map(({ uid }) => uid),
	);
}
