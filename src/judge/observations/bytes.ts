/** Byte strings (one char a byte) and base64: the forms in which a record holds what is not text. */
import { isRecord } from "../../model/index.ts";
import type { ByteString } from "../../reference/index.ts";
import { isPlain } from "./text.ts";

/** The bytes of base64 text, or undefined where it is not base64 (RFC 4648 section 4; line ends are let pass). */
export function decodeBase64(text: string): Buffer | undefined {
	const data = text.includes("\n") ? text.replace(/\s+/g, "") : text;
	if (data.length % 4 !== 0) return undefined;
	const padding = data.endsWith("==") ? 2 : data.endsWith("=") ? 1 : 0;
	const bytes = Buffer.from(data, "base64");
	return bytes.length === (data.length / 4) * 3 - padding ? bytes : undefined;
}

/** The base64 text of `{format: "base64", data}`, or undefined where the value is no such thing. */
export function binaryOf(value: unknown): string | undefined {
	if (!isRecord(value) || value["format"] !== "base64") return undefined;
	const data = value["data"];
	return typeof data === "string" ? data : undefined;
}

/** A text of the record as the UTF-8 bytes it had on the wire. */
export function bytesOfText(text: string): ByteString {
	return isPlain(text) ? text : Buffer.from(text, "utf8").toString("latin1");
}

/** A text or `{format, data}` of the record as bytes, or undefined where it is neither or bad base64. */
export function bytesOf(value: unknown): ByteString | undefined {
	if (typeof value === "string") return bytesOfText(value);
	const data = binaryOf(value);
	return data === undefined
		? undefined
		: decodeBase64(data)?.toString("latin1");
}
