import { lacking, scaled, useLost } from "../affected.ts";
import type { CostModel } from "../types.ts";

/** Rupees of 2023 lost in a full day, by sector. The published total is 1,300m; what is not itemised is the rest. */
const SECTORS = {
	telecom: 450e6,
	freelancers: 390e6,
	foodDelivery: 135e6,
	cabs: 30.5e6,
	smallSellersAndOthers: 294.5e6,
};
const TOTAL = Object.values(SECTORS).reduce((sum, one) => sum + one, 0);

export const pide: CostModel = {
	id: "pide-2023",
	source: "Pakistan Institute of Development Economics, October 2023",
	formula:
		"sum over sectors of a day's loss x days x share of use lost, in rupees of 2023",
	counts: "economy",
	leavesOut:
		"sectors without daily figures, taxes, lasting losses; prices after 2023",
	caution:
		"Figures of one study of a full day, carried over to other kinds by the share of use lost. Rs 294.5m of Rs 1,300m are not itemised in what was found.",
	estimate: (slice) => {
		const { event, indicators } = slice;
		if (event.cc !== "PK")
			return lacking("its daily figures are of Pakistan only");
		// Rupees of 2023 are turned into dollars of 2023, whenever the event was.
		const rate = indicators.value("PK", 2023, "localPerUsd");
		if (!rate) return lacking("no exchange rate was found");
		const lost = useLost(slice);
		if ("lacks" in lost) return lost;
		const days = slice.hours / 24;
		return {
			applies: true,
			usd: scaled(lost.share, (TOTAL / rate.value) * days),
			inputs: [
				{ name: "rupeesADay", value: TOTAL, year: 2023, from: "PIDE 2023" },
				rate,
				...lost.inputs,
			],
			sectors: Object.fromEntries(
				Object.entries(SECTORS).map(([name, rupees]) => [
					name,
					(rupees / rate.value) * days * lost.share.mid,
				]),
			),
		};
	},
};
