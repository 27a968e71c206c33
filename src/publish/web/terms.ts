/** Under which terms the files of pages stand: looked up for what they hold. */
import { addDays } from "../../base/index.ts";
import type { Incident, World } from "../../model/index.ts";
import {
	type Terms,
	type TermsDeps,
	termsOfIncidents,
	termsOfMeasurements,
} from "../terms/index.ts";
import type { PageDeps } from "./site-deps.ts";
import type { Window } from "./strips.ts";

/** What a file's measurements are of. */
export interface MeasuredPart {
	readonly emulated: boolean;
	readonly cc?: string | undefined;
	readonly asn?: number | undefined;
	/** All days where none are said. */
	readonly window?: Window | undefined;
}

export function measuredTerms(
	deps: PageDeps,
	{ emulated, cc, asn, window }: MeasuredPart,
): Promise<Terms> {
	const world: World = emulated ? "emulated" : "real";
	return termsOfMeasurements(lookUp(deps), {
		world,
		cc,
		asn,
		days: window && {
			since: window.firstOn,
			until: addDays(window.lastOn, 1),
		},
	});
}

/** Of each incident, in their order. */
export const incidentTerms = (
	deps: PageDeps,
	incidents: readonly Incident[],
): Promise<readonly Terms[]> => termsOfIncidents(lookUp(deps), incidents);

const lookUp = (deps: PageDeps): TermsDeps => ({
	cached: deps.reader,
	fileName: async (hash) => deps.fileName?.(hash),
	record: () => deps.record(),
});
