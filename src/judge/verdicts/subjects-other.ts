/** Facts about QUIC handshakes and about what applications reported of themselves. */
import {
	type AppObservation,
	failureFamily,
	type QuicObservation,
} from "../../model/index.ts";
import type { Subject, SubjectContext } from "./subject.ts";
import { addressStanding, reachControl } from "./subjects-tcp.ts";

export function quicSubjects(context: SubjectContext): readonly Subject[] {
	const handshakes = context.group.observations.filter(
		(seen): seen is QuicObservation => seen.layer === "quic",
	);
	return handshakes.map((quic) => ({
		layer: "quic",
		depth: quic.depth,
		positions: [quic.position],
		decides: true,
		ownWay: true,
		ips: [],
		locus: "network",
		facts: {
			outcome: quic.failure === undefined ? "ok" : failureFamily(quic.failure),
			address: addressStanding(
				context,
				quic.serverName || quic.hostname,
				quic.ip,
			),
			control: reachControl(
				context,
				quic.serverName || (quic.hostname ?? ""),
				"tls",
			),
			tls_works: context.group.observations.some(
				(seen) => seen.layer === "tls" && seen.failure === undefined,
			),
		},
	}));
}

export function appSubjects(context: SubjectContext): readonly Subject[] {
	const reports = context.group.observations.filter(
		(seen): seen is AppObservation => seen.layer === "app",
	);
	return reports.map((app) => ({
		layer: "app",
		depth: app.depth,
		positions: [app.position],
		decides: true,
		ownWay: true,
		ips: [],
		locus: "unknown",
		facts: {
			name: app.name,
			outcome: app.failure === undefined ? "ok" : failureFamily(app.failure),
			number: app.number,
			text: app.text,
			test: context.header.testName,
		},
	}));
}
