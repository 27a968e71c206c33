/**
 * What Rasai's own probe adds to a web_connectivity record, under `x_rasai`:
 * comparisons after a failure, speeds held side by side, QUIC, and whether the
 * network was fit to measure from. OONI's tools leave the key alone.
 */
import { CONTRAST_ROLE } from "../../model/index.ts";
import { addApp } from "./app.ts";
import type { Draft } from "./draft.ts";
import { countOf, rowOf, textOf } from "./fields.ts";
import { readStandard } from "./standard.ts";

export function readOwnProbe(draft: Draft, value: unknown): void {
	if (value === undefined) return;
	const added = rowOf(value);
	readStandard(draft, rowOf(added["causes"]), {
		path: "x_rasai.causes.",
		roleOf: () => CONTRAST_ROLE,
		verified: false,
	});
	readStandard(
		draft,
		{ quic_handshakes: added["quic_handshakes"] },
		{ path: "x_rasai." },
	);
	const fault = textOf(rowOf(added["vantage"])["fault"], 64);
	if (fault !== "")
		addApp(draft, { name: "vantage_fault", role: CONTRAST_ROLE, text: fault });
	const slowed = rowOf(added["throttling"]);
	const low = countOf(slowed["ratio_low"]);
	const high = countOf(slowed["ratio_high"]);
	if (low !== undefined && high !== undefined) {
		addApp(draft, {
			name: "transfer_ratio_low",
			role: CONTRAST_ROLE,
			number: low,
		});
		addApp(draft, {
			name: "transfer_ratio_high",
			role: CONTRAST_ROLE,
			number: high,
		});
	}
}
