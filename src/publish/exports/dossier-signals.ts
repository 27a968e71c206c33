/** Of an outage: what each signal showed, those that did not fall included, and the cause as far as anything shows one. */
import type {
	Incident,
	IncidentSignal,
	SignalFall,
} from "../../model/index.ts";
import { areaName } from "../../reference/index.ts";
import type { Block } from "./document.ts";
import { spaced } from "./dossier-words.ts";

export function signalBlocks({ signals, cause }: Incident): readonly Block[] {
	if (!signals) return [];
	return [
		{ kind: "heading", level: 2, text: "What signals show" },
		...(cause
			? [
					{
						kind: "paragraph" as const,
						text: [{ strong: `Cause: ${spaced(cause.found)}. ` }, cause.why],
					},
				]
			: []),
		{
			kind: "table",
			columns: [
				{ title: "Signal", width: 2.4 },
				{ title: "Of", width: 1.2 },
				{ title: "Fell, in UTC", width: 4 },
				{ title: "Level, lowest", width: 1.2 },
				{ title: "Licence", width: 2 },
			],
			rows: signals.map((signal) => [
				[
					`${signal.source} ${signal.measure} (${spaced(signal.gauge)})${signal.verified ? "" : ", unverified against a live source"}`,
				],
				[placeOf(signal)],
				[signal.falls.map(fallInWords).join("; ") || "did not fall"],
				[[signal.level, signal.lowest].map(percent).join(", ")],
				[signal.licence],
			]),
		},
		{
			kind: "note",
			text: [
				"Signals of one gauge are one witness. The level is the part of the usual value, of the same hours of the week before. Routes may stay while nothing gets through. A signal shows that a network failed, never why.",
			],
		},
	];
}

/** Signals that speak against an outage, by name. */
export function contrarySignals({ signals = [] }: Incident): string {
	const stayed = signals.filter(({ falls }) => falls.length === 0);
	return stayed.length === 0
		? "none of the signals that are kept stayed."
		: `${stayed.map(({ source, measure, level }) => `${source} ${measure} did not fall (${percent(level)})`).join("; ")}.`;
}

function placeOf({ area, asn, access }: IncidentSignal): string {
	const parts = [
		area === null ? null : areaName(area),
		asn === null ? null : `AS${asn}`,
		access,
	].filter((part) => part !== null);
	return parts.join(", ") || "country";
}

function fallInWords({ onset, ending, depth }: SignalFall): string {
	const when = ({ earliest, latest }: SignalFall["onset"]) =>
		`between ${earliest ?? "the first data"} and ${latest}`;
	return `by ${percent(depth)} ${when(onset)}, ${ending ? `back ${when(ending)}` : "not back by its last reading"}`;
}

const percent = (part: number | null): string =>
	part === null ? "not known" : `${Math.round(part * 100)}%`;
