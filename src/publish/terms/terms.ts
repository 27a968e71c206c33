/** The terms of a file: the licences of what it holds, and the terms of sources in their own words. */
import type { ShownRecord } from "../../account/record/index.ts";
import { type Incident, worldOf } from "../../model/index.ts";
import {
	LICENCES,
	type LicenceId,
	licencesOf,
	licenceText,
	type OriginDeps,
	type Source,
} from "./licences.ts";

export interface Terms {
	readonly licences: ReadonlySet<LicenceId>;
	/** As sources of signals and of entries give them. */
	readonly ofSources: readonly string[];
}

export interface TermsDeps extends OriginDeps {
	/** What is documented by others and may be published now. */
	record(): Promise<ShownRecord>;
}

/** What is ours alone: the record in our words, methods, counts of what could not be read. */
export const OUR_TERMS: Terms = {
	licences: new Set(["CC-BY-4.0"]),
	ofSources: [],
};

export function joinTerms(parts: readonly Terms[]): Terms {
	return {
		licences: new Set(parts.flatMap(({ licences }) => [...licences])),
		ofSources: [...new Set(parts.flatMap(({ ofSources }) => ofSources))].sort(),
	};
}

/** Terms that sources give in their own words; ours where none gives any. */
export function termsOfSources(words: readonly (string | undefined)[]): Terms {
	const ofSources = [...new Set(words.flatMap((one) => one ?? []))].sort();
	const isOurs = words.length === 0 || words.includes(undefined);
	return {
		licences: new Set<LicenceId>([
			...(isOurs ? (["CC-BY-4.0"] as const) : []),
			...(ofSources.length > 0 ? (["LicenseRef-source"] as const) : []),
		]),
		ofSources,
	};
}

/** Terms of measurements, and of what is computed from them. */
export async function termsOfMeasurements(
	deps: OriginDeps,
	source: Source,
): Promise<Terms> {
	return { licences: await licencesOf(deps, source), ofSources: [] };
}

/**
 * What each incident rests on: the entries that tell of it, under the terms of
 * the list that they come from; its country's measurements where it was
 * measured; and signals of others.
 */
export async function termsOfIncidents(
	deps: TermsDeps,
	incidents: readonly Incident[],
): Promise<readonly Terms[]> {
	const termsOfEntry = entryTerms(await deps.record());
	const ofCountry = new Map<string, Promise<Terms>>();
	const measuredIn = (cc: string): Promise<Terms> => {
		const known =
			ofCountry.get(cc) ??
			termsOfMeasurements(deps, { world: worldOf(cc), cc });
		ofCountry.set(cc, known);
		return known;
	};
	return Promise.all(
		incidents.map(async ({ cc, basis, entries, signals = [] }) => {
			const others = signals.filter(({ source }) => source !== "rasai");
			return joinTerms([
				...(basis === "documented" || entries.length > 0
					? [termsOfSources(entries.map(termsOfEntry))]
					: []),
				...(basis === "documented" ? [] : [await measuredIn(cc)]),
				...(others.length > 0
					? [termsOfSources(others.map(({ licence }) => licence))]
					: []),
			]);
		}),
	);
}

/** By id: under whose terms an entry stands, in their words; undefined where it is ours. */
function entryTerms(record: ShownRecord): (id: string) => string | undefined {
	const terms = new Map(
		[...record.restrictions, ...record.others].map(({ id, licence }) => [
			id,
			licence,
		]),
	);
	// `ID:end` and the like come from the restriction's own row.
	return (id) => terms.get(id) ?? terms.get(id.replace(/:.*$/, ""));
}

/** All of it on one line, for a column: `CC-BY-NC-SA-4.0 AND LicenseRef-source (IODA, ...)`. */
export function termsText({ licences, ofSources }: Terms): string {
	const text = licenceText(licences);
	return ofSources.length === 0 ? text : `${text} (${ofSources.join("; ")})`;
}

/** The same for a JSON file: the text, and whom to name under which licence. */
export function termsRecord(terms: Terms) {
	const used = [...terms.licences].sort();
	return {
		licence: termsText(terms),
		licences: (used.length > 0 ? used : (["CC-BY-4.0"] as const)).map((id) => {
			const { name, url, attribution } = LICENCES[id];
			return { id, name, url, attribution };
		}),
	};
}
