/** What readers of signals take and give. */
import type {
	Signal,
	SignalAccess,
	SignalKey,
	SignalReading,
	ToldOutage,
} from "../../model/index.ts";

/** Begins the format of an archived file that holds signals, not measurements; the source follows. */
export const SIGNAL_FORMAT = "signal:";

/** A row or value that could not be used. */
export interface SignalReject {
	/** Where it stands: `line 12`, `data[0][1].values[7]`. */
	readonly place: string;
	readonly reason: string;
}

export interface SignalTable {
	/** Name of the reader. */
	readonly source: string;
	readonly signals: readonly Signal[];
	readonly told: readonly ToldOutage[];
	readonly rejected: readonly SignalReject[];
}

/** What the text itself may not say. What the text says goes before. */
export interface ReadOptions {
	readonly cc?: string | undefined;
	readonly area?: string | undefined;
	readonly asn?: number | undefined;
	readonly access?: SignalAccess | undefined;
	/** IANA zone of local times. */
	readonly zone?: string | undefined;
}

/** Where a reader puts what it reads. */
export interface Collector {
	add(key: SignalKey, at: number, reading: SignalReading): void;
	/** Adds to the mean of an hour: for sources that give single tests. */
	average(key: SignalKey, at: number, value: number): void;
	tell(outage: ToldOutage): void;
	reject(place: string, reason: string): void;
}

export interface SignalText {
	/** Name of the file, for what only it says. */
	readonly name: string;
	readonly text: string;
}

export interface SignalReader {
	/** The source, as it stands in every datum. */
	readonly source: string;
	/** False: written from field lists, unverified against a live source. */
	readonly verified: boolean;
	/** Whether the text is of this source. `json` where all of it is one JSON value. */
	accepts(input: SignalText, json: unknown): boolean;
	read(
		input: SignalText,
		json: unknown,
		options: ReadOptions,
		out: Collector,
	): void;
}
