/** What a test saw beyond the layers. */
import type { AppObservation, Vantage } from "../../model/index.ts";
import { add, type Draft } from "./draft.ts";

/** The names of application facts and what each claims. Stable terms: rules and stored facts speak of them. */
export const APP_NAMES = {
	bootstrap_progress:
		"how far Tor came when it was started, in percent; text: its own word for the last step",
	browser_fetch:
		"a browser's attempt to fetch the URL; it tells only success and time; text: the browser",
	control:
		"the view from elsewhere (vantage helper): there, or missing with the reason as failure",
	dash_median_bitrate_kbps:
		"median bit rate of an emulated video stream, kbit/s",
	dash_min_playout_delay_ms:
		"shortest delay at which the emulated video would not have stalled",
	ech_grease: "the handshake with a mock of ECH",
	ech_plain: "the handshake without ECH",
	ech_real: "the handshake with ECH",
	echo_matches:
		"1 where a malformed line came back from the echo server as it was sent, else 0; text: same, changed or empty",
	echo_received:
		"1 where the echo server's account of the request came back, else 0",
	header_case_matches:
		"1 where header names arrived with the case they were sent with, else 0",
	header_names_match:
		"1 where the same header names arrived, whatever their case, else 0",
	header_values_match: "1 where headers that arrived have their values, else 0",
	headers_match: "1 where headers arrived as they were sent, else 0",
	min_rtt_ms: "shortest round trip to the speed server",
	openvpn_handshake:
		"an OpenVPN handshake with one endpoint; number: packets that came back; text: address, port and transport",
	pings_answered: "how many of the tries worked",
	pings_sent: "how often one endpoint was tried",
	pings_unexpected: "how many answers belonged to no try",
	request_line_matches:
		"1 where the request line arrived as it was sent, else 0",
	resolver_lookup:
		"a look-up by way of one address of the resolver under test; text: the endpoint asked",
	speed_download_kbps: "speed of a download, kbit/s",
	speed_upload_kbps: "speed of an upload, kbit/s",
	stun_binding: "a STUN binding request; text: the server asked",
	tor_target:
		"one of Tor's public entry points, by the test's own handshake; text: its name or key",
	transfer_ratio_high:
		"upper end of a 95% interval: speed under the site's name as a percentage of the speed under another name, from the same address, in turns",
	transfer_ratio_low: "lower end of the same interval",
	tunnel: "a circumvention tool's tunnel, from its start to its use",
	vantage_fault:
		"why nothing measured from this network counts; text: no_internet, captive_portal or tls_interception",
} as const;

export type AppName = keyof typeof APP_NAMES;

export interface AppFact {
	readonly name: AppName;
	readonly role?: string;
	readonly vantage?: Vantage;
	readonly failure?: string | undefined;
	readonly number?: number | undefined;
	readonly text?: string | undefined;
	readonly flow?: number | undefined;
	readonly startMs?: number | undefined;
	readonly durationMs?: number | undefined;
}

export function addApp(draft: Draft, fact: AppFact): void {
	const observation: AppObservation = {
		position: draft.observations.length,
		vantage: fact.vantage ?? "probe",
		layer: "app",
		role: fact.role ?? "",
		depth: 0,
		flow: fact.flow,
		failure: fact.failure,
		startMs: fact.startMs,
		durationMs: fact.durationMs,
		name: fact.name,
		number: fact.number,
		text: fact.text,
	};
	add(draft, observation);
}
