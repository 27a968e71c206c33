import type { RestrictionEntry } from "../../../account/record/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import { OUR_TERMS, termsOfSources, termsText } from "../../terms/index.ts";
import { type DataFileFrame, jsonFile, recordsCsv } from "../data-files.ts";
import { say } from "../language/speech.ts";
import { countryPath, placeName, recordPath } from "../names.ts";
import { DossiersPage, RecordPage, recordOf } from "../pages/record.tsx";
import { readCc } from "../params.ts";
import { notFound, type Route, splitEnding, unreadable } from "./answer.ts";

const COLUMNS = [
	"id",
	"country",
	"start",
	"start_precision",
	"end",
	"end_precision",
	"kind",
	"services",
	"scope",
	"scope_names",
	"ordered_by",
	"official_acknowledgement",
	"stated_justification",
	"source_urls",
	"confidence",
	"notes",
] as const;

/** `/pk/record`, the entries of its dossiers with `?of=dossiers`, and the same as `.csv` (the restrictions) and `.json` (the dossiers too). */
export const answerRecord: Route = async (deps, request) => {
	const { ending } = splitEnding(request.param("file"));
	const cc = readCc(request.param("cc"));
	if (cc === undefined || !isCountryCode(cc)) return notFound;
	const record = recordOf(await deps.record(), cc);
	if (record === undefined) return notFound;
	const frame: DataFileFrame = {
		emulated: false,
		terms: termsOfSources(record.restrictions.map(({ licence }) => licence)),
	};
	if (ending === "csv")
		return {
			kind: "csv",
			text: recordsCsv(COLUMNS, record.restrictions.map(csvRecord), frame),
		};
	if (ending === "json")
		return {
			kind: "json",
			value: jsonFile(deps.clock(), frame, { cc, measured: false, ...record }),
		};
	const of = request.query("of");
	if (of !== undefined && of !== "dossiers")
		return unreadable("It asks for a part of the record that cannot be one.");
	const Page = of === undefined ? RecordPage : DossiersPage;
	return {
		kind: "page",
		page: {
			title: say("record.title", { country: placeName(cc) }),
			description: `Documented restrictions in ${placeName(cc)}, each with its sources. Documented, not measured.`,
			emulated: false,
			formats: { path: recordPath(cc), query: "", endings: ["csv", "json"] },
			watch: {
				feed: `${countryPath(cc)}.atom`,
				query: `cc=${cc.toLowerCase()}`,
			},
			children: <Page record={record} cc={cc} />,
		},
	};
};

function csvRecord(entry: RestrictionEntry) {
	return {
		id: entry.id,
		country: entry.country,
		start: entry.start,
		start_precision: entry.startPrecision,
		end: entry.end,
		end_precision: entry.endPrecision,
		kind: entry.kind,
		services: entry.services.join("; "),
		scope: entry.scope,
		scope_names: entry.scopeNames.join("; "),
		ordered_by: entry.orderedBy,
		official_acknowledgement: entry.officialAcknowledgement,
		stated_justification: entry.statedJustification,
		source_urls: entry.sourceUrls.join(" "),
		confidence: entry.confidence,
		notes: entry.notes,
		licence: entry.licence ?? termsText(OUR_TERMS),
	};
}
