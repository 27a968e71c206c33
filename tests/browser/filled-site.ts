/** The site over a seeded fill. */
import { readFileSync } from "node:fs";
import {
	parseDossier,
	parseRestrictions,
} from "../../src/account/record/index.ts";
import { silentLog } from "../../src/base/index.ts";
import { readOutlookData } from "../../src/cli/outlooks.ts";
import type { Incident, World } from "../../src/model/index.ts";
import {
	explainMeasurement,
	openOutlookThread,
} from "../../src/pipeline/index.ts";
import {
	createSite,
	listPages,
	type SiteDeps,
} from "../../src/publish/web/index.ts";
import {
	openSnapshot,
	parseServices,
	type ServiceRegistry,
} from "../../src/reference/index.ts";
import {
	openTestTables,
	type TestTables,
} from "../../src/store/queries/test-tables.ts";
import { bookOf } from "./incidents.ts";

export const FILL_NOW = new Date("2026-03-01T22:00:00Z");

export async function openFilledSite(
	worlds: { readonly real?: TestTables; readonly emulated?: TestTables },
	changes: Partial<SiteDeps> = {},
	measured: readonly Incident[] = [],
) {
	const reader = await openTestTables(worlds);
	const services = readShippedServices();
	const reference = openSnapshot(() => undefined, services);
	const record = await readShippedRecord();
	const book = bookOf(measured, services);
	const outlooks = openOutlookThread(
		await readOutlookData({
			shipped: "data",
			log: silentLog,
			signal: AbortSignal.timeout(10_000),
		}),
	);
	const deps: SiteDeps = {
		reader,
		services,
		explain: (uid) => explainMeasurement(reader, uid, { reference }),
		record: async () => record,
		incidents: async () => book,
		outlooks,
		followed: async () => undefined,
		clock: () => FILL_NOW,
		log: silentLog,
		siteName: "Rasai",
		listensBeyondLoopback: false,
		...changes,
	};
	return {
		app: createSite(deps),
		pages: (worlds: readonly World[]) => listPages(deps, worlds),
		reader,
		close() {
			void outlooks.close();
			reader.close();
		},
	};
}

/** The services that ship. */
export function readShippedServices(): ServiceRegistry {
	return parseServices(
		JSON.parse(readFileSync("data/services/services.json", "utf8")),
	);
}

/** The record that ships. */
export const readShippedRecord: SiteDeps["record"] = async () => {
	const read = (name: string) => readFileSync(`data/record/${name}`, "utf8");
	const { dossier } = parseDossier(
		JSON.parse(read("pakistan-x-ban-2024.json")),
	);
	return {
		restrictions: ["pakistan-restrictions.csv", "other-countries.csv"].flatMap(
			(name) => parseRestrictions(read(name)).entries,
		),
		dossiers: dossier ? [dossier] : [],
		others: [],
	};
};
