/** One entry for everybody: what it says, its sources, and who wrote and reviewed it. */
import type { StandingEntry } from "../../../account/record/index.ts";
import type { Revision } from "../../../pipeline/index.ts";
import { countryName } from "../../../reference/index.ts";
import { sourceName } from "../record-words.ts";
import { formatDay } from "../times.ts";
import { sentenceCase } from "../words.ts";
import { fieldGroups } from "./entry-fields.ts";
import { formOf } from "./entry-form.ts";
import { entryTypeWord } from "./entry-words.ts";

/** Shown on their own, or no business of readers. */
const SHOWN_APART = [
	"summary",
	"sources",
	"type",
	"country",
	"when.date",
	"when.precision",
	"when.zone",
	"actor.isProtected",
];

export function EntryPage(props: {
	readonly standing: StandingEntry;
	readonly revisions: readonly Revision[];
}) {
	const { entry, erased } = props.standing;
	const texts = formOf(entry);
	const fields = fieldGroups(entry.claims.length)
		.flatMap((group) => group.fields)
		.filter(({ at }) => !SHOWN_APART.includes(at) && (texts[at] ?? "") !== "");
	return (
		<>
			<p class="kicker">
				{sentenceCase(entryTypeWord(entry.type))}, {countryName(entry.country)},{" "}
				{entry.when.date}
			</p>
			<h1 class="id">{entry.id}</h1>
			<p class="standfirst">
				{erased.includes("words") ? (
					"The words of this entry were erased."
				) : (
					<bdi>{entry.summary}</bdi>
				)}
			</p>
			<p class="quiet">
				Documented, not measured. No measurement changes this entry.
			</p>
			<dl class="facts">
				{fields.map(({ at, label, kind }) => (
					<>
						<dt>{label}</dt>
						<dd>
							<bdi>{kind === "flag" ? "yes" : texts[at]}</bdi>
						</dd>
					</>
				))}
			</dl>
			<h2>Sources</h2>
			{erased.includes("sources") ? <p>The sources were erased.</p> : null}
			<ul class="record">
				{entry.sources.map(({ url, archiveHash, accessedOn }) => (
					<li>
						<a href={url} rel="noreferrer nofollow">
							{sourceName(url)}
						</a>
						<p class="when">
							{accessedOn ? `Read on ${formatDay(accessedOn)}. ` : ""}
							{archiveHash ? (
								<>
									A copy is kept, SHA-256 <code>{archiveHash}</code>
								</>
							) : (
								"No copy is kept."
							)}
						</p>
					</li>
				))}
			</ul>
			<h2>Revisions</h2>
			<ol>
				{props.revisions.map(({ seq, at, author, reviewer }) => (
					<li>
						{formatDay(at)}, by {author}
						{reviewer ? `, reviewed by ${reviewer}` : ""} (entry {seq} of the
						ledger)
					</li>
				))}
			</ol>
			<p class="quiet">
				<a href={`/edit/entry/${entry.id}`}>Editors: correct this entry</a>
			</p>
		</>
	);
}

export function EntryListPage(props: {
	readonly entries: readonly StandingEntry[];
	readonly total: number;
}) {
	const { entries, total } = props;
	return (
		<>
			<h1>What was last written into the record</h1>
			<p class="standfirst">
				{entries.length < total
					? `The latest ${entries.length} of ${total} entries.`
					: `${total} entries.`}{" "}
				Documented, not measured.
			</p>
			<ul class="record">
				{entries.map(({ entry, at }) => (
					<li>
						<p class="when">
							{entry.when.date}, {countryName(entry.country)},{" "}
							{entryTypeWord(entry.type)}; written on {formatDay(at)}
						</p>
						<p class="said">
							<a href={`/entry/${entry.id}`}>{entry.id}</a>{" "}
							<bdi>{entry.summary}</bdi>
						</p>
					</li>
				))}
			</ul>
		</>
	);
}
