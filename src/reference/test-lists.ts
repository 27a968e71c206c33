/**
 * Lists of URLs worth testing, in the layout of the Citizen Lab's test lists:
 * one file for the world, one a country, and a legend of categories. Some of
 * the sites are harmful or illegal to visit in places: nothing here fetches them.
 */
import { readCsv } from "./csv.ts";

export interface TestListEntry {
	readonly url: string;
	/** `NEWS`, `HUMR`… as the legend explains. */
	readonly category: string;
	/** The category's name as the list itself gives it. */
	readonly categoryName: string;
	/** Calendar day; undefined where the list has none. */
	readonly addedOn: string | undefined;
	readonly source: string;
	readonly notes: string;
}

export interface TestList {
	readonly entries: readonly TestListEntry[];
	/** Rows that could not be used, with line and reason. */
	readonly problems: readonly string[];
}

export interface TestCategory {
	readonly code: string;
	readonly name: string;
	readonly description: string;
}

const LONGEST_URL = 2048;

/** Reads one list. Rows without a usable URL, and URLs given before, become problems; never throws. */
export function parseTestList(text: string): TestList {
	const table = readCsv(text, ["url", "category_code", "category_description"]);
	const problems = [...table.problems];
	const entries = new Map<string, TestListEntry>();
	for (const row of table.rows) {
		const url = row.get("url").trim();
		const date = row.get("date_added");
		const category = row.get("category_code");
		const problem = !isTestUrl(url)
			? "not an http or https URL"
			: !/^[A-Z]{2,5}$/.test(category)
				? "not a category code"
				: entries.has(url)
					? "given twice"
					: undefined;
		if (problem !== undefined) {
			problems.push(`line ${row.line}: ${url.slice(0, 80)}: ${problem}`);
			continue;
		}
		entries.set(url, {
			url,
			category,
			categoryName: row.get("category_description"),
			addedOn: /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined,
			source: row.get("source"),
			notes: row.get("notes"),
		});
	}
	return { entries: [...entries.values()], problems };
}

/** Reads the legend: categories by code. Never throws; unusable rows are left out. */
export function parseTestCategories(
	text: string,
): ReadonlyMap<string, TestCategory> {
	const table = readCsv(text, ["Category Description", "New Code"]);
	return new Map(
		table.rows.flatMap((row) => {
			const code = row.get("New Code").trim();
			const name = row.get("Category Description").trim();
			return code === ""
				? []
				: [[code, { code, name, description: row.get("Description").trim() }]];
		}),
	);
}

function isTestUrl(text: string): boolean {
	if (text.length > LONGEST_URL || !/^https?:\/\/[^\s/]/i.test(text))
		return false;
	return URL.canParse(text);
}
