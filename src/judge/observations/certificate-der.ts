/**
 * The usual certificate, read from its DER bytes in a twentieth of the time
 * that OpenSSL takes, which also reads the key. Whatever is not usual (odd
 * encodings, rare attributes, other kinds of names) is left to OpenSSL, and
 * what is read is what OpenSSL reads. (X.690, RFC 5280 section 4.1.)
 */
import { isUtf8 } from "node:buffer";

export interface PlainCertificate {
	/** `CN=a` and the like, one attribute a line, escaped as RFC 2253 has it. */
	readonly subject: string;
	readonly issuer: string;
	readonly dnsNames: readonly string[];
	/** IPv6 with eight groups. */
	readonly addresses: readonly string[];
	readonly notBeforeAt: string;
	readonly notAfterAt: string;
}

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_ID = 0x06;
const UTF8_STRING = 0x0c;
const PRINTABLE_STRING = 0x13;
const IA5_STRING = 0x16;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const SEQUENCE = 0x30;
const SET = 0x31;
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

/** Short names of attributes as OpenSSL writes them, by the bytes of their ids. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
	["550403", "CN"],
	["550404", "SN"],
	["550405", "serialNumber"],
	["550406", "C"],
	["550407", "L"],
	["550408", "ST"],
	["550409", "street"],
	["55040a", "O"],
	["55040b", "OU"],
	["55040c", "title"],
	["55040f", "businessCategory"],
	["550411", "postalCode"],
	["2a864886f70d010901", "emailAddress"],
	["0992268993f22c640119", "DC"],
	["2b0601040182373c020101", "jurisdictionL"],
	["2b0601040182373c020102", "jurisdictionST"],
	["2b0601040182373c020103", "jurisdictionC"],
]);
const SUBJECT_ALT_NAME = "551d11";
const MAX_NAMES = 5000;
const PLAIN_DNS_NAME = /^[A-Za-z0-9.*_-]+$/;
/** What RFC 2253 escapes only at an end of a value, and characters that are not printed. */
const ODD_VALUE = /^[ #]|^$| $|\p{C}/u;
const ESCAPED = /[,+"\\<>;]/g;

/** Thrown and caught here: the certificate is not usual. */
const UNUSUAL = new Error("not a usual certificate");

/** Reads a certificate; undefined where it is not a usual one. */
export function readPlainCertificate(
	der: Buffer,
): PlainCertificate | undefined {
	try {
		return readCertificate(der);
	} catch (error) {
		if (error === UNUSUAL) return undefined;
		throw error;
	}
}

function readCertificate(der: Buffer): PlainCertificate {
	const outer = new Elements(der, 0, der.length).only(SEQUENCE);
	const signed = outer.take(SEQUENCE);
	readAlgorithm(outer.take(SEQUENCE));
	readBits(outer.take(BIT_STRING));
	outer.expectEnd();

	const version = signed.take(VERSION).only(INTEGER);
	if (version.length !== 1 || version.byte() !== 2) throw UNUSUAL;
	readInteger(signed.take(INTEGER));
	readAlgorithm(signed.take(SEQUENCE));
	const issuer = readName(signed.take(SEQUENCE));
	const validity = signed.take(SEQUENCE);
	const notBeforeAt = readTime(validity);
	const notAfterAt = readTime(validity);
	validity.expectEnd();
	const subject = readName(signed.take(SEQUENCE));
	const key = signed.take(SEQUENCE);
	readAlgorithm(key.take(SEQUENCE));
	readBits(key.take(BIT_STRING));
	key.expectEnd();
	const names =
		signed.length === 0
			? NO_NAMES
			: readExtensions(signed.take(EXTENSIONS).only(SEQUENCE));
	signed.expectEnd();
	return { subject, issuer, ...names, notBeforeAt, notAfterAt };
}

/** The elements of a constructed value, one after the other. Throws UNUSUAL at anything unexpected. */
class Elements {
	readonly #der: Buffer;
	#at: number;
	readonly #end: number;

	constructor(der: Buffer, at: number, end: number) {
		this.#der = der;
		this.#at = at;
		this.#end = end;
	}

	get length(): number {
		return this.#end - this.#at;
	}

	get tag(): number {
		return this.#at < this.#end ? (this.#der[this.#at] as number) : -1;
	}

	/** The content of the next element. Lengths of more than two bytes are longer than any certificate. */
	take(tag: number): Elements {
		if (this.tag !== tag || this.length < 2) throw UNUSUAL;
		let at = this.#at + 2;
		let length = this.#der[at - 1] as number;
		if (length >= 0x80) {
			const bytes = length - 0x80;
			if (bytes < 1 || bytes > 2 || at + bytes > this.#end) throw UNUSUAL;
			length = this.#der.readUIntBE(at, bytes);
			if (length < (bytes === 1 ? 0x80 : 0x100)) throw UNUSUAL;
			at += bytes;
		}
		const end = at + length;
		if (end > this.#end) throw UNUSUAL;
		this.#at = end;
		return new Elements(this.#der, at, end);
	}

	/** The content of the only element. */
	only(tag: number): Elements {
		const content = this.take(tag);
		this.expectEnd();
		return content;
	}

	byte(): number {
		if (this.length === 0) throw UNUSUAL;
		return this.#der[this.#at++] as number;
	}

	text(encoding: BufferEncoding): string {
		return this.#der.toString(encoding, this.#at, this.#end);
	}

	bytes(): Buffer {
		return this.#der.subarray(this.#at, this.#end);
	}

	expectEnd(): void {
		if (this.length !== 0) throw UNUSUAL;
	}
}

function readAlgorithm(content: Elements): void {
	readId(content.take(OBJECT_ID));
	if (content.length === 0) return;
	// Parameters: null, or the id of a curve.
	const tag = content.tag;
	const parameters = content.only(tag === OBJECT_ID ? OBJECT_ID : 0x05);
	if (tag === OBJECT_ID) readId(parameters);
	else parameters.expectEnd();
}

/** An object id in hex. */
function readId(content: Elements): string {
	const bytes = content.bytes();
	let isArcStart = true;
	for (const byte of bytes) {
		if (isArcStart && byte === 0x80) throw UNUSUAL;
		isArcStart = byte < 0x80;
	}
	if (!isArcStart || bytes.length === 0) throw UNUSUAL;
	return bytes.toString("hex");
}

function readBits(content: Elements): void {
	if (content.byte() !== 0) throw UNUSUAL;
}

function readInteger(content: Elements): void {
	const [first = 0, second = 0x80] = content.bytes();
	const isPadded =
		(first === 0 && second < 0x80) || (first === 0xff && second >= 0x80);
	if (content.length === 0 || (isPadded && content.length > 1)) throw UNUSUAL;
}

function readName(name: Elements): string {
	const lines: string[] = [];
	while (name.length > 0) {
		const attribute = name.take(SET).only(SEQUENCE);
		const type = ATTRIBUTES.get(readId(attribute.take(OBJECT_ID)));
		if (type === undefined) throw UNUSUAL;
		lines.push(`${type}=${readValue(attribute)}`);
		attribute.expectEnd();
	}
	return lines.join("\n");
}

function readValue(attribute: Elements): string {
	const { tag } = attribute;
	if (tag !== UTF8_STRING && tag !== PRINTABLE_STRING && tag !== IA5_STRING)
		throw UNUSUAL;
	const content = attribute.take(tag);
	if (!isUtf8(content.bytes())) throw UNUSUAL;
	const text = content.text("utf8");
	const isAscii = text.length === content.length;
	if (ODD_VALUE.test(text) || (tag !== UTF8_STRING && !isAscii)) throw UNUSUAL;
	return text.replace(ESCAPED, "\\$&");
}

/** UTCTime until 2049, GeneralizedTime from 2050, both to the second and in UTC. */
function readTime(validity: Elements): string {
	const isShort = validity.tag === UTC_TIME;
	const digits = validity
		.take(isShort ? UTC_TIME : GENERALIZED_TIME)
		.text("latin1");
	const century = isShort ? (digits < "50" ? "20" : "19") : "";
	const parts =
		/^((?:19|2\d|[3-9]\d)\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(
			century + digits,
		);
	if (parts === null) throw UNUSUAL;
	const [, year, month, day, hour, minute, second] = parts;
	const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
	const date = new Date(`${instant}Z`);
	// A day that its month does not have moves to the next.
	if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(instant))
		throw UNUSUAL;
	return `${instant}Z`;
}

const NO_NAMES = { dnsNames: [], addresses: [] };

function readExtensions(extensions: Elements) {
	let names: ReturnType<typeof readAltNames> | undefined;
	while (extensions.length > 0) {
		const extension = extensions.take(SEQUENCE);
		const id = readId(extension.take(OBJECT_ID));
		if (extension.tag === 0x01 && extension.take(0x01).text("hex") !== "ff")
			throw UNUSUAL;
		const content = extension.only(OCTET_STRING);
		if (id !== SUBJECT_ALT_NAME) continue;
		if (names !== undefined) throw UNUSUAL;
		names = readAltNames(content.only(SEQUENCE));
	}
	return names ?? NO_NAMES;
}

/** Names of a host in the order of the certificate: those first, then addresses, which is how nearly all have them. */
function readAltNames(list: Elements) {
	const dnsNames: string[] = [];
	const addresses: string[] = [];
	while (list.length > 0) {
		if (list.tag === DNS_NAME && addresses.length === 0) {
			const name = list.take(DNS_NAME).text("latin1");
			if (!PLAIN_DNS_NAME.test(name)) throw UNUSUAL;
			dnsNames.push(name);
		} else addresses.push(readAddress(list.take(IP_ADDRESS)));
	}
	if (dnsNames.length + addresses.length > MAX_NAMES) throw UNUSUAL;
	return { dnsNames, addresses };
}

function readAddress(content: Elements): string {
	const bytes = content.bytes();
	if (bytes.length === 4) return bytes.join(".");
	if (bytes.length !== 16) throw UNUSUAL;
	return Array.from({ length: 8 }, (_, group) =>
		bytes.readUInt16BE(2 * group).toString(16),
	).join(":");
}
