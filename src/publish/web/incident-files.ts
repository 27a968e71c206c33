/** Incidents as rows of CSV files; JSON files hold them as they are. */
import type { Incident } from "../../model/index.ts";
import { type Terms, termsText } from "../terms/index.ts";
import { type DataFileFrame, recordsCsv } from "./data-files.ts";

const COLUMNS = [
	"id",
	"cc",
	"service",
	"kind",
	"status",
	"basis",
	"scope",
	"areas",
	"onset_earliest",
	"onset_at",
	"onset_latest",
	"ending_earliest",
	"ending_at",
	"ending_latest",
	"mechanism",
	"session_count",
	"session_of",
	"network_count",
	"measurement_count",
	"witness",
	"confounds",
	"revision",
	"revised_at",
] as const;

/** A row an incident. */
export function incidentsCsv(
	incidents: readonly Incident[],
	/** Of each, in the same order. */
	terms: readonly Terms[],
	frame: DataFileFrame,
): string {
	return recordsCsv(
		COLUMNS,
		incidents.map((one, i) => ({
			...incidentRow(one),
			licence: termsText(terms[i] ?? frame.terms),
		})),
		frame,
	);
}

function incidentRow(one: Incident) {
	const { counts, onset, ending } = one;
	return {
		id: one.id,
		cc: one.cc,
		service: one.service ?? "",
		kind: one.kind,
		status: one.status,
		basis: one.basis,
		scope: one.scope,
		areas: one.areas.join("; "),
		onset_earliest: onset.earliest ?? "",
		onset_at: onset.at ?? "",
		onset_latest: onset.latest,
		ending_earliest: ending?.earliest ?? "",
		ending_at: ending?.at ?? "",
		ending_latest: ending?.latest ?? "",
		mechanism: one.mechanism ?? "",
		session_count: counts.sessions,
		session_of: counts.of,
		network_count: counts.networks,
		measurement_count: counts.measurements,
		witness: one.witness ?? "",
		confounds: one.confounds.join("; "),
		revision: one.revision,
		revised_at: one.revisedAt,
	};
}

const NETWORK_COLUMNS = [
	"asn",
	"state",
	"session_count",
	"session_of",
	"onset_earliest",
	"onset_at",
	"onset_latest",
	"ending_earliest",
	"ending_at",
	"ending_latest",
	"mechanism",
] as const;

/** A row a network of an incident, with its own brackets. */
export function incidentNetworksCsv(
	{ networks }: Pick<Incident, "networks">,
	frame: DataFileFrame,
): string {
	return recordsCsv(
		NETWORK_COLUMNS,
		networks.map(({ asn, state, sessions, of, onset, ending, mechanism }) => ({
			asn,
			state,
			session_count: sessions,
			session_of: of,
			onset_earliest: onset?.earliest ?? "",
			onset_at: onset?.at ?? "",
			onset_latest: onset?.latest ?? "",
			ending_earliest: ending?.earliest ?? "",
			ending_at: ending?.at ?? "",
			ending_latest: ending?.latest ?? "",
			mechanism: mechanism ?? "",
		})),
		frame,
	);
}
