/**
 * Rows as lines of sorted runs: a key that orders the row and tells repeats,
 * the row as JSON and, for measurements, the observations as JSON, separated
 * by tabs. JSON text holds no raw control character, so nothing needs
 * escaping, and the observations are stored as they were first written.
 */
import { hash } from "node:crypto";
import type {
	Certificate,
	MeasurementHeader,
	Reject,
} from "../../model/index.ts";
import { worldOf } from "../../model/index.ts";
import type { FactsRow } from "../store.ts";
import { sayingsText } from "./control-sayings.ts";
import { factsText, readFactsText } from "./facts-text.ts";
import {
	jsonText,
	KEY_END,
	KEY_PIECE,
	keyNumber,
	keyText,
} from "./key-text.ts";

export interface Line {
	/** The partition it belongs to: `real/2024-02-17`, `certificates/2024-02`, `rejects/a`. */
	readonly part: string;
	readonly key: string;
	/** What follows the key. */
	readonly text: string;
}

/** Where a measurement's raw record stands, and what identifies its facts. */
export interface Place {
	readonly fileHash: string;
	readonly member: string;
	readonly line: number;
	readonly recordHash: string;
	/** SHA-256 of the header and the observations as written. */
	readonly factsHash: string;
	readonly problems: readonly string[];
}

/** A measurement as received. */
export function factsLine(row: FactsRow): Line {
	const header = jsonText(pickHeader(row.header));
	const facts = factsText(row.observations);
	const factsHash = hash("sha256", `${header}\n${facts}`, "hex");
	return measurementLine(
		row.header,
		header,
		row,
		factsHash,
		facts,
		sayingsText(row.header, row.observations),
	);
}

/** A measurement as read back from its partition: the same line as when it was received. */
export function storedFactsLine(
	row: MeasurementHeader & Place & { readonly facts: string },
): Line {
	const observations = readFactsText(row.facts);
	return measurementLine(
		row,
		jsonText(pickHeader(row)),
		row,
		row.factsHash,
		row.facts,
		sayingsText(row, observations),
	);
}

function measurementLine(
	header: MeasurementHeader,
	headerText: string,
	place: Omit<Place, "factsHash">,
	factsHash: string,
	facts: string,
	sayings: string,
): Line {
	const placeText = jsonText({
		fileHash: place.fileHash,
		member: place.member,
		line: place.line,
		recordHash: place.recordHash,
		factsHash,
		problems: place.problems,
	});
	const identity = [
		keyText(header.probeCc),
		keyNumber(header.probeAsn),
		keyText(header.uid),
		factsHash,
	];
	const origin = [place.fileHash, keyText(place.member), keyNumber(place.line)];
	return {
		part: `${worldOf(header.probeCc)}/${header.measuredAt.slice(0, 10)}`,
		key: `${identity.join(KEY_PIECE)}${KEY_END}${origin.join(KEY_PIECE)}`,
		text: `${headerText.slice(0, -1)},${placeText.slice(1)}\t${facts}\t${sayings}`,
	};
}

/** The key of a measurement holds its uid as this piece, from 1. */
export const UID_PIECE = 3;

/** Certificates are kept by the month from which they are valid: new ones touch few partitions. */
export function certificateLine(certificate: Certificate): Line {
	const month = /^(?:199\d|20\d\d)-(?:0[1-9]|1[0-2])/.exec(
		certificate.notBeforeAt,
	)?.[0];
	return {
		part: `certificates/${month ?? "unknown"}`,
		key: `${certificate.sha256}${KEY_END}`,
		text: jsonText({
			sha256: certificate.sha256,
			der: Buffer.from(certificate.der).toString("base64"),
			subject: certificate.subject,
			issuer: certificate.issuer,
			names: certificate.names,
			notBeforeAt: certificate.notBeforeAt,
			notAfterAt: certificate.notAfterAt,
			selfSigned: certificate.selfSigned,
			problem: certificate.problem,
		}),
	};
}

/** Names and messages in rejects are cut at this length: they may be hostile. */
const MAX_NAME = 4096;

/** Rejects are kept by the first digit of their archive file's hash. */
export function rejectLine(reject: Reject): Line {
	const [file, member, message] = [
		reject.file.slice(0, MAX_NAME),
		reject.member.slice(0, MAX_NAME),
		reject.message.slice(0, MAX_NAME),
	];
	const identity = [
		keyText(reject.fileHash),
		keyText(member),
		keyNumber(reject.line),
		reject.reason,
		keyText(message),
	];
	return {
		part: `rejects/${/^[0-9a-f]/.exec(reject.fileHash)?.[0] ?? "0"}`,
		key: `${identity.join(KEY_PIECE)}${KEY_END}${keyText(file)}`,
		text: jsonText({
			file,
			fileHash: reject.fileHash,
			member,
			line: reject.line,
			reason: reject.reason,
			message,
		}),
	};
}

/** The fields of a header, in the order in which they are written. */
export const HEADER_FIELDS = [
	"uid",
	"measuredAt",
	"testName",
	"testVersion",
	"softwareName",
	"softwareVersion",
	"engineVersion",
	"platform",
	"networkType",
	"input",
	"reportId",
	"probeCc",
	"probeAsn",
	"probeNetworkName",
	"resolverAsn",
	"resolverIp",
	"resolverNetworkName",
	"runtimeMs",
	"probeSaid",
] as const satisfies readonly (keyof MeasurementHeader)[];

/** The header's fields alone, in their order: what comes in may be a whole measurement. */
function pickHeader(
	header: MeasurementHeader,
): Record<(typeof HEADER_FIELDS)[number], unknown> {
	const { runtimeMs } = header;
	return {
		uid: header.uid,
		measuredAt: header.measuredAt,
		testName: header.testName,
		testVersion: header.testVersion,
		softwareName: header.softwareName,
		softwareVersion: header.softwareVersion,
		engineVersion: header.engineVersion,
		platform: header.platform,
		networkType: header.networkType,
		input: header.input,
		reportId: header.reportId,
		probeCc: header.probeCc,
		probeAsn: header.probeAsn,
		probeNetworkName: header.probeNetworkName,
		resolverAsn: header.resolverAsn,
		resolverIp: header.resolverIp,
		resolverNetworkName: header.resolverNetworkName,
		runtimeMs: Number.isSafeInteger(runtimeMs) ? runtimeMs : undefined,
		probeSaid: header.probeSaid,
	};
}
