/** A signal as a figure of its own: its image, its days as a table, its address under the page that shows it. */
import type { Incident } from "../../../model/index.ts";
import type { ShownSignal, ShownSignals } from "../../../pipeline/index.ts";
import type { ShownFigure } from "../charts/shown-figure.ts";
import { say } from "../language/speech.ts";
import { type Window, windowTo } from "../strips.ts";
import { measuredSentence } from "../times.ts";
import { SignalPanel } from "./signal-panel.tsx";
import { newestDay, type SignalView, viewSignal } from "./signal-view.ts";

/** Where signals are shown. */
export interface SignalPlace {
	/** As titles name it. */
	readonly name: string;
	/** Address of its page. */
	readonly path: string;
	readonly incidents: readonly Incident[];
	readonly emulated: boolean;
	readonly siteName: string;
}

export interface SignalFigure {
	readonly figure: ShownFigure;
	readonly view: SignalView;
	readonly key: ShownSignal["key"];
}

/** `window`: the days of the page's strip; the newest readings' where there is none. Undefined where nothing was ever read. */
export function signalFigures(
	{ signals }: ShownSignals,
	window: Window | undefined,
	place: SignalPlace,
): readonly SignalFigure[] | undefined {
	const newest = newestDay(signals);
	const shown = window ?? (newest && windowTo(newest));
	return shown
		? signals.map((signal) => figureOf(signal, shown, place))
		: undefined;
}

function figureOf(
	signal: ShownSignal,
	window: Window,
	place: SignalPlace,
): SignalFigure {
	const view = viewSignal(signal, window);
	const title = `${view.name}, ${place.name}`;
	return {
		key: signal.key,
		view,
		figure: {
			title: place.emulated ? say("chart.emulated", { title }) : title,
			finding: `${view.finding} ${measuredSentence(view.lastReadAt)}`,
			emulated: place.emulated,
			path: `${place.path}/signals/${signalSlug(signal)}`,
			query: `until=${window.lastOn}`,
			page: `${place.path}?until=${window.lastOn}#signals`,
			svg: () =>
				String(
					<SignalPanel
						view={view}
						place={place.name}
						incidents={place.incidents}
						id={signalSlug(signal)}
						emulated={place.emulated}
						siteName={place.siteName}
					/>,
				),
		},
	};
}

/** `ioda-bgp`: what the signal is called in its address. */
export function signalSlug({ key }: Pick<ShownSignal, "key">): string {
	return [key.source, key.measure, key.access ?? ""]
		.join(" ")
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, "-")
		.replaceAll(/^-|-$/g, "");
}
