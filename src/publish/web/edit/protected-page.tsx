/** Persons whose names are never published, whatever entry names them. */
import { Hidden } from "./form-page.tsx";

export function ProtectedPage(props: {
	readonly names: readonly string[];
	readonly formToken: string;
}) {
	const { names, formToken } = props;
	return (
		<>
			<p class="kicker">
				<a href="/edit">Editing the record</a>
			</p>
			<h1>Protected persons</h1>
			<p class="standfirst">
				These names are taken out of every page, export and dossier, at once,
				and sources whose address tells one are left out.
			</p>
			<p>
				The list is kept in the private store and is never published. It hides a
				name and does not erase it: to erase, the operator runs{" "}
				<code>rasai ledger erase ID --text people --reason safety</code>. What
				was published before may have been copied.
			</p>
			{names.length === 0 ? <p class="quiet">Nobody yet.</p> : null}
			<ul class="record">
				{names.map((name) => (
					<li>
						<form method="post" action="/edit/protected" class="actions">
							<Hidden values={{ formToken, remove: name }} />
							<bdi>{name}</bdi>
							<button type="submit" class="plain">
								Take off the list
							</button>
						</form>
					</li>
				))}
			</ul>
			<form method="post" action="/edit/protected" class="entry">
				<Hidden values={{ formToken }} />
				<div class="field">
					<label for="name">Name, as entries write it</label>
					<input id="name" name="add" type="text" required autocomplete="off" />
					<p class="hint">
						The whole name. Add each other spelling of it as well, and the name
						in the language of the sources.
					</p>
				</div>
				<p class="actions">
					<button type="submit">Protect</button>
				</p>
			</form>
		</>
	);
}
