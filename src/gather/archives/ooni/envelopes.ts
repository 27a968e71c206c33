/**
 * The wrappings that OONI hands measurements out in: a postcan's envelope
 * (`{"format": "json", "content": {…}}`, as a probe sent it to the collector)
 * and the answers of OONI's API that carry a measurement as text
 * (`{…, "measurement_uid": …, "raw_measurement": "{…}"}`).
 */
import type { RejectReason } from "../../../model/index.ts";
import { asBuffer, objectMembers, trimBlanks } from "../formats/index.ts";

export type Unwrapped =
	| { readonly bytes: Uint8Array; readonly uidHint: string | undefined }
	| { readonly reason: RejectReason; readonly message: string };

/** Where an API answer's key is looked for, so that a large measurement is not searched whole. */
const HEAD_BYTES = 4096;
const RAW_KEY = Buffer.from('"raw_measurement"');
/** An envelope has two keys, and one of them comes first. */
const ENVELOPE_START = /^\s*\{\s*"(format|content)"/;
const USUAL_ENVELOPE = /^\{\s*"format"\s*:\s*"json"\s*,\s*"content"\s*:\s*/i;
const CLOSE_OBJECT = 0x7d;
const UID = /^\d{14}\.\d{6}_[A-Z]{2}_[a-z0-9]+_[0-9a-f]{16}$/;

/**
 * The measurement's bytes inside a value, or the value itself where it has
 * none of the wrappings. A postcan's content is handed on byte for byte; an
 * API answer's text is what its JSON string says, re-encoded as UTF-8.
 */
export function unwrapMeasurement(bytes: Uint8Array): Unwrapped {
	const head = asBuffer(bytes).subarray(0, HEAD_BYTES);
	if (ENVELOPE_START.test(head.toString("latin1", 0, 64)))
		return unwrapEnvelope(bytes) ?? plain(bytes);
	if (head.includes(RAW_KEY)) return unwrapApiAnswer(bytes);
	return plain(bytes);
}

/** The measurement inside a postcan's member, which must be an envelope. */
export function unwrapPostcan(bytes: Uint8Array): Unwrapped {
	return (
		unwrapUsualEnvelope(bytes) ??
		unwrapEnvelope(bytes) ?? {
			reason: "json_invalid",
			message: "the postcan is not one envelope of format and content",
		}
	);
}

/**
 * The uid that names a postcan's member (all before `.post`), or a file that
 * OONI's tools saved under a measurement's uid. Undefined where the name is none.
 */
export function uidOfName(path: string): string | undefined {
	const name = path.slice(path.lastIndexOf("/") + 1);
	const stem = name.replace(/\.(post|json|json\.gz)$/, "");
	const isUid = name.endsWith(".post")
		? /^[\w.-]{1,128}$/.test(stem)
		: UID.test(stem);
	return isUid ? stem : undefined;
}

function plain(bytes: Uint8Array): Unwrapped {
	return { bytes, uidHint: undefined };
}

/**
 * The envelope as all probes of today write it, without a look at the content,
 * which saves most of the time a postcan takes. Whatever else stands between
 * the content's beginning and the last brace makes the content no JSON, and is
 * rejected as that when it is parsed.
 */
function unwrapUsualEnvelope(bytes: Uint8Array): Unwrapped | undefined {
	const text = asBuffer(trimBlanks(bytes));
	const start = USUAL_ENVELOPE.exec(text.toString("latin1", 0, 64));
	if (start === null || text.at(-1) !== CLOSE_OBJECT) return undefined;
	return plain(trimBlanks(text.subarray(start[0].length, -1)));
}

function unwrapEnvelope(bytes: Uint8Array): Unwrapped | undefined {
	const members = objectMembers(bytes);
	const format = members?.get("format");
	const content = members?.get("content");
	if (format === undefined || content === undefined) return undefined;
	const name = textOf(format)?.toLowerCase();
	if (name === "json") return plain(content);
	return {
		reason: "format_unknown",
		message: `a postcan in format ${name === "yaml" ? "yaml" : "other than json"} is not read`,
	};
}

function unwrapApiAnswer(bytes: Uint8Array): Unwrapped {
	const members = objectMembers(bytes);
	const raw = members?.get("raw_measurement");
	if (members === undefined || raw === undefined || members.has("test_keys"))
		return plain(bytes);
	const uid = members.get("measurement_uid");
	const uidHint = uid === undefined ? undefined : textOf(uid) || undefined;
	if (raw[0] === 0x7b) return { bytes: raw, uidHint };
	const text = textOf(raw);
	if (text) return { bytes: Buffer.from(text, "utf8"), uidHint };
	return {
		reason: "format_unknown",
		message: "the API's answer carries no measurement",
	};
}

/** The text of a JSON string, or undefined where the bytes are no such thing. */
function textOf(json: Uint8Array): string | undefined {
	try {
		const value: unknown = JSON.parse(asBuffer(json).toString("utf8"));
		return typeof value === "string" ? value : undefined;
	} catch {
		return undefined;
	}
}
