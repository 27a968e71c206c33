/** Where editors begin: what waits for them, and what they can start. */
import type { StandingEntry } from "../../../account/record/index.ts";
import { mayReview } from "../../../pipeline/index.ts";
import type { Draft, Editor } from "../../../store/index.ts";
import { entryTypeWord } from "./entry-words.ts";
import { Hidden } from "./form-page.tsx";

export interface HomeProps {
	readonly editor: Editor;
	readonly formToken: string;
	readonly drafts: readonly Draft[];
	readonly search: string;
	readonly found: readonly StandingEntry[];
	readonly entryCount: number;
	readonly isReadOnly: boolean;
}

/** What editors most often begin with. */
const STARTS: readonly (readonly [query: string, label: string])[] = [
	["type=statement", "A statement, denial or acknowledgement"],
	["type=order", "An order"],
	["type=court_order", "A court's order"],
	[
		"type=statement&reply=yes",
		"An officer's reply, or that a finding was put to one",
	],
	["type=statement&request=yes", "A request for information that was sent"],
	["type=correction", "A correction of reports that went round"],
];

export function HomePage(props: HomeProps) {
	const { editor, drafts, formToken } = props;
	const own = drafts.filter(({ author }) => author === editor.pseudonym);
	const waiting = drafts.filter((draft) => mayReview(draft, editor));
	const others = drafts.filter(
		(draft) => !own.includes(draft) && !waiting.includes(draft),
	);
	return (
		<>
			<h1>Editing the record</h1>
			<p class="standfirst">
				Signed in as {editor.pseudonym}, {editor.role}. Nothing is published
				before somebody else has reviewed it.
			</p>
			{props.isReadOnly ? (
				<p class="stale">
					Another program holds the workspace: drafts can be written, and
					approved later.
				</p>
			) : null}
			{editor.role === "reviewer" ? (
				<DraftList title="Wait for your review" drafts={waiting} />
			) : null}
			<DraftList title="Your drafts" drafts={own} />
			{others.length > 0 ? (
				<DraftList title="Drafts of others" drafts={others} />
			) : null}
			<h2>Add an entry</h2>
			<ul>
				{STARTS.map(([query, label]) => (
					<li>
						<a href={`/edit/new?${query}`}>{label}</a>
					</li>
				))}
			</ul>
			<h2>Correct an entry</h2>
			<Search {...props} />
			<h2>You</h2>
			<p>
				<a href="/edit/passkey">Add a passkey</a> (you have{" "}
				{editor.passkeys.length}).{" "}
				{editor.role === "reviewer" ? (
					<a href="/edit/protected">Protected persons</a>
				) : null}
			</p>
			<form method="post" action="/edit/sign-out">
				<Hidden values={{ formToken }} />
				<button type="submit" class="plain">
					Sign out everywhere
				</button>
			</form>
		</>
	);
}

function Search({ search, found, entryCount }: HomeProps) {
	return (
		<>
			<form method="get" action="/edit" class="search">
				<label for="q">Words, a country or an id</label>
				<input id="q" name="q" type="search" value={search} />
				<button type="submit">Find</button>
			</form>
			{search === "" ? (
				<p class="quiet">{entryCount} entries stand in the ledger.</p>
			) : found.length === 0 ? (
				<p>
					No entry has these words. Entries must be in the ledger: the operator
					can bring the shipped ones in with{" "}
					<code>rasai record import --shipped</code>.
				</p>
			) : (
				<ul class="record">
					{found.map(({ entry }) => (
						<li>
							<p class="when">
								{entry.when.date}, {entry.country}, {entryTypeWord(entry.type)}
							</p>
							<p class="said">
								<a href={`/edit/entry/${entry.id}`}>{entry.id}</a>{" "}
								<bdi>{entry.summary}</bdi>
							</p>
						</li>
					))}
				</ul>
			)}
		</>
	);
}

function DraftList(props: {
	readonly title: string;
	readonly drafts: readonly Draft[];
}) {
	return (
		<>
			<h2>{props.title}</h2>
			{props.drafts.length === 0 ? (
				<p class="quiet">None.</p>
			) : (
				<ul class="record">
					{props.drafts.map(({ id, entry, author, status }) => (
						<li>
							<p class="when">
								{status}, by {author}
							</p>
							<p class="said">
								<a href={`/edit/draft/${id}`}>
									{entry.country}, {entry.when.date},{" "}
									{entryTypeWord(entry.type)}
								</a>
								: <bdi>{entry.summary}</bdi>
							</p>
						</li>
					))}
				</ul>
			)}
		</>
	);
}
