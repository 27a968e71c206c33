/**
 * Licences of data: which there are, and which the measurements behind an
 * answer are under. What is unknown counts as not free.
 */
import { OONI_BUCKET_URL } from "../../gather/archives/index.ts";
import type { World } from "../../model/index.ts";
import {
	joinSql,
	type QueryReader,
	SOFTWARE,
	type Sql,
	sql,
} from "../../store/index.ts";

export const LICENCES = {
	"CC-BY-4.0": {
		name: "Creative Commons Attribution 4.0 International",
		url: "https://creativecommons.org/licenses/by/4.0/",
		attribution: "Rasai contributors, CC BY 4.0",
		commercial: true,
		covers:
			"The record in our own words, emulated measurements, measurements that this server's own collector accepted, and what is computed from these.",
	},
	"CC-BY-NC-SA-4.0": {
		name: "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International",
		url: "https://creativecommons.org/licenses/by-nc-sa/4.0/",
		attribution:
			"Open Observatory of Network Interference (OONI), CC BY-NC-SA 4.0",
		commercial: false,
		covers:
			"Measurements that OONI published, and what is computed from them: no commercial use, same terms.",
	},
	"LicenseRef-source": {
		name: "Terms of the source",
		url: null,
		attribution: "The source of the entry",
		commercial: false,
		covers:
			"Entries of the record that come from somebody's data, and signals of others. Each names its terms in `licence`.",
	},
	"LicenseRef-unknown": {
		name: "Terms not known",
		url: null,
		attribution: "Ask who gave you the file",
		commercial: false,
		covers:
			"Measurements from files whose publisher is not known. Treat them as not free.",
	},
} as const;

export type LicenceId = keyof typeof LICENCES;

const ORDER = Object.keys(LICENCES) as readonly LicenceId[];

/** The terms as one SPDX-like text: the sharpest of the known ones, and what is not known beside it. */
export function licenceText(licences: ReadonlySet<LicenceId>): string {
	const there = ORDER.filter((id) => licences.has(id));
	const sharp = there.filter((id) => !LICENCES[id].commercial);
	return (sharp.length > 0 ? sharp : ["CC-BY-4.0"]).join(" AND ");
}

/** Terms of an entry of the record. */
export function licenceOfEntry(entry: {
	readonly licence?: string | undefined;
}): LicenceId {
	return entry.licence === undefined ? "CC-BY-4.0" : "LicenseRef-source";
}

/** Where measurements come from: the file, and the program that made them. */
interface Origin {
	readonly fileHash: string;
	readonly software: string;
}

/** Which measurements an answer rests on. */
export interface Source {
	readonly world: World;
	readonly cc?: string | undefined;
	readonly asn?: number | undefined;
	/** All days where none are said. */
	readonly days?:
		| { readonly since: string; readonly until: string }
		| undefined;
}

/** Where it is looked up what measurements come from. */
export interface OriginDeps {
	/** A reader that keeps answers. */
	readonly cached: QueryReader;
	/** Name under which a file was received; undefined where it is not in the archive. */
	fileName(hash: string): Promise<string | undefined>;
}

async function originsOf(
	deps: OriginDeps,
	source: Source,
): Promise<readonly (Origin & { readonly licence: LicenceId })[]> {
	const origins = await deps.cached.query<Origin>(
		{ world: source.world },
		sql`SELECT DISTINCT file_hash, software FROM origins
			WHERE ${ofSource(source, { cc: sql`cc`, asn: sql`asn` })} ORDER BY ALL`,
	);
	const names = new Map(
		await Promise.all(
			[...new Set(origins.map(({ fileHash }) => fileHash))].map(
				async (hash) => [hash, await deps.fileName(hash)] as const,
			),
		),
	);
	return origins.map((origin) => ({
		...origin,
		licence:
			source.world === "emulated"
				? "CC-BY-4.0"
				: licenceOfOrigin(names.get(origin.fileHash) ?? "", origin.software),
	}));
}

/** A file says more than what a measurement says of itself (P7). */
function licenceOfOrigin(fileName: string, software: string): LicenceId {
	if (fileName.startsWith("collector:")) return "CC-BY-4.0";
	if (fileName.startsWith(OONI_BUCKET_URL) || software === "ooniprobe")
		return "CC-BY-NC-SA-4.0";
	return "LicenseRef-unknown";
}

function ofSource(
	{ cc, asn, days }: Source,
	column: { readonly cc: Sql; readonly asn: Sql },
): Sql {
	return joinSql(
		[
			...(cc === undefined ? [] : [sql`${column.cc} = ${cc}`]),
			...(asn === undefined ? [] : [sql`${column.asn} = ${asn}`]),
			...(days === undefined
				? []
				: [sql`day >= ${days.since}::DATE AND day < ${days.until}::DATE`]),
		],
		" AND ",
	);
}

/** Terms of the measurements behind an answer; of the free ones alone where only these are used. */
export async function licencesOf(
	deps: OriginDeps,
	source: Source,
	commercial = false,
): Promise<ReadonlySet<LicenceId>> {
	const origins = await originsOf(deps, source);
	const used = origins.map(({ licence }) => licence);
	return new Set(
		commercial ? used.filter((id) => LICENCES[id].commercial) : used,
	);
}

/** Condition on rows of `measurements`: those that may be used commercially. */
export async function freeMeasurements(
	deps: OriginDeps,
	source: Source,
): Promise<Sql> {
	const free = (await originsOf(deps, source))
		.filter(({ licence }) => LICENCES[licence].commercial)
		.map(({ fileHash, software }) => `${fileHash} ${software}`);
	const here = ofSource(source, { cc: sql`probe_cc`, asn: sql`probe_asn` });
	return sql`${here} AND file_hash || ' ' || ${SOFTWARE} = ANY(${free})`;
}
