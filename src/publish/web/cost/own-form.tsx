/** The form of a firm's own figures. It is sent as a body, so that no address, log or history holds them. */
import {
	TURNOVER_SPANS,
	type TurnoverSpan,
} from "../../../account/costs/index.ts";
import { say, wordsOf } from "../language/speech.ts";
import type { CostView } from "./cost-answer.tsx";
import { FaultList, Field, fieldAttributes } from "./cost-form.tsx";
import type { FieldFault, OwnField } from "./cost-query.ts";
import { FIELD_WORDS } from "./cost-words.ts";

const TURNOVER_SPAN_NAMES = Object.keys(
	TURNOVER_SPANS,
) as readonly TurnoverSpan[];
const SPAN_WORDS = wordsOf<TurnoverSpan>({
	day: "cost.per_day",
	week: "cost.per_week",
	month: "cost.per_month",
	year: "cost.per_year",
});

export type OwnTexts = Readonly<Partial<Record<OwnField, string>>>;

export function OwnForm(props: {
	readonly view: CostView;
	readonly texts: OwnTexts;
	readonly faults: readonly FieldFault[];
}) {
	const { view, texts, faults } = props;
	const currency = currencyOf(view);
	const field = (at: OwnField, hint: string, label = FIELD_WORDS[at]) => {
		const shared = { at, faults, hint };
		return (
			<Field {...shared} label={label}>
				<input
					{...fieldAttributes(shared)}
					type="text"
					inputmode="decimal"
					value={texts[at] ?? ""}
					autocomplete="off"
				/>
			</Field>
		);
	};
	return (
		<form method="post" action={`/cost?${view.search}`} class="entry">
			<FaultList faults={faults} />
			<div class="fields">
				{field(
					"turnover",
					say("cost.hint_turnover"),
					`${FIELD_WORDS.turnover}${currency === undefined ? "" : `, ${currency}`}`,
				)}
				<Field at="per" faults={faults}>
					<select {...fieldAttributes({ at: "per", faults })}>
						{TURNOVER_SPAN_NAMES.map((span) => (
							<option value={span} selected={span === (texts.per ?? "month")}>
								{SPAN_WORDS[span]}
							</option>
						))}
					</select>
				</Field>
				{field("dependent", "0.8, 80%")}
				{field("madeUp", say("cost.hint_made_up"))}
			</div>
			<p class="actions">
				<button type="submit">{say("cost.make_note")}</button>
			</p>
		</form>
	);
}

/** The country's own money; undefined where it is not known. */
export const currencyOf = ({ estimate }: CostView): string | undefined =>
	estimate.range?.local?.currency;
