/** What is reported of the detector on synthetic worlds. */
import type { Estimate } from "./intervals.ts";

export interface Recall {
	readonly name: string;
	readonly scored: number;
	readonly detector: Estimate | undefined;
	readonly oracle: Estimate | undefined;
	readonly cusum: Estimate | undefined;
	/** Recall of the detector over that of the oracle. */
	readonly ofOracle: number | undefined;
	/** Of what the oracle found, the part that the detector found too. */
	readonly sharedWithOracle: Estimate | undefined;
}

export interface Spread {
	readonly median: number | undefined;
	readonly p90: number | undefined;
	readonly count: number;
}

export interface FalseAlerts {
	readonly noise: string;
	readonly seriesWeeks: number;
	/** Per 1,000 quiet series-weeks. */
	readonly detector: Estimate | undefined;
	readonly cusum: Estimate | undefined;
}

export interface WorldsReport {
	readonly seed: string;
	readonly eventWorlds: number;
	/** Restrictions of one network that too few sessions met. */
	readonly excluded: number;
	/** Each event once, found where it was found on any of its networks. */
	readonly eventRecall: readonly Recall[];
	/** Each network of an event by itself: large countries weigh more. */
	readonly recall: readonly Recall[];
	/** Hours from the onset to the alarm, where all three raised one. */
	readonly latencyHours: Readonly<
		Record<"detector" | "oracle" | "cusum", Spread>
	>;
	/** Hours from the onset until the rows behind the alarm had arrived. */
	readonly arrivalHours: Spread;
	readonly onsetErrorHours: Spread;
	/** Onset intervals (90%) that hold the onset. */
	readonly onsetCoverage: Estimate | undefined;
	readonly endings: Readonly<
		Record<"detector" | "oracle" | "cusum" | "early", Estimate | undefined>
	>;
	/** Onsets of networks, and incidents, per event that was found. */
	readonly changepointsPerEvent: number | undefined;
	readonly cusumAlertsPerEvent: number | undefined;
	readonly incidentsPerEvent: number | undefined;
	/** Worlds whose event became an incident, of those in which the oracle found it on some network. */
	readonly incidentRecall: Estimate | undefined;
	readonly openStarts: {
		readonly count: number;
		readonly flagged: Estimate | undefined;
		readonly onsets: number;
	};
	readonly resolverAlarms: {
		readonly detector: number;
		readonly cusum: number;
	};
	readonly falseAlerts: readonly FalseAlerts[];
	/** What a higher threshold would have found and raised: the same alarms, without those whose log-odds never reached it. */
	readonly operatingPoints: readonly {
		readonly logOdds: number;
		readonly recall: Estimate | undefined;
		/** Per 1,000 quiet series-weeks. */
		readonly falseAlerts: Estimate | undefined;
	}[];
	readonly sparse: readonly {
		readonly everyHours: number;
		readonly found: Estimate | undefined;
		readonly samples: Spread;
		readonly worstSamples: number | undefined;
		readonly cusumFound: Estimate | undefined;
	}[];
}
