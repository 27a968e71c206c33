/** A draft: what it changes, side by side, and what can be done with it. */

import type { RecordEntry } from "../../../account/record/index.ts";
import { changesBetween } from "../../../account/record/index.ts";
import { mayReview } from "../../../pipeline/index.ts";
import type { Draft, Editor } from "../../../store/index.ts";
import { formatDay } from "../times.ts";
import { labelOf } from "./entry-fields.ts";
import { Hidden } from "./form-page.tsx";

export function DraftPage(props: {
	readonly draft: Draft;
	/** What stands now. */
	readonly before: RecordEntry | undefined;
	readonly isStale: boolean;
	readonly editor: Editor;
	readonly formToken: string;
}) {
	const { draft, before, editor, formToken } = props;
	const isOwn = draft.author === editor.pseudonym;
	return (
		<>
			<p class="kicker">
				<a href="/edit">Editing the record</a>
			</p>
			<h1>
				{before ? "Correction of" : "New entry"} <code>{draft.entry.id}</code>
			</h1>
			<p class="standfirst">
				{statusOf(draft)} By {draft.author}, saved on {formatDay(draft.savedAt)}
				.
			</p>
			{draft.status === "returned" ? (
				<p class="stale">
					{draft.returnedBy} returned it: {draft.reason}
				</p>
			) : null}
			{props.isStale ? (
				<p class="stale">
					The entry was changed by somebody else since this draft was made. It
					cannot be approved; start again from{" "}
					<a href={`/edit/entry/${draft.entry.id}`}>what stands now</a>.
				</p>
			) : null}
			{draft.entry.actor.isProtected ? (
				<p class="stale">
					The person named here is protected: pages, exports and dossiers never
					show the name.
				</p>
			) : null}
			<h2>What changes</h2>
			<Changes before={before} after={draft.entry} />
			<h2>What next</h2>
			{isOwn ? <OwnActions draft={draft} formToken={formToken} /> : null}
			{mayReview(draft, editor) ? (
				<ReviewActions
					draft={draft}
					formToken={formToken}
					isStale={props.isStale}
				/>
			) : null}
			{!isOwn && !mayReview(draft, editor) ? (
				<p>
					You can read this draft. A reviewer decides on it once it is
					submitted.
				</p>
			) : null}
		</>
	);
}

function statusOf({ status }: Draft): string {
	switch (status) {
		case "draft":
			return "A draft, seen by signed-in people only.";
		case "submitted":
			return "Waits for a reviewer; seen by signed-in people only.";
		case "returned":
			return "Returned to its author.";
		default:
			return status satisfies never;
	}
}

/** What follows from other members and nobody writes. */
const FOLLOWS = /^(?:id|claims\[\d+\]\.matter)$/;

/** Every member that differs, before and after. */
export function Changes(props: {
	readonly before: RecordEntry | undefined;
	readonly after: RecordEntry;
}) {
	const changes = changesBetween(props.before ?? {}, props.after).filter(
		({ field }) => !FOLLOWS.test(field),
	);
	if (changes.length === 0)
		return <p>Nothing: the entry is as it stands now.</p>;
	return (
		<table class="changes">
			<thead>
				<tr>
					<th scope="col">Field</th>
					{props.before ? <th scope="col">Stands now</th> : null}
					<th scope="col">Will stand</th>
				</tr>
			</thead>
			<tbody>
				{changes.map(({ field, before, after }) => (
					<tr>
						<th scope="row">{labelOf(field)}</th>
						{props.before ? (
							<td data-title="Stands now">
								<Value value={before} isBefore={true} />
							</td>
						) : null}
						<td data-title="Will stand">
							<Value value={after} isBefore={false} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function Value(props: { readonly value: unknown; readonly isBefore: boolean }) {
	const { value, isBefore } = props;
	if (value === undefined)
		return <span class="light">{isBefore ? "not there" : "taken out"}</span>;
	const text = value === null ? "none" : value === true ? "yes" : String(value);
	return isBefore ? (
		<del>
			<bdi>{text}</bdi>
		</del>
	) : (
		<ins>
			<bdi>{text}</bdi>
		</ins>
	);
}

interface ActionProps {
	readonly draft: Draft;
	readonly formToken: string;
}

function OwnActions({ draft, formToken }: ActionProps) {
	return (
		<div class="actions">
			{draft.status === "submitted" ? (
				<p>A reviewer who is not you will approve or return it.</p>
			) : (
				<form method="post" action={`/edit/draft/${draft.id}/submit`}>
					<Hidden values={{ formToken }} />
					<button type="submit">Submit for review</button>
				</form>
			)}
			<a href={`/edit/draft/${draft.id}/form`}>Edit further</a>
			<form method="post" action={`/edit/draft/${draft.id}/discard`}>
				<Hidden values={{ formToken }} />
				<button type="submit" class="plain">
					Discard the draft
				</button>
			</form>
		</div>
	);
}

function ReviewActions(props: ActionProps & { readonly isStale: boolean }) {
	const { draft, formToken, isStale } = props;
	return (
		<>
			{isStale ? null : (
				<form
					method="post"
					action={`/edit/draft/${draft.id}/approve`}
					class="actions"
				>
					<Hidden values={{ formToken }} />
					<button type="submit">Approve and publish</button>
					<span class="quiet">
						It stays in the ledger for ever; names, words and addresses can be
						erased.
					</span>
				</form>
			)}
			<form
				method="post"
				action={`/edit/draft/${draft.id}/return`}
				class="entry"
			>
				<Hidden values={{ formToken }} />
				<div class="field long">
					<label for="reason">Or return it: what is to be mended?</label>
					<textarea id="reason" name="reason" rows={3} required />
				</div>
				<p class="actions">
					<button type="submit" class="plain">
						Return to the author
					</button>
				</p>
			</form>
		</>
	);
}
