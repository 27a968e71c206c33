/** From an entry to the texts of its form, and back. What no field shows is kept as it was. */
import {
	CLAIM_WORDS,
	checkEntry,
	type Fault,
	type RecordEntry,
	type RecordTime,
	TIME_PRECISIONS,
	zoneOfCountry,
} from "../../../account/record/index.ts";
import { sha256Hex } from "../../../base/index.ts";
import { isRecord } from "../../../model/index.ts";
import { type Field, fieldGroups } from "./entry-fields.ts";

/** Texts of a form by the names of their fields. */
export type FormTexts = Readonly<Record<string, string>>;

/** Parts that the form shows as JSON: courts, deadlines, whole restrictions, estimates, findings. */
const OTHER_PARTS = [
	"quote",
	"licence",
	"proceeding",
	"deadlines",
	"restriction",
	"remedy",
	"findings",
	"estimate",
] as const;
/** The field that holds them. */
export const OTHER = "other";
/** More claims than anybody writes by hand. */
const MAX_CLAIMS = 50;

/** What an entry's form says. */
export function formOf(entry: Partial<RecordEntry>): FormTexts {
	const zone = entry.when?.zone;
	const texts: Record<string, string> = {};
	for (const { fields } of fieldGroups(entry.claims?.length ?? 0))
		for (const field of fields)
			texts[field.at] = textOf(field, memberAt(entry, field.at), zone);
	const other = Object.fromEntries(
		OTHER_PARTS.flatMap((name) => {
			const part = entry[name];
			return part === undefined || (Array.isArray(part) && part.length === 0)
				? []
				: [[name, part]];
		}),
	);
	texts[OTHER] =
		Object.keys(other).length === 0 ? "" : JSON.stringify(other, null, 2);
	return texts;
}

function textOf(field: Field, value: unknown, zone?: string): string {
	if (value === null) return "none";
	if (value === undefined) return "";
	if (field.kind === "flag") return value === true ? "yes" : "";
	if (field.kind === "time") return writeTime(value as RecordTime, zone);
	if (field.at === "sources")
		return (value as RecordEntry["sources"]).map(({ url }) => url).join("\n");
	return Array.isArray(value) ? value.join("\n") : String(value);
}

export interface ReadForm {
	readonly entry: RecordEntry | undefined;
	readonly faults: readonly Fault[];
}

/** Reads a form over the entry that it changes, with every fault at its field. */
export function readForm(
	form: FormTexts,
	base: Partial<RecordEntry> = {},
): ReadForm {
	const faults: Fault[] = [];
	const value = structuredClone(base) as Record<string, unknown>;
	Object.assign(value, readOther(form[OTHER] ?? "", value, faults));
	const country = (form["country"] ?? "").trim().toUpperCase();
	const zone = (form["when.zone"] ?? "").trim() || zoneOfCountry(country);
	const claimCount = Math.min(claimsIn(form), MAX_CLAIMS);
	value["claims"] = Array.from({ length: claimCount }, (_, n) => ({
		...base.claims?.[n],
	}));
	for (const { fields } of fieldGroups(claimCount - 1))
		for (const field of fields)
			setMember(value, field.at, readField(field, form, base, zone));
	value["country"] = country;
	const when = value["when"] as Record<string, unknown>;
	when["zone"] = zone;
	when["precision"] ??= precisionOf(String(when["date"] ?? ""));
	value["claims"] = claimsOf(value["claims"] as unknown[], when);
	value["id"] ??= newId(country, String(when["date"]), form["summary"] ?? "");
	for (const part of ["order", "informationRequest"])
		if (isEmpty(value[part])) delete value[part];
	value["deadlines"] ??= [];
	const read = checkEntry(JSON.parse(JSON.stringify(value)));
	const all = [
		...faults,
		...read.faults
			.filter((fault) => !isRepeated(fault, form, base))
			.map((fault) => inWords(fault, form)),
	];
	return { entry: all.length === 0 ? read.entry : undefined, faults: all };
}

function readField(
	field: Field,
	form: FormTexts,
	base: Partial<RecordEntry>,
	zone: string | undefined,
): unknown {
	const text = (form[field.at] ?? "").replaceAll("\r\n", "\n").trim();
	if (field.kind === "flag") return text === "yes" ? true : undefined;
	if (field.kind === "lines") {
		const lines = text
			.split("\n")
			.map((line) => line.trim())
			.filter((line) => line !== "");
		return field.at === "sources"
			? lines.map(
					(url) => base.sources?.find((one) => one.url === url) ?? { url },
				)
			: lines;
	}
	if (text === "") return undefined;
	if (field.orNone && text.toLowerCase() === "none") return null;
	return field.kind === "time" ? readTime(text, zone) : text;
}

