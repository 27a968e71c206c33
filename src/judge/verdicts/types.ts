import type { MeasurementHeader, Observation } from "../../model/index.ts";
import type { ReferenceSnapshot } from "../../reference/index.ts";

/** What many networks outside the measurement's own country agreed on in the trailing window. */
export interface NetworkControl {
	/** The same, but where a name was down elsewhere about `measuredAt`, those hours count for it and not the window. */
	at(measuredAt: string): NetworkControl;
	/** Networks (cc, asn) outside `exceptCc` that got this address or AS for the name and used it with success. */
	networksForAddress(hostname: string, ip: string, exceptCc: string): number;
	networksForAsn(hostname: string, asn: number, exceptCc: string): number;
	/** Networks outside `exceptCc` for which the name resolved, and for which it did not. */
	resolution(
		hostname: string,
		exceptCc: string,
	): { readonly ok: number; readonly failed: number };
	/** Networks outside `exceptCc` that could, and could not, load the target (`layer` tcp, tls or http) by host name. */
	reach(
		hostname: string,
		layer: "tcp" | "tls" | "http",
		exceptCc: string,
	): { readonly ok: number; readonly failed: number };
	/** Median download speed of the host, over networks outside `exceptCc`, and how many there are. */
	speedElsewhere(hostname: string, exceptCc: string): Speed;
	/** Median download speed of this network over other hosts, and how many there are. */
	speedOfNetwork(cc: string, asn: number, exceptHostname: string): Speed;
}

export interface Speed {
	/** Kilobits a second; 0 where nothing was measured. */
	readonly medianKbps: number;
	/** Networks, or hosts, that the median is over. */
	readonly count: number;
}

/** Median download speed of one host on one network in the window. */
export interface SpeedRow {
	readonly hostname: string;
	readonly cc: string;
	readonly asn: number;
	readonly kbps: number;
}

/** One row of the control table: how many networks of one country saw what. */
export interface NetworkControlRow {
	readonly kind: "address" | "asn" | "resolution" | "tcp" | "tls" | "http";
	readonly hostname: string;
	/**
	 * Address or AS number as text. Of the other kinds empty, or an hour (0 to 23) of
	 * the window's last day, alone or with those about it (`WIDE_HOUR` before it), or
	 * that day (`WIDE_HOUR` alone): then of networks that are ok over the window.
	 */
	readonly key: string;
	readonly cc: string;
	readonly okNetworks: number;
	readonly failedNetworks: number;
}

/** Failures that follow the instrument (test and probe version, platform) and not the network. */
export interface Validity {
	/** Why this instrument's word on the target does not count; undefined where it does. */
	defect(header: MeasurementHeader, target: string): string | undefined;
}

export interface JudgeInput {
	readonly header: MeasurementHeader;
	readonly observations: readonly Observation[];
}

export interface JudgeContext {
	readonly reference: ReferenceSnapshot;
	readonly networks?: NetworkControl | undefined;
	readonly validity?: Validity | undefined;
}
