/** The calculator `/cost`. It leads with the range; then every method beside the others, what gave nothing, and what nothing counts. */
import type {
	CostEstimate,
	CostRange,
	CostSources,
} from "../../../account/costs/index.ts";
import { countryName, type ServiceRegistry } from "../../../reference/index.ts";
import { statusSentence } from "../incident-words.ts";
import { countryPath, incidentPath } from "../names.ts";
import { formatMoment } from "../times.ts";
import type { CostView } from "./cost-answer.tsx";
import { CostForm } from "./cost-form.tsx";
import {
	type CostTexts,
	type FieldFault,
	searchOf,
	textsOfEvent,
} from "./cost-query.ts";
import {
	HoursTable,
	LackingList,
	MethodDetails,
	MethodsTable,
	SectorsTable,
} from "./cost-tables.tsx";
import { rangeHeadline, spanWords } from "./cost-words.ts";
import { moneyRange } from "./money.ts";
import { OwnForm } from "./own-form.tsx";

export function CostPage(props: {
	readonly costs: CostSources;
	readonly services: ServiceRegistry;
	readonly texts: CostTexts;
	readonly faults: readonly FieldFault[];
	/** Undefined where nothing was asked yet, or something wrong. */
	readonly view: CostView | undefined;
}) {
	const { view, services, costs, texts, faults } = props;
	return (
		<>
			{view === undefined ? (
				<>
					<h1>What a restriction costs</h1>
					<p class="standfirst">
						Nobody has measured it. Say what was cut and for how long, and see
						the range that published methods span, and every one of them.
					</p>
				</>
			) : (
				<Answered view={view} />
			)}
			<section aria-labelledby="ask">
				<h2 id="ask">
					{view === undefined ? "What was cut" : "Change what it rests on"}
				</h2>
				{view?.incident === undefined ? null : (
					<p>
						Dates and kind are the incident's own.{" "}
						<a href={`/cost?${searchOf(textsOfEvent(view.estimate.event))}`}>
							Take them as a beginning and change them
						</a>
						.
					</p>
				)}
				<CostForm
					costs={costs}
					services={services}
					texts={texts}
					faults={faults}
					estimate={view?.estimate}
				/>
			</section>
			{view === undefined ? null : (
				<section aria-labelledby="own">
					<h2 id="own">Your own loss</h2>
					<p>
						For a firm: a dated note of what it took from you, to be printed.
						What you fill in here is sent once, is in no address, and is neither
						kept nor logged.
					</p>
					<OwnForm view={view} texts={{}} faults={[]} />
				</section>
			)}
		</>
	);
}

function Answered({ view }: { readonly view: CostView }) {
	const { estimate, incident } = view;
	const { event, range, methods, notes, notCounted } = estimate;
	return (
		<>
			<p class="kicker">
				<a href={countryPath(event.cc)}>{countryName(event.cc)}</a> ·{" "}
				<a href="/cost">Cost</a>
			</p>
			<h1>{rangeHeadline(estimate)}</h1>
			<p class="standfirst">
				{view.title}, {spanWords(estimate)}.{" "}
				{range
					? "No figure within the range is the true one: methods count different things."
					: event.segments.length === 0
						? "Without hours nothing can be estimated."
						: "No method that counts the whole economy has its inputs; what each lacks stands below."}
			</p>
			{event.runningUntil === undefined ? null : (
				<p class="stale">
					Running: it goes on as far as is known, and both hours and amounts are
					those up to {formatMoment(event.runningUntil)}.
				</p>
			)}
			{incident === undefined ? null : (
				<p>
					Hours and networks are those of an{" "}
					<a href={incidentPath(incident.id)}>incident</a>.{" "}
					{statusSentence(incident)}
				</p>
			)}
			<Money range={range} />
			<section aria-labelledby="methods">
				<h2 id="methods">Method by method</h2>
				<MethodsTable methods={methods} />
				<p>
					All are models. How far each is from published figures, which are
					models' figures too, stands in docs/methods/costs.md, which comes with
					the program.
				</p>
				{notes.map((note) => (
					<p>{note}</p>
				))}
				<MethodDetails methods={methods} />
			</section>
			<section aria-labelledby="lacking">
				<h2 id="lacking">Methods that give nothing, and why</h2>
				<LackingList methods={methods} />
			</section>
			<section aria-labelledby="sectors">
				<h2 id="sectors">By sector</h2>
				<SectorsTable methods={methods} />
			</section>
			<section aria-labelledby="hours">
				<h2 id="hours">Hours by kind</h2>
				<HoursTable view={view} />
			</section>
			<section aria-labelledby="not-counted">
				<h2 id="not-counted">What no method counts</h2>
				<p>These are not small because they are missing above.</p>
				<ul>
					{notCounted.map((one) => (
						<li>{one}</li>
					))}
				</ul>
			</section>
		</>
	);
}

/** The range in local money, at each rate that is known. */
function Money({ range }: { readonly range: CostEstimate["range"] }) {
	if (range === null) return null;
	return (
		<dl class="facts">
			<dt>Dollars</dt>
			<dd>{moneyRange(range, "USD")}</dd>
			<dt>At the official rate</dt>
			<dd>{localWords(range.local, false)}</dd>
			<dt>At the market's rate</dt>
			<dd>{localWords(range.localAtMarket, true)}</dd>
		</dl>
	);
}

function localWords(local: CostRange["local"], withSource: boolean): string {
	if (local === null) return "not known";
	const rates = local.rates.map(
		({ value, year, from }) =>
			`${Number(value.toPrecision(6)).toLocaleString("en-GB")} to the dollar${year === undefined ? "" : ` in ${year}`}${withSource ? ` (${from})` : ""}`,
	);
	return `${moneyRange(local, local.currency)}; ${rates.join(", ")}`;
}
