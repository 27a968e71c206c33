/** The calculator `/cost`. It leads with the range; then every method beside the others, what gave nothing, and what nothing counts. */
import type {
	CostEstimate,
	CostRange,
	CostSources,
} from "../../../account/costs/index.ts";
import type { ServiceRegistry } from "../../../reference/index.ts";
import { statusSentence } from "../incident-words.ts";
import { English } from "../language/english.tsx";
import { say, sayWith } from "../language/speech.ts";
import { countryPath, incidentPath, placeName } from "../names.ts";
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
import { formatNumber, moneyRange } from "./money.ts";
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
					<h1>{say("cost.title")}</h1>
					<p class="standfirst">{say("cost.standfirst")}</p>
				</>
			) : (
				<Answered view={view} />
			)}
			<section aria-labelledby="ask">
				<h2 id="ask">{say(view === undefined ? "cost.ask" : "cost.change")}</h2>
				{view?.incident === undefined ? null : (
					<p>
						{sayWith("cost.take", {
							link: (parts) => (
								<a
									href={`/cost?${searchOf(textsOfEvent(view.estimate.event))}`}
								>
									{parts}
								</a>
							),
						})}
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
					<h2 id="own">{say("cost.own")}</h2>
					<p>{say("cost.own_text")}</p>
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
				<a href={countryPath(event.cc)}>{placeName(event.cc)}</a> ·{" "}
				<a href="/cost">{say("frame.cost")}</a>
			</p>
			<h1>{rangeHeadline(estimate)}</h1>
			<p class="standfirst">
				{view.title}, {spanWords(estimate)}.{" "}
				{say(
					range
						? "cost.no_true_one"
						: event.segments.length === 0
							? "cost.no_hours"
							: "cost.no_inputs",
				)}
			</p>
			{event.runningUntil === undefined ? null : (
				<p class="stale">
					{say("cost.running", { moment: formatMoment(event.runningUntil) })}
				</p>
			)}
			{incident === undefined ? null : (
				<p>
					{sayWith("cost.hours_of", {
						link: (parts) => <a href={incidentPath(incident.id)}>{parts}</a>,
					})}{" "}
					{statusSentence(incident)}
				</p>
			)}
			<Money range={range} />
			<section aria-labelledby="methods">
				<h2 id="methods">{say("cost.methods")}</h2>
				<MethodsTable methods={methods} />
				<p>{say("cost.models")}</p>
				{notes.map((note) => (
					<p>
						<English>{note}</English>
					</p>
				))}
				<MethodDetails methods={methods} />
			</section>
			<section aria-labelledby="lacking">
				<h2 id="lacking">{say("cost.lacking")}</h2>
				<LackingList methods={methods} />
			</section>
			<section aria-labelledby="sectors">
				<h2 id="sectors">{say("cost.sectors")}</h2>
				<SectorsTable methods={methods} />
			</section>
			<section aria-labelledby="hours">
				<h2 id="hours">{say("cost.hours")}</h2>
				<HoursTable view={view} />
			</section>
			<section aria-labelledby="not-counted">
				<h2 id="not-counted">{say("cost.not_counted")}</h2>
				<p>{say("cost.not_small")}</p>
				<ul>
					{notCounted.map((one) => (
						<li>
							<English>{one}</English>
						</li>
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
			<dt>{say("cost.dollars")}</dt>
			<dd>{moneyRange(range, "USD")}</dd>
			<dt>{say("cost.official")}</dt>
			<dd>{localWords(range.local, false)}</dd>
			<dt>{say("cost.market")}</dt>
			<dd>{localWords(range.localAtMarket, true)}</dd>
		</dl>
	);
}

function localWords(local: CostRange["local"], withSource: boolean): string {
	if (local === null) return say("incident.not_known");
	const rates = local.rates.map(({ value, year, from }) =>
		[
			say("cost.rate", { rate: formatNumber(value, 6) }),
			...(year === undefined ? [] : [`(${year})`]),
			...(withSource ? [`(${from})`] : []),
		].join(" "),
	);
	return `${moneyRange(local, local.currency)}; ${rates.join(", ")}`;
}
