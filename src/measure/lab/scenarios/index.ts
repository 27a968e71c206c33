/**
 * Scenarios of the lab: what is done to a network or a server, what must be
 * found there, and the measuring of it. Serves P1 and P6: what is expected is
 * written from what is done.
 */
import { CLEAR_TEXT } from "./clear-text.ts";
import { BY_ADDRESS, BY_SERVER_NAME } from "./connections.ts";
import { COURSES } from "./courses.ts";
import { LOOK_UPS } from "./look-ups.ts";
import { SERVERS } from "./servers.ts";
import { SPEEDS } from "./speeds.ts";
import type { Scenario } from "./types.ts";
import { VANTAGES } from "./vantages.ts";

export {
	type MeasureContext,
	measureCase,
	type ProbeContext,
	probeFrom,
} from "./measure.ts";
export {
	type Case,
	type Cause,
	caseNamed,
	type Expectation,
	type Scenario,
} from "./types.ts";

export const SCENARIOS: readonly Scenario[] = [
	...SPEEDS,
	...LOOK_UPS,
	...BY_ADDRESS,
	...BY_SERVER_NAME,
	...CLEAR_TEXT,
	...SERVERS,
	...VANTAGES,
	...COURSES,
];
