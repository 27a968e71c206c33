/** What is documented by others: restrictions, and single entries (P12: apart from all measurement). */
import { z } from "zod";
import type { RecordEntry } from "../../../account/record/index.ts";
import { LICENCES, licenceOfEntry } from "../../terms/index.ts";
import type { Asked } from "../api-deps.ts";
import { type Listing, listOperation, type Row } from "../operation.ts";
import * as param from "../parameters.ts";
import { shortListing } from "./places.ts";

const texts = z.array(z.string());

const recordParams = z.object({
	...param.listParams.shape,
	cc: param.cc.optional(),
});

interface RecordAsked {
	readonly cc?: string | undefined;
	readonly commercial: boolean;
}

/** Entries asked for: of a country, and ours to give for any use. */
async function entriesAsked(
	{ deps }: Asked,
	{ cc, commercial }: RecordAsked,
): Promise<readonly RecordEntry[]> {
	return (await deps.entries()).filter(
		(entry) =>
			(cc === undefined || entry.country === cc) &&
			(!commercial || LICENCES[licenceOfEntry(entry)].commercial),
	);
}

function recordListing(
	asked: Asked,
	params: RecordAsked,
	read: (entries: readonly RecordEntry[]) => Promise<readonly Row[]>,
): Listing {
	return shortListing(
		{
			world: "real",
			licences: async () =>
				new Set((await entriesAsked(asked, params)).map(licenceOfEntry)),
		},
		async () => read(await entriesAsked(asked, params)),
		(row) => String(row["id"]),
	);
}

export const listRestrictions = listOperation({
	id: "listRestrictions",
	path: "/api/v1/restrictions",
	tag: "Record",
	summary: "Documented restrictions, each with its sources",
	description:
		"Documented, not measured. Dates have the precision that their sources give; a day is a day of local time.",
	params: recordParams,
	rowName: "Restriction",
	row: z.object({
		id: z.string(),
		country: z.string(),
		start: z.string(),
		startPrecision: z.string(),
		end: z.string().nullable(),
		endPrecision: z.string(),
		kind: z.string(),
		services: texts,
		scope: z.string(),
		scopeNames: texts,
		networks: texts,
		technique: texts,
		trigger: z.string(),
		orderedBy: z.string(),
		officialAcknowledgement: z.string().nullable(),
		acknowledgementDate: z.string().nullable(),
		statedJustification: z.string(),
		sourceUrls: texts,
		confidence: z.string(),
		notes: z.string(),
		licence: z.string().describe("Terms of this entry."),
	}),
	problems: [],
	points: 1,
	read: (asked, params) =>
		recordListing(asked, params, async (entries) => {
			const terms = new Map(entries.map((entry) => [entry.id, termsOf(entry)]));
			const { restrictions } = await asked.deps.record();
			return restrictions
				.filter(({ id }) => terms.has(id))
				.map((one) => ({ ...one, licence: terms.get(one.id) }));
		}),
});

const termsOf = (entry: RecordEntry): string =>
	entry.licence ?? licenceOfEntry(entry);

/** Fields of an entry that have a column; the entry whole is one more. */
export const listEntries = listOperation({
	id: "listEntries",
	path: "/api/v1/entries",
	tag: "Record",
	summary:
		"Entries of the record: statements, orders, proceedings, deadlines, restorations",
	description:
		"What was said and ordered, by whom and when, with its sources. `entry` holds everything, as docs/methods tells. Names of protected persons are left out.",
	params: recordParams,
	rowName: "Entry",
	row: z.object({
		id: z.string(),
		country: z.string(),
		type: z.string(),
		on: z.string().describe("At the precision of the source."),
		precision: z.string(),
		services: texts,
		summary: z.string(),
		sourceUrls: texts,
		confidence: z.string(),
		licence: z.string().describe("Terms of this entry."),
		entry: z.record(z.string(), z.unknown()),
	}),
	problems: [],
	points: 1,
	read: (asked, params) =>
		recordListing(asked, params, async (entries) =>
			entries.map((entry) => ({
				id: entry.id,
				country: entry.country,
				type: entry.type,
				on: entry.when.date,
				precision: entry.when.precision,
				services: entry.services,
				summary: entry.summary,
				sourceUrls: entry.sources.map(({ url }) => url),
				confidence: entry.confidence,
				licence: termsOf(entry),
				entry,
			})),
		),
});
