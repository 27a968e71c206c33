import { lacking } from "../affected.ts";
import type { CostModel } from "../types.ts";

export const netloss: CostModel = {
	id: "netloss",
	source:
		"Internet Society Pulse NetLoss; Tagat, Phokeer and Kreitem 2024, doi 10.1145/3659466",
	formula: "panel regression of GDP per head on the probability of a shutdown",
	counts: "historical",
	leavesOut: "anything below a country or a day",
	caution: "Its coefficients were not found.",
	estimate: () =>
		lacking(
			"withdrawn from automatic use by its authors on 1 June 2026; named for figures published before",
		),
};
