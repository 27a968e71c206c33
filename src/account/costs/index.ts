/**
 * What a restriction cost, by every method that has its inputs. An event and
 * indicators come in; estimates side by side, with their inputs and their
 * range, go out, and the score of each method against published figures. Serves
 * P13 (ranges, named methods, published back-tests) and P5.
 */

export * from "./asked.ts";
export {
	type Calibration,
	type CalibrationRow,
	calibrate,
	foldOf,
	predict,
	readCalibration,
} from "./calibration.ts";
export * from "./estimate.ts";
export * from "./hours.ts";
export * from "./incident-event.ts";
export * from "./indicators.ts";
export {
	type LocalSpread,
	type MarketRate,
	readMarketRates,
} from "./local-money.ts";
export { costModels } from "./models/index.ts";
export * from "./own-loss.ts";
export * from "./published.ts";
export { median, regress } from "./regression.ts";
export * from "./steps.ts";
export * from "./types.ts";
