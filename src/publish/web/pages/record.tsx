/** Documented, not measured: what others said, ordered and reported, a track of its own (P12). */
import type {
	Confidence,
	DossierEntry,
	RecordDossier,
	RecordEntry,
	RestrictionEntry,
	ShownRecord,
} from "../../../account/record/index.ts";
import { entryTypeWord } from "../edit/entry-words.ts";
import { groupBy } from "../findings.ts";
import { English, inEnglish } from "../language/english.tsx";
import { currentSpeech, say } from "../language/speech.ts";
import {
	countryPath,
	entryPath,
	incidentPath,
	outlookPath,
	placeName,
	recordPath,
} from "../names.ts";
import {
	ENTRY_WORDS,
	entryDate,
	intervalName,
	KIND_WORDS,
	recordDate,
	restrictionClaims,
	restrictionDates,
	restrictionScope,
	sourceName,
} from "../record-words.ts";
import { countOf, formatCount, sentenceCase } from "../words.ts";

/** The record of one country; undefined where there is none. */
export function recordOf(
	record: ShownRecord,
	cc: string,
): ShownRecord | undefined {
	const restrictions = record.restrictions
		.filter((entry) => entry.country === cc)
		.sort(
			(a, b) => b.start.localeCompare(a.start, "en") || (a.id < b.id ? -1 : 1),
		);
	const dossiers = record.dossiers.filter((one) => one.country === cc);
	const others = record.others
		.filter(({ country }) => country === cc)
		.sort(
			(a, b) =>
				b.when.date.localeCompare(a.when.date, "en") || (a.id < b.id ? -1 : 1),
		);
	return restrictions.length + dossiers.length + others.length === 0
		? undefined
		: { restrictions, dossiers, others };
}

/**
 * How much of the record a page shows. `whole`: every entry in full, but those
 * of dossiers, which have a page of their own. `long`:
 * a country without measurements, whose page has room: the dossiers and the
 * newest years in full, earlier ones in brief. `short`: a country with
 * measurements: the newest years in brief, the rest by number.
 */
export type RecordExtent = "whole" | "long" | "short";

/** Years that `long` shows in full and `short` in brief. */
const NEWEST_YEARS = 2;

export function RecordSection(props: {
	readonly record: ShownRecord;
	readonly cc: string;
	readonly extent: RecordExtent;
}) {
	const { record, cc, extent } = props;
	const { restrictions, dossiers, others } = record;
	const years = [...groupBy(restrictions, (entry) => entry.start.slice(0, 4))];
	const shown = extent === "short" ? years.slice(0, NEWEST_YEARS) : years;
	const path = recordPath(cc);
	return (
		<section aria-labelledby="record" class="documented">
			<h2 id="record">{say("head.documented")}</h2>
			<p>
				{say("record.what")}{" "}
				{currentSpeech().language === "en" ? "" : say("record.quoted")}
			</p>
			{dossiers.map((dossier) => (
				<Dossier dossier={dossier} extent={extent} path={path} />
			))}
			<h3>
				{say("record.count", { count: restrictions.length })}
				{years.length > 1 ? `, ${years.at(-1)?.[0]}–${years[0]?.[0]}` : ""}
			</h3>
			{shown.map(([year, entries], index) => (
				<details open={extent === "whole" || index === 0}>
					<summary>
						{year}: {countOf(entries.length, "entry", "entries")}
					</summary>
					<ul class="record">
						{entries.map((entry) =>
							extent === "whole" ||
							(extent === "long" && index < NEWEST_YEARS) ? (
								<Restriction entry={entry} />
							) : (
								<BriefRestriction entry={entry} path={path} />
							),
						)}
					</ul>
				</details>
			))}
			{extent === "whole" && others.length > 0 ? (
				<>
					<h3>{say("record.others", { count: others.length })}</h3>
					<ul class="record">
						{others.map((entry) => (
							<OtherEntry entry={entry} />
						))}
					</ul>
				</>
			) : null}
			{extent === "whole" ? null : (
				<p>
					<a href={path}>{say("record.whole")}</a>
					{" · "}
					<a href={outlookPath(cc)}>{say("record.next")}</a>
				</p>
			)}
		</section>
	);
}

function BriefRestriction(props: {
	readonly entry: RestrictionEntry;
	readonly path: string;
}) {
	const { entry, path } = props;
	return (
		<li>
			<English>
				{inEnglish(() => restrictionDates(entry))}:{" "}
				{KIND_WORDS[entry.kind].toLowerCase()},{" "}
				{inEnglish(() => restrictionScope(entry))} ({entry.confidence}{" "}
				confidence)
			</English>{" "}
			<a href={`${path}#${entry.id}`}>
				{say("record.source_count", { count: entry.sourceUrls.length })}
			</a>
		</li>
	);
}

function Restriction(props: { readonly entry: RestrictionEntry }) {
	const { entry } = props;
	return (
		<li id={entry.id}>
			<p class="when">
				<English>{inEnglish(() => restrictionDates(entry))}</English>
			</p>
			<p class="said">
				<English>
					<strong>{KIND_WORDS[entry.kind]}</strong>:{" "}
					{inEnglish(() => restrictionScope(entry))}.{" "}
					{inEnglish(() => restrictionClaims(entry))} {entry.notes}
				</English>
			</p>
			<Sources urls={entry.sourceUrls} confidence={entry.confidence} />
			<p class="when">
				<a href={entryPath(entry.id)}>{say("record.revisions")}</a> ·{" "}
				<a href={incidentPath(entry.id)}>{say("record.incident")}</a>
			</p>
		</li>
	);
}

