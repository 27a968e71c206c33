/** The console as a page: the question, its rows, and what can be asked of. */

import type { SqlAnswer, SqlConsole, SqlRows } from "../../../store/index.ts";
import { EnglishPart } from "../language/english.tsx";
import { say } from "../language/speech.ts";
import { countOf, cutText, sentenceCase } from "../words.ts";

/** Rows that the page shows; the files hold all that are given. */
const MOST_ROWS = 200;
const MOST_CELL_LENGTH = 200;
/** Longest question that fits into the address of a page. */
const MOST_QUERY_LENGTH = 1500;

const EXAMPLES: readonly (readonly [asks: string, query: string])[] = [
	[
		"Sites with the most networks that blocked them",
		"SELECT target, count(DISTINCT asn) AS networks, sum(blocked_session_count) AS sessions\nFROM daily\nWHERE blocked_count + likely_blocked_count > 0\nGROUP BY target ORDER BY networks DESC, sessions DESC LIMIT 20",
	],
	[
		"Which rules decided, by network",
		"SELECT asn, tls_rule, count(*) AS n\nFROM verdicts\nWHERE tls_evidence = 'scored' AND tls_rule <> ''\nGROUP BY asn, tls_rule ORDER BY n DESC LIMIT 50",
	],
	[
		"Measurements by software version and week",
		"SELECT date_trunc('week', measured_at) AS week, software_version, count(*) AS n\nFROM measurements\nGROUP BY ALL ORDER BY week, n DESC",
	],
];

export function SqlPage(props: {
	readonly console: SqlConsole;
	readonly query: string;
	readonly emulated: boolean;
	readonly mayShowEmulated: boolean;
	readonly answer: SqlAnswer | undefined;
}) {
	const { console, query, emulated, answer } = props;
	const { limits } = console;
	return (
		<>
			<p class="kicker">
				<a href="/explore">{say("frame.explore")}</a>
			</p>
			<EnglishPart>
				<h1>Ask in SQL</h1>
				<p class="standfirst">
					One SELECT in DuckDB’s SQL, up to {limits.seconds} seconds,{" "}
					{limits.memoryMb} MB and {limits.rows.toLocaleString("en")} rows. Name
					days and a country: they choose the files that are read.
				</p>
				<form method="get" action="/explore/sql">
					<div class="fields">
						<p class="field long">
							<label for="query">Question</label>
							<textarea
								id="query"
								name="query"
								rows={8}
								maxlength={MOST_QUERY_LENGTH}
								spellcheck={false}
								dir="ltr"
								required
							>
								{query}
							</textarea>
						</p>
						{props.mayShowEmulated ? (
							<p class="field">
								<label for="world">Of</label>
								<select id="world" name="world">
									<option value="real">real measurements</option>
									<option value="emulated" selected={emulated}>
										the emulated country
									</option>
								</select>
							</p>
						) : null}
					</div>
					<p class="actions">
						<button type="submit">Ask</button>
					</p>
				</form>
				{answer === undefined ? null : (
					<section aria-labelledby="answer">
						<h2 id="answer">Answer</h2>
						<Answer answer={answer} query={query} emulated={emulated} />
					</section>
				)}
				<section aria-labelledby="examples">
					<h2 id="examples">Examples</h2>
					<ul>
						{EXAMPLES.map(([asks, example]) => (
							<li>
								<a href={sqlAddress("/explore/sql", example, emulated)}>
									{asks}
								</a>
							</li>
						))}
					</ul>
				</section>
				<section aria-labelledby="tables">
					<h2 id="tables">Tables</h2>
					{console.tables.map((table) => (
						<details>
							<summary>
								<code>{table.name}</code>: {table.about}
							</summary>
							<ul>
								{table.columns.map(({ name, type }) => (
									<li>
										<code>{name}</code> {type}
									</li>
								))}
							</ul>
						</details>
					))}
				</section>
			</EnglishPart>
		</>
	);
}

function sqlAddress(path: string, query: string, emulated: boolean): string {
	return `${path}?${new URLSearchParams({ query, ...(emulated ? { world: "emulated" } : {}) })}`;
}

function Answer(props: {
	readonly answer: SqlAnswer;
	readonly query: string;
	readonly emulated: boolean;
}) {
	const { answer } = props;
	if (answer.kind === "rows") return <Rows {...props} rows={answer} />;
	return (
		<p class="faults" role="alert">
			{whyNot(answer)}
		</p>
	);
}

function whyNot(answer: Exclude<SqlAnswer, { readonly kind: "rows" }>): string {
	switch (answer.kind) {
		case "refused":
			return `This question cannot be asked: ${answer.why}.`;
		case "limit":
			return `This question was stopped: ${answer.why}.`;
		case "busy":
			return "Another question is being answered. Ask again in some seconds.";
		case "aborted":
			return "This question was called off.";
		case "failed":
			return sentenceCase("the answer could not be made; the fault is ours.");
		default:
			return answer satisfies never;
	}
}

function Rows({
	rows: { columns, rows, isCut },
	query,
	emulated,
}: {
	readonly rows: SqlRows;
	readonly query: string;
	readonly emulated: boolean;
}) {
	const shown = rows.slice(0, MOST_ROWS);
	const address = sqlAddress("/api/v1/sql", query, emulated);
	return (
		<>
			<p>
				{countOf(rows.length, "row")}
				{isCut ? ", and more that are not given" : ""}
				{rows.length > shown.length
					? `; the first ${shown.length} are here`
					: ""}
				. The same as <a href={address}>JSON</a> and{" "}
				<a href={`${address}&format=csv`}>CSV</a>.
			</p>
			<section class="scroll" tabindex={0} aria-label="Answer">
				<table>
					<thead>
						<tr>
							{columns.map(({ name, type }) => (
								<th scope="col" title={type}>
									<bdi>{name}</bdi>
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{shown.map((row) => (
							<tr>
								{row.map((value) => (
									<td class={typeof value === "number" ? "number" : undefined}>
										<bdi>{cutText(textOf(value), MOST_CELL_LENGTH)}</bdi>
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</>
	);
}

function textOf(value: unknown): string {
	if (value === null || value === undefined) return "";
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
