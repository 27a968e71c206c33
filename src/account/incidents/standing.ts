/** Incidents as the ledger's entries leave them: the last revision of each, and all before it. */
import type { Incident } from "../../model/index.ts";
import type { LedgerDraft, LedgerEntry } from "../ledger/index.ts";
import type { IncidentRevision } from "./types.ts";

/** Who writes what no person decides. */
export const DETECTOR = "rasai";

export class StandingIncidents {
	readonly #revisions = new Map<string, IncidentRevision[]>();

	/** Takes the ledger's entries in order; those of other kinds are passed over. */
	take(entry: LedgerEntry): void {
		if (entry.kind !== "incident") return;
		const incident = entry.body as Incident;
		const held = this.#revisions.get(incident.id) ?? [];
		held.push({ seq: entry.seq, incident });
		this.#revisions.set(incident.id, held);
	}

	/** The last revision of every incident, by id. */
	current(): readonly Incident[] {
		return [...this.#revisions.keys()]
			.sort()
			.flatMap((id) => this.#revisions.get(id)?.at(-1)?.incident ?? []);
	}

	/** Every revision of an incident, oldest first. */
	revisions(id: string): readonly IncidentRevision[] {
		return this.#revisions.get(id) ?? [];
	}

	has(id: string): boolean {
		return this.#revisions.has(id);
	}

	/** The incident that an id leads to: itself, or what it was merged into. Undefined for an id that was never given. */
	resolve(id: string): Incident | undefined {
		const seen = new Set<string>();
		let incident = this.#revisions.get(id)?.at(-1)?.incident;
		while (incident?.mergedInto && !seen.has(incident.id)) {
			seen.add(incident.id);
			incident = this.#revisions.get(incident.mergedInto)?.at(-1)?.incident;
		}
		return incident;
	}

	/** Revisions as entries to be written, each replacing the one before. */
	draftsOf(revised: readonly Incident[]): readonly LedgerDraft[] {
		return revised.map((incident) => {
			const before = this.#revisions.get(incident.id)?.at(-1)?.seq;
			return {
				kind: "incident",
				subject: incident.id,
				author: DETECTOR,
				...(before === undefined ? {} : { supersedes: before }),
				body: incident,
				texts: {},
			};
		});
	}
}
