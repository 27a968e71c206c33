import type { MeasurementHeader, Observation } from "../../model/index.ts";
import type { ReferenceSnapshot } from "../../reference/index.ts";

/** What many networks outside the measurement's own country agreed on in the trailing window. */
export interface NetworkControl {
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
}

/** One row of the control table: how many networks of one country saw what. */
export interface NetworkControlRow {
	readonly kind: "address" | "asn" | "resolution" | "tcp" | "tls" | "http";
	readonly hostname: string;
	/** Address or AS number as text; empty for the other kinds. */
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
