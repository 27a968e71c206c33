/** Entries that tests make, and the shipped ones. */
import assert from "node:assert/strict";
import { parseDossier } from "./dossier.ts";
import type { Claim, RecordEntry } from "./entry.ts";
import { mapDossier } from "./from-dossier.ts";
import type { RecordTime } from "./time.ts";

export const BAN = "PK-2024-02-17-x";

export function day(date: string, zone = "Asia/Karachi"): RecordTime {
	return { date, precision: "day", zone };
}

export function entryWith(
	id: string,
	more: Partial<RecordEntry> = {},
): RecordEntry {
	return {
		id,
		country: "QZ",
		type: "statement",
		when: day("2024-03-13"),
		services: ["service.example"],
		areas: [],
		about: ["QZ-1"],
		actor: { office: "minister", rank: "minister", country: "QZ" },
		summary: "Said something.",
		claims: [],
		deadlines: [],
		sources: [{ url: "https://paper.example/1" }],
		confidence: "high",
		...more,
	};
}

export function claim(
	asserted: Claim["asserted"],
	since: string,
	more: Partial<Claim> = {},
): Claim {
	const matter =
		asserted === "working" || asserted === "restricted" || asserted === "slowed"
			? "reachability"
			: "instrument";
	return { matter, asserted, since: day(since), ...more };
}

/** The shipped dossier of the ban of X, mapped. `readText` reads a shipped file. */
export function mapShippedDossier(readText: (path: string) => string): {
	readonly entries: readonly RecordEntry[];
	/** Those about the ban itself. */
	readonly ban: readonly RecordEntry[];
	readonly intervalsDays: Readonly<Record<string, number>>;
} {
	const read = (name: string): unknown =>
		JSON.parse(readText(`data/record/${name}`));
	const { dossier, problems } = parseDossier(read("pakistan-x-ban-2024.json"));
	assert.deepEqual(problems, []);
	assert.ok(dossier);
	const { entries, faults } = mapDossier(
		dossier,
		read("pakistan-x-ban-2024-parts.json"),
	);
	assert.deepEqual(faults, []);
	return {
		entries,
		ban: entries.filter(({ about }) => about.includes(BAN)),
		intervalsDays: dossier.intervalsDays,
	};
}
