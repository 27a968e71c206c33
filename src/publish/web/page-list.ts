/** The addresses of the pages that a site must have, by what it holds: what a mirror is held against. */
import { addDays } from "../../base/index.ts";
import { type World, worldOf } from "../../model/index.ts";
import { countriesOf, networksOf } from "../../store/index.ts";
import {
	countryPath,
	dossierPath,
	entryPath,
	incidentPath,
	measurementPath,
	networkPath,
	outlookPath,
	recordPath,
	servicePath,
} from "./names.ts";
import type { SiteDeps } from "./site-deps.ts";

/**
 * Pages and their data files of the worlds named: each country, network,
 * service, incident with its dossier and witness, and entry of the record; feeds
 * of those that have one.
 */
export async function listPages(
	deps: Pick<
		SiteDeps,
		| "reader"
		| "services"
		| "record"
		| "incidents"
		| "dossier"
		| "editing"
		| "outlooks"
		| "evidence"
	>,
	worlds: readonly World[],
): Promise<readonly string[]> {
	const pages = new Set([
		"/",
		"/now.atom",
		"/now.csv",
		"/now.json",
		"/about",
		"/rejects",
		"/incidents",
		"/incidents.csv",
		"/incidents.json",
	]);
	if (deps.evidence)
		for (const file of [
			"",
			"/verifier.html",
			"/verify.js",
			"/page.js",
			"/heads.json",
			"/heads.atom",
		])
			pages.add(`/evidence${file}`);
	const addWithData = (path: string): void => {
		for (const ending of ["", ".csv", ".json", ".svg", ".atom"])
			pages.add(path + ending);
	};
	for (const world of worlds)
		for (const { cc, firstOn, lastOn } of await countriesOf(deps.reader, {
			world,
		})) {
			addWithData(countryPath(cc));
			const range = { since: firstOn, until: addDays(lastOn, 1) };
			for (const { asn } of await networksOf(deps.reader, { world }, cc, range))
				addWithData(networkPath(cc, asn));
		}
	const record = await deps.record();
	for (const { country } of record.dossiers)
		pages.add(`${recordPath(country)}?of=dossiers`);
	const entries = [
		...record.restrictions.map(({ id, country }) => ({ id, country })),
		...record.dossiers.flatMap(({ country, entries }) =>
			entries.map(({ id }) => ({ id, country })),
		),
		...record.others,
	];
	for (const { id, country } of entries) {
		pages.add(countryPath(country));
		pages.add(`${countryPath(country)}.atom`);
		pages.add(recordPath(country));
		if (deps.outlooks) pages.add(outlookPath(country));
		if (deps.editing) pages.add(entryPath(id));
	}
	for (const { id, cc, witness } of (await deps.incidents()).list()) {
		if (!worlds.includes(worldOf(cc))) continue;
		pages.add(incidentPath(id));
		pages.add(`${incidentPath(id)}.atom`);
		if (deps.dossier)
			for (const ending of ["html", "json"]) pages.add(dossierPath(id, ending));
		if (witness) pages.add(measurementPath(witness));
	}
	for (const { id } of deps.services.services) {
		pages.add(servicePath(id));
		pages.add(`${servicePath(id)}.atom`);
	}
	return [...pages];
}
