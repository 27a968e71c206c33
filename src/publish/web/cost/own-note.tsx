/** A firm's dated note of its loss, to be printed and signed. It is made of one form, shown once, and kept nowhere. */
import {
	type OwnFigures,
	type OwnLoss,
	ownLoss,
	readAmount,
	readShare,
	TURNOVER_SPANS,
	type TurnoverSpan,
} from "../../../account/costs/index.ts";
import { dayOf, formatInstant } from "../../../base/index.ts";
import { evidencePhrase } from "../incident-words.ts";
import { EnglishPart } from "../language/english.tsx";
import { say } from "../language/speech.ts";
import { incidentPath } from "../names.ts";
import { formatDay, formatMoment } from "../times.ts";
import type { CostView } from "./cost-answer.tsx";
import { type FieldFault, OWN_FIELDS, type OwnField } from "./cost-query.ts";
import { spanWords } from "./cost-words.ts";
import { moneyRange } from "./money.ts";
import { currencyOf, OwnForm, type OwnTexts } from "./own-form.tsx";

export type OwnRead =
	| { readonly texts: OwnTexts; readonly faults: readonly FieldFault[] }
	| { readonly texts: OwnTexts; readonly figures: OwnFigures };

/** Reads the form's body. Undefined where it is no body of that form: another field, or one twice. */
export function readOwnForm(body: string): OwnRead | undefined {
	const texts: Partial<Record<OwnField, string>> = {};
	for (const [name, value] of new URLSearchParams(body)) {
		const field = OWN_FIELDS.find((one) => one === name);
		if (field === undefined || texts[field] !== undefined) return undefined;
		texts[field] = value.trim();
	}
	const faults: FieldFault[] = [];
	const refuse = (at: OwnField, problem: string): undefined => {
		faults.push({ at, problem });
	};
	const share = (at: OwnField, text: string): number | undefined =>
		readShare(text) ?? refuse(at, "must be from 0 to 1, or from 0 to 100%");
	const turnover =
		readAmount(texts.turnover ?? "") ??
		refuse("turnover", "must be a number, without separators");
	const per = Object.hasOwn(TURNOVER_SPANS, texts.per ?? "")
		? (texts.per as TurnoverSpan)
		: refuse("per", `must be one of ${Object.keys(TURNOVER_SPANS).join(", ")}`);
	const dependentShare = share("dependent", texts.dependent ?? "");
	const madeUpShare = share("madeUp", texts.madeUp || "0");
	return turnover === undefined ||
		per === undefined ||
		dependentShare === undefined ||
		madeUpShare === undefined
		? { texts, faults }
		: { texts, figures: { turnover, per, dependentShare, madeUpShare } };
}

export function OwnNotePage(props: {
	readonly view: CostView;
	readonly read: OwnRead;
	readonly now: Date;
}) {
	const { view, read, now } = props;
	return (
		<>
			{"figures" in read ? (
				<EnglishPart>
					<Note {...props} figures={read.figures} />
				</EnglishPart>
			) : (
				<h1>{say("cost.own")}</h1>
			)}
			<section aria-labelledby="own" class="screen-only">
				<h2 id="own">
					{"figures" in read ? "Change your figures" : "Your figures"}
				</h2>
				<p>
					This page is kept nowhere: not by this site, and your browser is told
					not to. Print it or save it as PDF with your browser
					{"figures" in read ? `, dated ${formatDay(dayIn(now))}` : ""}.{" "}
					<a href={`/cost?${view.search}`}>Back to the estimate</a>
				</p>
				<OwnForm
					view={view}
					texts={read.texts}
					faults={"faults" in read ? read.faults : []}
				/>
			</section>
		</>
	);
}

const dayIn = (now: Date): string => dayOf(formatInstant(now));

function Note(props: {
	readonly view: CostView;
	readonly figures: OwnFigures;
	readonly now: Date;
}) {
	const { view, figures, now } = props;
	const { event, range, hoursByKind } = view.estimate;
	const hours = hoursByKind.reduce((sum, one) => sum + one.clockHours, 0);
	const loss = ownLoss(figures, hours);
	const currency = currencyOf(view) ?? "";
	const amount = (value: number): string =>
		`${currency} ${Math.round(value).toLocaleString("en-GB")}`.trim();
	return (
		<>
			<p class="kicker">{formatMoment(formatInstant(now))}</p>
			<h1>Note of a firm's loss</h1>
			<p class="standfirst">
				{view.title}, {spanWords(view.estimate)}
				{event.runningUntil === undefined ? "" : ", and it goes on"}.
			</p>
			{view.incident === undefined ? null : (
				<p>
					As this site tells it under{" "}
					<a href={incidentPath(view.incident.id)}>
						<bdi>{view.incident.id}</bdi>
					</a>
					, revision {view.incident.revision}: {evidencePhrase(view.incident)}.
				</p>
			)}
			<p>
				<strong>
					Loss:{" "}
					{loss.low === loss.high
						? amount(loss.high)
						: `between ${amount(loss.low)} and ${amount(loss.high)}`}
					.
				</strong>
			</p>
			<LossTable figures={figures} loss={loss} amount={amount} />
			<p>
				Turnover and shares are the firm's own figures. This site has neither
				checked nor kept them. Every hour is taken alike, by day and by night.
			</p>
			<p>
				{range
					? `For the whole country, published methods range from ${moneyRange(range, "USD")}. This loss is no share of that sum: they count different things.`
					: "For the whole country no method has its inputs."}{" "}
				How they come to it: <bdi>{`/cost?${view.search}`}</bdi>
			</p>
			<dl class="facts signed">
				<dt>Firm</dt>
				<dd />
				<dt>Name</dt>
				<dd />
				<dt>Signature, place, day</dt>
				<dd />
			</dl>
		</>
	);
}

function LossTable(props: {
	readonly figures: OwnFigures;
	readonly loss: OwnLoss;
	amount(value: number): string;
}) {
	const { figures, loss, amount } = props;
	const rows: readonly (readonly [name: string, how: string, value: string])[] =
		[
			["Turnover", `of a ${figures.per}, as given`, amount(figures.turnover)],
			[
				"Turnover of a day",
				`divided by ${Number(TURNOVER_SPANS[figures.per].toFixed(2))} days`,
				amount(loss.turnoverADay),
			],
			["Days", "hours / 24", String(Number(loss.days.toFixed(2)))],
			[
				"Share over what was cut",
				"as given",
				`${Number((figures.dependentShare * 100).toFixed(2))}%`,
			],
			[
				"Loss, nothing made up",
				"turnover of a day x days x share",
				amount(loss.high),
			],
			[
				"Share made up",
				"as given",
				`${Number((figures.madeUpShare * 100).toFixed(2))}%`,
			],
			["Loss after that", "loss x (1 - share made up)", amount(loss.low)],
		];
	return (
		<table>
			<caption>Step by step</caption>
			<tbody>
				{rows.map(([name, how, value]) => (
					<tr>
						<th scope="row">{name}</th>
						<td class="light">{how}</td>
						<td class="number">{value}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
