/** What ships for outlooks, for tests. */
import { readFileSync } from "node:fs";
import {
	readAreas,
	readCoverage,
	readOccasions,
	readStatedDates,
} from "../../account/outlook/index.ts";
import { parseRestrictions } from "../../account/record/index.ts";

export function readShippedOutlook() {
	const read = (name: string) => readFileSync(`data/${name}`, "utf8");
	return {
		data: {
			dates: [
				...readStatedDates(read("record/official-calendar.csv"), "PK").rows,
				...readStatedDates(read("outlook/dates.csv")).rows,
			],
			occasions: readOccasions(read("outlook/occasions.csv")).rows,
			coverages: readCoverage(read("outlook/coverage.csv")).rows,
			areas: readAreas(read("outlook/areas.csv")).rows,
		},
		record: {
			restrictions: [
				"pakistan-restrictions.csv",
				"other-countries.csv",
			].flatMap((name) => parseRestrictions(read(`record/${name}`)).entries),
			dossiers: [],
			others: [],
		},
	};
}
