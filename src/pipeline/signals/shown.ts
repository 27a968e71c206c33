/** The kept signals of a country or a network, with their readings, for pages. */
import type { SignalPoint, ToldOutage } from "../../model/index.ts";
import {
	type KeptSignal,
	readSignalIndex,
	readSignalPoints,
	type WorkspacePaths,
} from "../../store/index.ts";
import { gaugeOf } from "../outages/gauges.ts";
import type { SignalChange } from "./detect.ts";

export interface ShownSignal extends KeptSignal<SignalChange> {
	/** What it is measured by; undefined where its falls are no sign of an outage. */
	readonly gauge: string | undefined;
	readonly points: readonly SignalPoint[];
}

export interface ShownSignals {
	/** Those of the whole place, with their readings. */
	readonly signals: readonly ShownSignal[];
	/** How many more are kept of it: of areas, and beyond what a page holds. */
	readonly moreCount: number;
	/** Outages of the place and its parts as sources tell them, the newest first. */
	readonly told: readonly ToldOutage[];
	readonly moreToldCount: number;
}

/** Most signals a page draws: it must stay light. */
const MOST = 8;
const MOST_TOLD = 12;

/** `asn` null: of the country. Sources in order of their names. */
export async function readShownSignals(
	paths: Pick<WorkspacePaths, "derived">,
	cc: string,
	asn: number | null,
): Promise<ShownSignals> {
	const { signals, told } = await readSignalIndex<SignalChange>(paths);
	const all = Object.entries(signals).filter(
		([, { key }]) => key.entity.cc === cc && key.entity.asn === asn,
	);
	const shown = all
		.filter(([, { key }]) => key.entity.area === null)
		.sort(([, a], [, b]) => (nameOf(a) < nameOf(b) ? -1 : 1))
		.slice(0, MOST);
	const toldOf = told
		.filter(
			({ entity }) => entity.cc === cc && (asn === null || entity.asn === asn),
		)
		.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
	return {
		told: toldOf.slice(0, MOST_TOLD),
		moreToldCount: Math.max(0, toldOf.length - MOST_TOLD),
		signals: await Promise.all(
			shown.map(async ([id, kept]) => ({
				...kept,
				gauge: gaugeOf(kept.key),
				points: await readSignalPoints(paths, id),
			})),
		),
		moreCount: all.length - shown.length,
	};
}

const nameOf = ({ key }: KeptSignal<SignalChange>): string =>
	`${key.source} ${key.measure} ${key.access ?? ""}`;