function OtherEntry(props: { readonly entry: RecordEntry }) {
	const { entry } = props;
	return (
		<li id={entry.id}>
			<p class="when">
				<English>
					{inEnglish(() => recordDate(entry.when.date))} ·{" "}
					{sentenceCase(entryTypeWord(entry.type))}
				</English>
			</p>
			<p class="said">
				<English>{entry.summary}</English>{" "}
				<a href={entryPath(entry.id)}>{say("record.revisions")}</a>
				{entry.about.map((id) => (
					<>
						{" "}
						<a href={incidentPath(id)}>{id}</a>
					</>
				))}
			</p>
			<Sources
				urls={entry.sources.map(({ url }) => url)}
				confidence={entry.confidence}
			/>
		</li>
	);
}

function Dossier(props: {
	readonly dossier: RecordDossier;
	readonly extent: RecordExtent;
	readonly path: string;
}) {
	const { dossier, extent, path } = props;
	const { entries, openQuestions } = dossier;
	const entryCount = say("record.dated", { count: entries.length });
	return (
		<>
			<h3>
				<English>{dossier.title}</English>
			</h3>
			<p>
				<English>{dossier.technique}</English>
			</p>
			<details open={extent !== "short"}>
				<summary>{say("record.took")}</summary>
				<Intervals intervalsDays={dossier.intervalsDays} />
			</details>
			{extent !== "long" ? (
				<p>
					<a href={`${path}?of=dossiers`}>{entryCount}</a>
				</p>
			) : (
				<details>
					<summary>{entryCount}</summary>
					<Entries entries={entries} />
				</details>
			)}
			{extent === "whole" && openQuestions.length > 0 ? (
				<details open>
					<summary>{say("record.questions")}</summary>
					<ul>
						{openQuestions.map((question) => (
							<li>
								<English>{question}</English>
							</li>
						))}
					</ul>
				</details>
			) : null}
		</>
	);
}

function Intervals({ intervalsDays }: Pick<RecordDossier, "intervalsDays">) {
	return (
		<table class="intervals">
			<caption>{say("record.between")}</caption>
			<thead>
				<tr>
					<th scope="col">{say("record.interval")}</th>
					<th scope="col" class="number">
						{say("outlook.days")}
					</th>
				</tr>
			</thead>
			<tbody>
				{Object.entries(intervalsDays).map(([key, days]) => (
					<tr>
						<th scope="row">
							<English>{intervalName(key)}</English>
						</th>
						<td class="number">{formatCount(days)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function Entries({ entries }: Pick<RecordDossier, "entries">) {
	return (
		<ol class="record">
			{entries.map((entry) => (
				<Entry entry={entry} />
			))}
		</ol>
	);
}

function Entry(props: { readonly entry: DossierEntry }) {
	const { entry } = props;
	return (
		<li id={entry.id}>
			<p class="when">
				<English>
					<a href={entryPath(entry.id)}>{inEnglish(() => entryDate(entry))}</a>{" "}
					· {ENTRY_WORDS[entry.type]} · {entry.actor}
				</English>
			</p>
			<p class="said">
				<English>
					{entry.summary}
					{entry.court === undefined ? "" : ` Court: ${entry.court}.`}
					{entry.deadline === undefined
						? ""
						: inEnglish(() => ` Due: ${recordDate(entry.deadline ?? "")}.`)}
					{entry.note === undefined ? "" : ` ${entry.note}`}
				</English>
			</p>
			<Sources urls={entry.sourceUrls} confidence={entry.confidence} />
		</li>
	);
}

/** Sources by the site they are on. Only web addresses become links. */
function Sources(props: {
	readonly urls: readonly string[];
	readonly confidence?: Confidence;
}) {
	return (
		<p class="when">
			{props.confidence === undefined ? null : (
				<English>{sentenceCase(props.confidence)} confidence.</English>
			)}{" "}
			{say("record.sources")}{" "}
			{props.urls.map((url, index) => (
				<>
					{index > 0 ? ", " : ""}
					<a href={/^https?:\/\//.test(url) ? url : "#record"}>
						{sourceName(url)}
					</a>
				</>
			))}
		</p>
	);
}

/** `/pk/record?of=dossiers`: every entry of the dossiers of a country. */
export function DossiersPage(props: {
	readonly record: ShownRecord;
	readonly cc: string;
}) {
	const { record, cc } = props;
	return (
		<>
			<p class="kicker">
				<a href={countryPath(cc)}>{placeName(cc)}</a> ·{" "}
				<a href={recordPath(cc)}>
					{say("record.title", { country: placeName(cc) })}
				</a>
			</p>
			<h1>{say("record.by_entry")}</h1>
			{record.dossiers.map(({ title, entries }) => (
				<section class="documented">
					<h2>
						<English>{title}</English>
					</h2>
					<Entries entries={entries} />
				</section>
			))}
		</>
	);
}

/** `/pk/record`: all that is documented of a country; the entries of dossiers have a page of their own. */
export function RecordPage(props: {
	readonly record: ShownRecord;
	readonly cc: string;
}) {
	const { record, cc } = props;
	return (
		<>
			<p class="kicker">
				<a href={countryPath(cc)}>{placeName(cc)}</a>
			</p>
			<h1>{say("record.title", { country: placeName(cc) })}</h1>
			<RecordSection record={record} cc={cc} extent="whole" />
		</>
	);
}