/** `on_or_before 2024-02-17`: how exact a time is stands before it where its writing does not say so; a zone of its own behind it. */
export function writeTime(time: RecordTime, zone?: string): string {
	return [
		time.precision === precisionOf(time.date) ? "" : time.precision,
		time.date,
		time.zone === zone ? "" : time.zone,
	]
		.filter((part) => part)
		.join(" ");
}

export function readTime(text: string, zone?: string): unknown {
	const words = text.split(/\s+/);
	const stated = TIME_PRECISIONS.find((one) => one === words[0]);
	const [date = "", own] = stated ? words.slice(1) : words;
	return {
		date,
		precision: stated ?? precisionOf(date),
		zone: own ?? zone,
	};
}

function precisionOf(date: string): string {
	if (date.includes("T")) return "minute";
	return { 4: "year", 7: "month" }[date.length] ?? "day";
}

function claimsIn(form: FormTexts): number {
	const numbers = Object.keys(form).flatMap((name) => {
		const n = /^claims\[(\d{1,2})\]/.exec(name)?.[1];
		return n === undefined ? [] : [Number(n) + 1];
	});
	return Math.max(1, ...numbers);
}

/** Claims with a word; what each is about follows from it. */
function claimsOf(
	claims: readonly unknown[],
	when: unknown,
): readonly unknown[] {
	return claims.flatMap((claim) => {
		if (!isRecord(claim) || claim["asserted"] === undefined) return [];
		const matter = Object.entries(CLAIM_WORDS).find(([, words]) =>
			words.some((word) => word === claim["asserted"]),
		)?.[0];
		return [{ ...claim, matter, since: claim["since"] ?? when }];
	});
}

function readOther(
	text: string,
	value: Record<string, unknown>,
	faults: Fault[],
): Record<string, unknown> {
	for (const name of OTHER_PARTS) delete value[name];
	if (text.trim() === "") return {};
	try {
		const parts: unknown = JSON.parse(text);
		if (isRecord(parts)) {
			const names: readonly string[] = OTHER_PARTS;
			const unknown = Object.keys(parts).filter(
				(name) => !names.includes(name),
			);
			if (unknown.length === 0) return { ...parts };
			faults.push({
				at: OTHER,
				problem: `Not known here: ${unknown.join(", ")}. Known are: ${names.join(", ")}.`,
			});
			return {};
		}
	} catch {
		// Told below.
	}
	faults.push({
		at: OTHER,
		problem: "This is not a JSON object. Leave it blank if you are not sure.",
	});
	return {};
}

function newId(country: string, date: string, summary: string): string {
	return `${country}-${date.slice(0, 10)}-${sha256Hex(summary).slice(0, 8)}`;
}

function memberAt(value: unknown, at: string): unknown {
	let member = value;
	for (const step of stepsOf(at))
		member =
			typeof member === "object" && member !== null
				? (member as Record<string, unknown>)[step]
				: undefined;
	return member;
}

function setMember(
	value: Record<string, unknown>,
	at: string,
	member: unknown,
): void {
	const steps = stepsOf(at);
	const last = steps.pop() ?? "";
	let inside = value;
	for (const step of steps) {
		inside[step] ??= {};
		inside = inside[step] as Record<string, unknown>;
	}
	if (member === undefined) delete inside[last];
	else inside[last] = member;
}

function stepsOf(at: string): string[] {
	return at.split(/[.[\]]+/).filter((step) => step !== "");
}

function isEmpty(value: unknown): boolean {
	return isRecord(value) && Object.keys(value).length === 0;
}

/** A claim without a time of its own has the entry's, and its fault too; so has an id that is made from country and date. */
function isRepeated(
	{ at }: Fault,
	form: FormTexts,
	base: Partial<RecordEntry>,
): boolean {
	if (at === "id") return base.id === undefined;
	const since = /^claims\[\d+\]\.since/.exec(at)?.[0];
	return since !== undefined && (form[since] ?? "").trim() === "";
}

/** A fault as somebody who fills in a form reads it. */
function inWords({ at, problem }: Fault, form: FormTexts): Fault {
	const isBlank = (form[at] ?? "").trim() === "";
	if (
		isBlank &&
		/^(not a text|empty|unknown word|no date|no country)/.test(problem)
	)
		return { at, problem: "This is needed." };
	if (at === "sources" && problem === "no source")
		return { at, problem: "At least one web address is needed." };
	return {
		at,
		problem: `${problem.slice(0, 1).toUpperCase()}${problem.slice(1)}.`,
	};
}
