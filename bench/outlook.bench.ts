/**
 * The outlook on data that it was not made on: Access Now's STOP, every country
 * with enough onset days, by the same code and the same choices as Pakistan's
 * own record. `RASAI_SHARED` names the folder with the data, which do not ship.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
	LEAST_ONSET_DAYS,
	onsetsOf,
	runOutlook,
	type Skill,
	toDayNumber,
} from "../src/account/outlook/index.ts";
import { readStop, shownRecord } from "../src/account/record/index.ts";
import { silentLog } from "../src/base/index.ts";
import { readOutlookData } from "../src/cli/outlooks.ts";

const STOP = "data/events/stop/stop-2016-2025.csv";
const shared = process.env["RASAI_SHARED"] ?? "../shared";
const { entries } = readStop(readFileSync(join(shared, STOP), "utf8"));
const standing = { seq: 0, at: "", author: "", revisionCount: 1, erased: [] };
const { restrictions } = shownRecord(
	new Map(entries.map((entry) => [entry.id, { entry, ...standing }])),
	[],
);
const data = await readOutlookData({
	shipped: "data",
	log: silentLog,
	signal: AbortSignal.timeout(10_000),
});
const inWords = (skill: Skill | null): string =>
	skill
		? [skill.value, skill.low, skill.high]
				.map((share) => `${(share * 100).toFixed(1)}%`)
				.join(" ")
		: "";
for (const cc of [
	...new Set(restrictions.map(({ country }) => country)),
].sort()) {
	if (onsetsOf(restrictions, cc, "any").onsets.length < LEAST_ONSET_DAYS)
		continue;
	const { scores } = runOutlook(
		{ ...data, entries: restrictions },
		{ cc, kind: "any" },
		toDayNumber("2026-01-01"),
	);
	for (const { leadDays, score } of scores)
		if (leadDays <= 30 && score.finding !== "too_few")
			console.log(
				[
					cc,
					leadDays,
					score.onsetDayCount,
					score.bestBaseline,
					inWords(score.brierSkill),
					inWords(score.logSkill),
					score.finding,
				].join("\t"),
			);
}
