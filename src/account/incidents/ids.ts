/** Names of incidents: given once, never changed, readable in a court filing. */
import type { IncidentFinding } from "./types.ts";

/**
 * `pk-x-2024-02-17`: country, service and UTC day of the onset as first found.
 * Where that is taken, `-2`, `-3` and so on follow. An id says where an
 * incident was first seen, not what it has become: it stays when later data
 * move the onset.
 */
export function incidentId(
	{ cc, service, onset }: Pick<IncidentFinding, "cc" | "service" | "onset">,
	isTaken: (id: string) => boolean,
): string {
	const what = (service ?? "network")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-+|-+$/g, "")
		.slice(0, 60);
	const day = (onset.at ?? onset.latest).slice(0, 10);
	const base = `${cc.toLowerCase()}-${what || "unnamed"}-${day}`;
	for (let number = 1; ; number++) {
		const id = number === 1 ? base : `${base}-${number}`;
		if (!isTaken(id)) return id;
	}
}
