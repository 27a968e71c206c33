/** Facts about TLS handshakes: one subject for each. */
import {
	CONTRAST_ROLE,
	failureFamily,
	type Observation,
	type TlsObservation,
} from "../../model/index.ts";
import { type ControlOutcome, endpointOf } from "./control.ts";
import { decidingFlags, type Subject, type SubjectContext } from "./subject.ts";
import { addressStanding, ENDPOINTS, reachControl } from "./subjects-tcp.ts";

export function tlsSubjects(context: SubjectContext): readonly Subject[] {
	const handshakes = context.group.observations.filter(
		(seen): seen is TlsObservation => seen.layer === "tls",
	);
	if (handshakes.length === 0) return [];
	const decides = decidingFlags(handshakes);
	const whole = wholeService(context, handshakes);
	const answered = someAnswered(context);
	const anyOk = handshakes.some(({ failure }) => failure === undefined);
	return handshakes.map((tls, index) => ({
		layer: "tls",
		depth: tls.depth,
		positions: [tls.position],
		decides:
			decides[index] === true &&
			tls.role !== "control" &&
			// Beside a page in clear text a handshake only tries the address.
			tls.fetchBody !== false,
		ownWay: tls.classic !== false,
		ips: [],
		locus: "network",
		facts: {
			outcome: tls.failure === undefined ? "ok" : failureFamily(tls.failure),
			failure: tls.failure,
			name_test: context.header.testName === "sni_blocking",
			verified: tls.verified,
			address: addressStanding(context, tls.serverName || tls.hostname, tls.ip),
			control: tlsControl(context, tls),
			chain: context.chain,
			sni_contrast: sniContrast(tls, context.all),
			leaf: leafStanding(tls, context.header.measuredAt),
			ech: tls.ech ?? "none",
			fixed: context.group.fixed,
			all_failed: !anyOk,
			whole_service: whole,
			some_answered: answered,
		},
	}));
}

/**
 * No handshake succeeded with any of several servers: of this part of the
 * service, or of the service as a whole. One server may be at fault itself.
 */
function wholeService(
	{ all, group }: SubjectContext,
	handshakes: readonly TlsObservation[],
): boolean {
	if (!group.fixed) return false;
	const allFailed = (some: readonly TlsObservation[]): boolean =>
		new Set(some.map(({ ip, serverName }) => ip || serverName)).size >=
			ENDPOINTS && some.every(({ failure }) => failure !== undefined);
	return (
		allFailed(handshakes) ||
		allFailed(
			all.filter(
				(seen): seen is TlsObservation =>
					seen.layer === "tls" && seen.vantage === "probe",
			),
		)
	);
}

/** Some handshake or exchange of the run was finished, so that the one that fails is the exception. */
function someAnswered({ all }: SubjectContext): boolean {
	return all.some(
		(seen) =>
			(seen.layer === "tls" || seen.layer === "http") &&
			seen.vantage === "probe" &&
			seen.failure === undefined,
	);
}

function tlsControl(
	context: SubjectContext,
	tls: TlsObservation,
): ControlOutcome {
	const { helper } = context;
	const endpoint = endpointOf(tls.ip, tls.port);
	if (tls.serverName === helper.hostname && helper.tls.has(endpoint)) {
		return helper.tls.get(endpoint) === undefined ? "ok" : "failed";
	}
	return reachControl(context, tls.serverName || (tls.hostname ?? ""), "tls");
}

/**
 * The decisive comparison: the same address asked with another name, or the
 * same name at another address, in the same measurement. `name`: only this
 * name fails there. `address`: every name fails there, or the name works at
 * another address. `unknown`: no comparison was made.
 */
function sniContrast(
	tls: TlsObservation,
	all: readonly Observation[],
): "name" | "address" | "unknown" {
	if (tls.failure === undefined) return "unknown";
	let otherNameFails = false;
	let nameWorksElsewhere = false;
	for (const other of all) {
		if (other.layer !== "tls" || other.vantage !== "probe" || other === tls)
			continue;
		if (
			other.ip === tls.ip &&
			other.ip !== "" &&
			other.serverName !== tls.serverName
		) {
			// A certificate that does not fit an innocent name is still a server that answered.
			const answered =
				other.failure === undefined ||
				failureFamily(other.failure) === "tls_certificate";
			if (answered) return "name";
			if (failureFamily(other.failure ?? "") === failureFamily(tls.failure))
				otherNameFails = true;
		}
		if (other.serverName === tls.serverName && other.ip !== tls.ip) {
			if (other.failure === undefined) nameWorksElsewhere = true;
			else if (failsWhereOthersWork(other, tls, all)) return "name";
		}
	}
	return otherNameFails || nameWorksElsewhere ? "address" : "unknown";
}

/** The name fails in the same way at an innocent address, which answers for its own name. */
function failsWhereOthersWork(
	other: TlsObservation,
	tls: TlsObservation,
	all: readonly Observation[],
): boolean {
	return (
		other.role === CONTRAST_ROLE &&
		failureFamily(other.failure ?? "") === failureFamily(tls.failure ?? "") &&
		all.some(
			(third) =>
				third.layer === "tls" &&
				third.vantage === "probe" &&
				third.ip === other.ip &&
				third.serverName !== other.serverName &&
				third.failure === undefined,
		)
	);
}

/**
 * `fits`: good for the name and in its time. `other`: for another name or
 * self-signed. `untimely`: fits the name, but the probe's clock is outside
 * its validity. `unknown`: none was seen.
 */
function leafStanding(
	{ leaf }: TlsObservation,
	measuredAt: string,
): "fits" | "other" | "untimely" | "unknown" {
	if (leaf === undefined) return "unknown";
	if (!leaf.matchesName || leaf.selfSigned) return "other";
	return measuredAt < leaf.notBeforeAt || measuredAt > leaf.notAfterAt
		? "untimely"
		: "fits";
}
