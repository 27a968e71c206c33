/** Hours of restrictions by kind. They are never added up over kinds. */
import type { Incident } from "../../model/index.ts";
import {
	eventOfIncident,
	type IncidentEventOptions,
} from "./incident-event.ts";
import { COST_KINDS, type CostKind, type CostSegment } from "./types.ts";

const HOUR = 3_600_000;

export interface HoursOfKind {
	readonly kind: CostKind;
	/** By the clock. */
	readonly clockHours: number;
	/** Each hour by the share that was still cut. */
	readonly countedHours: number;
}

export interface HoursOfIncidents extends HoursOfKind {
	readonly incidentCount: number;
	/** Incidents whose hours cannot be told: below the floor, or no ending is known. */
	readonly unknownCount: number;
}

/** Hours by the clock during which anything was cut. Segments do not overlap. */
export const clockHours = (segments: readonly CostSegment[]): number =>
	segments.reduce((sum, segment) => sum + hoursOf(segment), 0);

const hoursOf = ({ since, until }: CostSegment): number =>
	Math.max(0, Date.parse(until) - Date.parse(since)) / HOUR;

/** Hours of many incidents, a line a kind that occurs. Hours of two incidents at once count twice. */
export function hoursByKind(
	incidents: readonly Incident[],
	options: Omit<IncidentEventOptions, "scope">,
): readonly HoursOfIncidents[] {
	const events = incidents.flatMap(
		(incident) =>
			eventOfIncident(incident, { ...options, scope: undefined }) ?? [],
	);
	return COST_KINDS.flatMap((kind) => {
		const ofKind = events.filter((event) => event.kind === kind);
		if (ofKind.length === 0) return [];
		const segments = ofKind.flatMap((event) => event.segments);
		return [
			{
				kind,
				clockHours: clockHours(segments),
				countedHours: segments.reduce(
					(sum, segment) => sum + hoursOf(segment) * segment.share,
					0,
				),
				incidentCount: ofKind.length,
				unknownCount: ofKind.filter((event) => event.segments.length === 0)
					.length,
			},
		];
	});
}
