/** Every named query, asked of a reader: what the engines are compared by. */
import {
	arrivalLag,
	controlOfMeasurement,
	countRejects,
	countriesOf,
	daysOfNetwork,
	daysOfService,
	daysOfTargets,
	daysOfUnit,
	factsOfMeasurement,
	type ListedOf,
	listCells,
	listedDays,
	listRejects,
	listUnitDays,
	listVerdicts,
	measurementsOfCell,
	networksOf,
	nowIn,
	placesOfMeasurement,
	type QueryReader,
	resolversOfNetwork,
	restrictedDays,
	rulesOfNetwork,
	sizeOfCell,
	spanOf,
	sql,
} from "../../src/store/index.ts";

export type Ask = (reader: QueryReader) => Promise<unknown>;

const REAL = { world: "real" } as const;
const RANGE = { since: "2024-01-30", until: "2024-02-02" };
const ALL: ListedOf = {
	days: { since: "2024-01-01", until: "2024-03-01" },
	limit: 10_000,
};
const PK: ListedOf = { ...ALL, cc: "PK", limit: 50 };
const ONE: ListedOf = { ...PK, asn: 64497, service: "x" };
const TARGET = "www.site-3.example";
const X = { service: "x", function: "", target: "" };
const CELL = {
	cc: "PK",
	asn: 64497,
	day: "2024-01-31",
	of: { target: TARGET },
};
/** Half of the measurements, by a condition as licences make them. */
const ONLY = sql`probe_cc <> 'IR' AND file_hash || ' ' || regexp_extract(lower(software_name), '^[a-z]*') <> ''`;

/** Names of functions of `store/queries`, and what they are asked. */
export const QUESTIONS: Readonly<Record<string, readonly Ask[]>> = {
	countriesOf: [
		(reader) => countriesOf(reader, REAL),
		(reader) => countriesOf(reader, REAL, "x"),
		(reader) => countriesOf(reader, { world: "emulated" }),
	],
	networksOf: [(reader) => networksOf(reader, REAL, "PK", RANGE)],
	arrivalLag: [
		(reader) => arrivalLag(reader, REAL, { cc: "PK" }, RANGE),
		(reader) => arrivalLag(reader, REAL, { cc: "PK", asn: 64497 }, RANGE),
		(reader) => arrivalLag(reader, REAL, { cc: "QQ" }, RANGE),
	],
	spanOf: [
		(reader) => spanOf(reader, REAL, {}),
		(reader) => spanOf(reader, REAL, { cc: "IN", asn: 64499, service: "x" }),
		(reader) => spanOf(reader, REAL, { cc: "QQ" }),
	],
	daysOfUnit: [
		(reader) => daysOfUnit(reader, REAL, "PK", X, RANGE),
		(reader) =>
			daysOfUnit(
				reader,
				REAL,
				"IN",
				{ ...X, service: "", target: TARGET },
				RANGE,
			),
	],
	daysOfNetwork: [(reader) => daysOfNetwork(reader, REAL, "PK", 64497, RANGE)],
	daysOfService: [(reader) => daysOfService(reader, REAL, "signal", RANGE)],
	daysOfTargets: [
		(reader) =>
			daysOfTargets(reader, REAL, "PK", [TARGET, "www.site-5.example"], RANGE),
	],
	factsOfMeasurement: [
		async (reader) => factsOfMeasurement(reader, REAL, await someUid(reader)),
	],
	controlOfMeasurement: [
		async (reader) => {
			const [facts] = await factsOfMeasurement(
				reader,
				REAL,
				await someUid(reader),
			);
			if (facts === undefined) throw new Error("no measurement was found");
			return controlOfMeasurement(reader, REAL, {
				header: facts.header,
				hostnames: [TARGET, "www.site-4.example"],
				target: TARGET,
				sinceDay: "2024-01-01",
				untilDay: "2024-02-02",
			});
		},
	],
	restrictedDays: [
		(reader) => restrictedDays(reader, REAL, "PK", RANGE, 2),
		(reader) => restrictedDays(reader, REAL, undefined, RANGE, 3),
	],
	listedDays: [
		(reader) => listedDays(reader, REAL, ALL),
		(reader) => listedDays(reader, REAL, ONE),
	],
	listUnitDays: [
		(reader) => listUnitDays(reader, REAL, ALL, undefined),
		(reader) =>
			listUnitDays(reader, REAL, PK, ["2024-01-31", "PK", 64497, "x", "", ""]),
	],
	listCells: [
		(reader) => listCells(reader, REAL, ALL, undefined),
		(reader) =>
			listCells(reader, REAL, { ...PK, layer: "dns" }, [
				"2024-01-31T10:00:00Z",
				"PK",
				64497,
				TARGET,
				"dns",
				0,
				"",
				"",
			]),
	],
	listVerdicts: [
		(reader) => listVerdicts(reader, REAL, ALL, undefined),
		(reader) =>
			listVerdicts(
				reader,
				REAL,
				{ ...PK, state: "blocked", mechanism: "dns.injection", only: ONLY },
				["2024-02-01T10:00:00Z", "zzz", ""],
			),
	],
	measurementsOfCell: [
		(reader) => measurementsOfCell(reader, REAL, CELL, 20),
		(reader) =>
			measurementsOfCell(reader, REAL, { ...CELL, of: { unit: X } }, 20),
	],
	sizeOfCell: [(reader) => sizeOfCell(reader, REAL, CELL)],
	placesOfMeasurement: [
		async (reader) => placesOfMeasurement(reader, REAL, await someUid(reader)),
		(reader) => placesOfMeasurement(reader, REAL, "nothing"),
	],
	rulesOfNetwork: [
		(reader) => rulesOfNetwork(reader, REAL, "PK", 64497, RANGE, 10),
	],
	resolversOfNetwork: [
		(reader) => resolversOfNetwork(reader, REAL, "PK", 64497, RANGE, 10),
	],
	nowIn: [
		(reader) => nowIn(reader, REAL, [{ cc: "PK", newestOn: "2024-02-02" }], 3),
		(reader) =>
			nowIn(
				reader,
				REAL,
				[
					{ cc: "PK", newestOn: "2024-02-02" },
					{ cc: "IN", newestOn: "2024-02-01" },
				],
				2,
			),
	],
	listRejects: [(reader) => listRejects(reader, REAL, 5, 2)],
	countRejects: [(reader) => countRejects(reader, REAL)],
};

async function someUid(reader: QueryReader): Promise<string> {
	const [first] = await measurementsOfCell(reader, REAL, CELL, 1);
	if (first === undefined) throw new Error("no measurement was found");
	return first.uid;
}
