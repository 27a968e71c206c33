/**
 * ZIP in one exact form: files stored as they are, sorted by name, without
 * dates, comments or extra fields. Reading writes it again and compares, so
 * that no byte of the container is left unlooked at.
 */
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** 1 January 1980, the earliest day that ZIP knows. */
const DAY = 0x21;
const PLAIN_FILE = 0x81a40000;
/** Sizes of what a file's own header and its entry in the directory both say. */
const ABOUT = "2222244422";
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
	for (let bit = 0; bit < 8; bit++)
		n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
	return n;
});

function crc32(bytes: Uint8Array): number {
	let crc = -1;
	for (const byte of bytes)
		crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 255] ?? 0);
	return ~crc >>> 0;
}

/** Little-endian numbers; `sizes` has a digit for each: how many bytes it takes. */
function numbers(sizes: string, ...values: readonly number[]): Uint8Array {
	return Uint8Array.from(
		values.flatMap((value, at) =>
			Array.from(
				{ length: Number(sizes[at]) },
				(_, n) => (value >>> (8 * n)) & 255,
			),
		),
	);
}

/** Throws where something is not so. */
export function need(isSo: unknown, otherwise: string): asserts isSo {
	if (!isSo) throw new Error(otherwise);
}

/** Throws where the bytes are no UTF-8. */
export const textOf = (bytes: Uint8Array): string =>
	new TextDecoder("utf-8", { fatal: true }).decode(bytes);

export function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** The one form of these files. Throws for a name that it does not take. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
	const contents: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const name of [...files.keys()].sort()) {
		need(NAME.test(name), `"${name}" is no name for a file`);
		const content = files.get(name) ?? new Uint8Array();
		const text = new TextEncoder().encode(name);
		const [size, length] = [content.length, text.length];
		const about = [10, 0, 0, 0, DAY, crc32(content), size, size, length, 0];
		contents.push(numbers(`4${ABOUT}`, LOCAL, ...about), text, content);
		const entry = [CENTRAL, 0x030a, ...about, 0, 0, 0, PLAIN_FILE, offset];
		directory.push(numbers(`42${ABOUT}22244`, ...entry), text);
		offset += 30 + length + size;
	}
	const listed = join(directory);
	const end = [END, 0, files.size, files.size, listed.length, offset, 0];
	return join([...contents, listed, numbers("4422442", ...end)]);
}

/** The files. Throws where the bytes are not the one form of what they hold. */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const files = new Map<string, Uint8Array>();
	const isFile = (at: number): boolean =>
		at + 30 <= bytes.length && view.getUint32(at, true) === LOCAL;
	for (let at = 0; isFile(at); ) {
		const from = at + 30 + view.getUint16(at + 26, true);
		const name = new TextDecoder().decode(bytes.subarray(at + 30, from));
		at = from + view.getUint32(at + 18, true);
		need(at <= bytes.length, `"${name}" breaks off`);
		need(!files.has(name), `"${name}" is there twice`);
		files.set(name, bytes.subarray(from, at));
	}
	need(files.size > 0, "it is no ZIP file");
	const again = writeZip(files);
	const wrong = bytes.findIndex((byte, at) => byte !== again[at]);
	need(wrong < 0, `byte ${wrong} is not as the format has it`);
	need(again.length === bytes.length, "it breaks off");
	return files;
}
