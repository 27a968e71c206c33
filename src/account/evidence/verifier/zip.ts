/**
 * ZIP in one exact form: files stored as they are, sorted by name, without
 * dates, comments or extra fields. Reading writes it again and compares, so
 * that no byte of the container is left unlooked at.
 */
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** 1 January 1980, the earliest day that ZIP knows. */
const DAY = 0x21;
const PLAIN_FILE = 0x81a40000;
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

/** Little-endian numbers, each with its size in bytes. */
function numbers(...parts: (readonly [size: number, value: number])[]) {
	return Uint8Array.from(
		parts.flatMap(([size, value]) =>
			Array.from({ length: size }, (_, n) => (value >>> (8 * n)) & 255),
		),
	);
}

/** Throws where something is not so. */
export function need(isSo: unknown, otherwise: string): asserts isSo {
	if (!isSo) throw new Error(otherwise);
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
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
	const [contents, directory]: Uint8Array[][] = [[], []];
	let offset = 0;
	for (const name of [...files.keys()].sort()) {
		need(NAME.test(name), `"${name}" is no name for a file`);
		const content = files.get(name) ?? new Uint8Array();
		const text = new TextEncoder().encode(name);
		const about = [
			...([10, 0, 0, 0, DAY] as const).map((value) => [2, value] as const),
			[4, crc32(content)],
			[4, content.length],
			[4, content.length],
			[2, text.length],
			[2, 0],
		] as const;
		contents?.push(numbers([4, LOCAL], ...about), text, content);
		directory?.push(
			numbers(
				[4, CENTRAL],
				[2, 0x030a],
				...about,
				...[2, 2, 2].map((size) => [size, 0] as const),
				[4, PLAIN_FILE],
				[4, offset],
			),
			text,
		);
		offset += 30 + text.length + content.length;
	}
	const listed = join(directory ?? []);
	const end = numbers(
		[4, END],
		[4, 0],
		[2, files.size],
		[2, files.size],
		[4, listed.length],
		[4, offset],
		[2, 0],
	);
	return join([...(contents ?? []), listed, end]);
}

/** The files. Throws where the bytes are not the one form of what they hold. */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const files = new Map<string, Uint8Array>();
	for (let at = 0; at + 30 <= bytes.length; ) {
		if (view.getUint32(at, true) !== LOCAL) break;
		const from = at + 30 + view.getUint16(at + 26, true);
		const name = new TextDecoder().decode(bytes.subarray(at + 30, from));
		at = from + view.getUint32(at + 18, true);
		const isWhole = at <= bytes.length && !files.has(name);
		need(isWhole, `"${name}" breaks off, or is there twice`);
		files.set(name, bytes.subarray(from, at));
	}
	need(files.size > 0, "it is no ZIP file");
	const again = writeZip(files);
	const wrong = again.findIndex((byte, at) => byte !== bytes[at]);
	const at = wrong >= 0 ? wrong : again.length;
	const isSame = wrong < 0 && again.length === bytes.length;
	need(isSame, `byte ${at} is not as the format has it`);
	return files;
}
