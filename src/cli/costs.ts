/** What ships for costs, and cost estimates as commands and pages ask for them. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
	type Calibration,
	type CostSources,
	type IndicatorBook,
	readCalibration,
	readIndicators,
	readMarketRates,
} from "../account/costs/index.ts";
import { RasaiError } from "../base/index.ts";
import type { Workspace } from "../store/index.ts";
import type { Context } from "./command.ts";

/** What ships, and the market rates that the operator states. Those that cannot be read are logged and left out. */
export async function readCostSources(
	context: Pick<Context, "shipped" | "log" | "signal">,
	{ config }: Pick<Workspace, "config">,
): Promise<CostSources> {
	const { rates, problems } = readMarketRates(config.cost.marketRates);
	for (const problem of problems)
		context.log("warn", "market_rate_problem", { problem });
	return {
		indicators: await readShippedIndicators(context),
		calibration: await readShippedCalibration(context),
		marketRates: rates,
	};
}

/** Indicators that ship. What cannot be read of them is logged and left out. */
export async function readShippedIndicators({
	shipped,
	log,
	signal,
}: Pick<Context, "shipped" | "log" | "signal">): Promise<IndicatorBook> {
	const book = readIndicators(
		await readFile(join(shipped, "cost", "indicators.csv"), {
			encoding: "utf8",
			signal,
		}),
	);
	for (const problem of book.problems)
		log("warn", "indicators_problem", { problem });
	return book;
}

/** Undefined where it does not ship, or has another shape. */
export async function readShippedCalibration({
	shipped,
	signal,
}: Pick<Context, "shipped" | "signal">): Promise<Calibration | undefined> {
	const text = await readFile(join(shipped, "cost", "calibration.json"), {
		encoding: "utf8",
		signal,
	}).catch(() => undefined);
	return text === undefined ? undefined : readCalibration(JSON.parse(text));
}

/** A file of the folder of published estimates. Throws `source_not_found`. */
export async function readCostFile(
	{ cwd, signal }: Pick<Context, "cwd" | "signal">,
	folder: string,
	name: string,
): Promise<string> {
	const path = join(resolve(cwd, folder), name);
	try {
		return await readFile(path, { encoding: "utf8", signal });
	} catch (cause) {
		signal.throwIfAborted();
		throw new RasaiError("source_not_found", `cannot read ${path}`, {
			cause,
			hint: "--data DIR names a folder with published-estimates.csv.",
		});
	}
}
