/** Inputs made from known ones: cut, doubled, spliced, bits turned, words put in. */
import type { Random } from "../../src/measure/lab/index.ts";

const WORDS: readonly string[] = [
	"null",
	"{}",
	"[]",
	'""',
	"-1",
	"1e999",
	"9007199254740993",
	"0x",
	"\u0000",
	"\\ud800",
	'"__proto__":{"polluted":1},',
	'"constructor":',
	"[".repeat(2000),
	'{"a":'.repeat(2000),
	"\r\n",
	",",
	'"',
	"=cmd",
	"99999999-99-99",
	"2026-02-30 25:61:61",
	"AS4294967296",
	"[::ffff:1.2.3.4]:99999",
	"\uFEFF",
].map(String);

const MOST_BYTES = 16_000;

/** A few changes of one seed, or a splice of two. */
export function mutate(random: Random, seeds: readonly Buffer[]): Buffer {
	const pick = (): Buffer => seeds[random.int(seeds.length)] as Buffer;
	let bytes: Buffer = Buffer.from(pick());
	for (let edits = 1 + random.int(4); edits > 0; edits -= 1) {
		const at = random.int(bytes.length + 1);
		const length = random.int(Math.min(64, bytes.length - at + 1));
		switch (random.int(6)) {
			case 0:
				if (at < bytes.length)
					bytes[at] = (bytes[at] as number) ^ (1 << random.int(8));
				break;
			case 1:
				bytes = Buffer.concat([
					bytes.subarray(0, at),
					bytes.subarray(at + length),
				]);
				break;
			case 2:
				bytes = Buffer.concat([
					bytes.subarray(0, at + length),
					bytes.subarray(at),
				]);
				break;
			case 3: {
				const word = WORDS[random.int(WORDS.length)] as string;
				bytes = Buffer.concat([
					bytes.subarray(0, at),
					Buffer.from(word),
					bytes.subarray(at + length),
				]);
				break;
			}
			case 4: {
				const other = pick();
				bytes = Buffer.concat([
					bytes.subarray(0, at),
					other.subarray(random.int(other.length + 1)),
				]);
				break;
			}
			default:
				bytes = bytes.subarray(0, at);
		}
	}
	return bytes.subarray(0, MOST_BYTES);
}
