import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { speedControl } from "./speeds.ts";
import type { Speed, SpeedRow } from "./types.ts";

function medianOf(rows: readonly SpeedRow[]): Speed {
	const sorted = rows.map(({ kbps }) => kbps).sort((a, b) => a - b);
	return {
		medianKbps: sorted[Math.floor(sorted.length / 2)] ?? 0,
		count: sorted.length,
	};
}

test("medians leave out the host, and the country, that they are held against", () => {
	const row = fc.record({
		hostname: fc.constantFrom("a", "b", "c", "d"),
		cc: fc.constantFrom("AA", "BB"),
		asn: fc.constantFrom(1, 2),
		kbps: fc.integer({ min: 1, max: 9 }),
	});
	const rows = fc.uniqueArray(row, {
		selector: ({ hostname, cc, asn }) => `${hostname} ${cc} ${asn}`,
	});
	fc.assert(
		fc.property(rows, (speeds) => {
			const control = speedControl(speeds);
			for (const hostname of ["a", "b", "c", "d", "e"])
				for (const cc of ["AA", "BB", "CC"]) {
					const elsewhere = speeds.filter(
						(s) => s.hostname === hostname && s.cc !== cc,
					);
					// Twice: the second answer is a kept one.
					for (const _ of [1, 2])
						assert.deepEqual(
							control.speedElsewhere(hostname, cc),
							medianOf(elsewhere),
						);
					const network = speeds.filter(
						(s) => s.cc === cc && s.asn === 1 && s.hostname !== hostname,
					);
					assert.deepEqual(
						control.speedOfNetwork(cc, 1, hostname),
						medianOf(network),
					);
				}
		}),
	);
});
