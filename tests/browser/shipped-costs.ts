/** What costs are estimated from, as it ships. */
import { readFileSync } from "node:fs";
import {
	type CostSources,
	readCalibration,
	readIndicators,
} from "../../src/account/costs/index.ts";

const read = (name: string): string =>
	readFileSync(`data/cost/${name}`, "utf8");

export const readShippedCosts = (): CostSources => ({
	indicators: readIndicators(read("indicators.csv")),
	calibration: readCalibration(JSON.parse(read("calibration.json"))),
});
