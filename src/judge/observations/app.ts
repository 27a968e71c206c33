/** What a test saw beyond the layers. Names are stable terms, listed in docs/observations.md. */
import type { AppObservation, Vantage } from "../../model/index.ts";
import { add, type Draft } from "./draft.ts";

export interface AppFact {
	readonly name: string;
	readonly role?: string;
	readonly vantage?: Vantage;
	readonly failure?: string | undefined;
	readonly number?: number | undefined;
	readonly text?: string | undefined;
	readonly flow?: number | undefined;
	readonly startMs?: number | undefined;
	readonly durationMs?: number | undefined;
}

export function addApp(draft: Draft, fact: AppFact): void {
	const observation: AppObservation = {
		position: draft.observations.length,
		vantage: fact.vantage ?? "probe",
		layer: "app",
		role: fact.role ?? "",
		depth: 0,
		flow: fact.flow,
		failure: fact.failure,
		startMs: fact.startMs,
		durationMs: fact.durationMs,
		name: fact.name,
		number: fact.number,
		text: fact.text,
	};
	add(draft, observation);
}
