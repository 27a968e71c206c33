import {
	impliedDigitalShare,
	publishedDigitalShare,
} from "../published-facts.ts";
import type { CostModel } from "../types.ts";
import { fromDigitalShare } from "./brookings.ts";
import { fromDailyValue } from "./cipesa.ts";

/** Day from which the tool raises CIPESA's values, and by how much: 20% a year over the 4.12 years since. */
const ESCALATED_ON = "2021-11-09";
const ESCALATOR = 1.2 ** 4.12;

/** Sub-Saharan countries among those whose indicators ship. */
const SUB_SAHARAN = new Set(
	"CD CM ET GA GN KE MR MZ NG SD SN TD TZ UG ZW".split(" "),
);

export const netblocks: CostModel = {
	id: "netblocks-cost",
	source:
		"NetBlocks COST, netblocks.org/projects/cost, from December 2018; changed on 9 November 2021",
	formula:
		"GDP x days/365 x digital share x share of use lost; in sub-Saharan Africa CIPESA's value of a day, raised once by 1.2^4.12 from 9 November 2021, x days x share of use lost",
	counts: "economy",
	leavesOut: "what Brookings and CIPESA leave out; use of VPNs",
	caution:
		"A form, not the tool: its shares and service weights are not published. Those used here for Pakistan, Tanzania, Iran and Uganda were worked out from its own totals, so that agreement with those totals proves nothing.",
	estimate: (slice) => {
		const { cc } = slice.event;
		const share = impliedDigitalShare(cc) ?? publishedDigitalShare(cc);
		const daily = SUB_SAHARAN.has(cc)
			? fromDailyValue(slice, {
					escalator: slice.on >= ESCALATED_ON ? ESCALATOR : 1,
					tailDays: 0,
				})
			: undefined;
		return daily?.applies ? daily : fromDigitalShare(slice, share);
	},
};
