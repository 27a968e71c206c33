import { lacking, spread, usersTouched } from "../affected.ts";
import type {
	CostAnswer,
	CostInput,
	CostModel,
	CostSlice,
	Lacking,
} from "../types.ts";

/** Rs 820m over 125m users in a day of May 2023; the same event's second figure gives Rs 6.40. */
const RUPEES_A_USER_DAY = 820 / 125;
const MOBILE_USERS_CUT = 125e6;
const REPORTED =
	"May 2023, as reported: Rs 820m of 125m users in a day; not independent of it";

interface OperatorLoss {
	readonly usd: number;
	readonly inputs: readonly CostInput[];
}

function operatorLoss(slice: CostSlice): OperatorLoss | Lacking {
	const { event, indicators, year, assumptions } = slice;
	if (event.kind === "service" || event.kind === "throttling")
		return lacking(
			"users keep paying where one service is cut or all is slow: no loss a user is published",
		);
	const isPakistan = event.cc === "PK";
	const own = assumptions.operatorUserDay;
	const userDay = own ?? (isPakistan ? RUPEES_A_USER_DAY : undefined);
	if (userDay === undefined)
		return lacking(
			"operators' revenue per user and day was not found",
			"operatorUserDay",
		);
	const rate = indicators.value(event.cc, year, "localPerUsd");
	if (!rate)
		return lacking("no exchange rate was found for this country and year");
	const touched = usersTouched(slice);
	if ("lacks" in touched) return touched;
	const users =
		assumptions.users ??
		(isPakistan ? MOBILE_USERS_CUT * touched.area : undefined);
	if (users === undefined)
		return lacking("how many users were cut is not known", "users");
	return {
		usd: (users * userDay * (slice.hours / 24)) / rate.value,
		inputs: [
			{
				name: "operatorUserDay",
				value: userDay,
				...(own === undefined
					? { year: 2023, from: REPORTED }
					: { from: "as asked" }),
			},
			{
				name: "users",
				value: users,
				from:
					assumptions.users === undefined
						? "mobile broadband users of May 2023, by the area cut"
						: "as asked",
			},
			rate,
		],
	};
}

const answer = (
	loss: OperatorLoss | Lacking,
	of: (loss: OperatorLoss) => CostAnswer,
): CostAnswer => ("lacks" in loss ? loss : of(loss));

export const operators: CostModel = {
	id: "operator-revenue",
	source: "Operators' losses of May 2023 in Pakistan, Business Recorder",
	formula: "users cut x revenue per user and day x days",
	counts: "part",
	leavesOut: "everyone but mobile operators",
	caution: "The rate is the published loss divided by its users.",
	estimate: (slice) =>
		answer(operatorLoss(slice), ({ usd, inputs }) => ({
			applies: true,
			usd: spread(usd),
			inputs,
			sectors: { operators: usd },
		})),
};

/** Tax of operators' loss: 25% in a figure of 2024, 35.0% and 35.6% in two of May 2023. */
const TAX = { low: 0.25, mid: 0.35, high: 0.356 };

export const tax: CostModel = {
	id: "tax-revenue",
	source:
		"Taxes lost on operators' revenue in Pakistan, 2023 and 2024, as reported",
	formula: "operators' loss x rate of tax (25 to 35.6%)",
	counts: "part",
	leavesOut: "all taxes but those on telecom revenue",
	caution:
		"Rates are published tax losses divided by published operators' losses. A transfer: do not add it to a loss of output.",
	estimate: (slice) =>
		answer(operatorLoss(slice), ({ usd, inputs }) => {
			const own = slice.assumptions.taxRate;
			if (own === undefined && slice.event.cc !== "PK")
				return lacking("no rate of tax was found", "taxRate");
			const rate = own === undefined ? TAX : spread(own);
			return {
				applies: true,
				usd: {
					low: usd * rate.low,
					mid: usd * rate.mid,
					high: usd * rate.high,
				},
				inputs: [
					...inputs,
					{
						name: "taxRate",
						value: rate.mid,
						from:
							own === undefined
								? "two events of Pakistan, as reported"
								: "as asked",
					},
				],
				sectors: { tax: usd * rate.mid },
			};
		}),
};
