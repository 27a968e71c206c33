/** An invented country and events in it, for tests. */
import { scopeAsked } from "./asked.ts";
import { readIndicators } from "./indicators.ts";
import type { CostEvent } from "./types.ts";

/** A million people, GDP $3.65 billion: $10 million a day. Ten units of money to a dollar. */
export const testIndicators = readIndicators(
	`iso3,iso2,country,currency,year,gdp_usd,gdp_src,population,pop_src,internet_users_pct,internet_src,mobile_subs_per100,fixed_broadband_per100,fx_lcu_per_usd,fx_src
TST,QT,Testland,TTT,2022,3650000000,made,1000000,made,50,made,90,10,10,made
TST,QT,Testland,TTT,2023,7300000000,made,1000000,made,50,made,90,10,20,made
`,
);

export const testEvent = (changes: Partial<CostEvent> = {}): CostEvent => ({
	cc: "QT",
	kind: "full",
	service: undefined,
	scope: scopeAsked(changes.kind ?? "full", undefined),
	segments: [
		{
			since: "2022-05-09T00:00:00Z",
			until: "2022-05-10T00:00:00Z",
			share: 1,
		},
	],
	notes: [],
	...changes,
});
