/** The form of a firm's own figures. It is sent as a body, so that no address, log or history holds them. */
import { TURNOVER_SPANS } from "../../../account/costs/index.ts";
import type { CostView } from "./cost-answer.tsx";
import { FaultList, Field, fieldAttributes } from "./cost-form.tsx";
import type { FieldFault, OwnField } from "./cost-query.ts";
import { FIELD_WORDS } from "./cost-words.ts";

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
			<FaultList faults={faults} nothingWas="kept" />
			<div class="fields">
				{field(
					"turnover",
					"Without separators: 250000.",
					`${FIELD_WORDS.turnover}${currency === undefined ? "" : `, ${currency}`}`,
				)}
				<Field at="per" faults={faults}>
					<select {...fieldAttributes({ at: "per", faults })}>
						{Object.keys(TURNOVER_SPANS).map((span) => (
							<option value={span} selected={span === (texts.per ?? "month")}>
								{span}
							</option>
						))}
					</select>
				</Field>
				{field("dependent", "0.8 or 80%.")}
				{field("madeUp", "Leave it empty where nothing was.")}
			</div>
			<p class="actions">
				<button type="submit">Make the note</button>
			</p>
		</form>
	);
}

/** The country's own money; undefined where it is not known. */
export const currencyOf = ({ estimate }: CostView): string | undefined =>
	estimate.range?.local?.currency;
