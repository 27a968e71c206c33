/**
 * What archives are made of, whatever they are about: gzip, LZ4, tar, JSON
 * lines and documents. Bytes come in as a stream of chunks; values and
 * refusals go out in batches. All of it streams in bounded memory and treats
 * its input as made to harm (P7): sizes, ratios, names and lengths are limited.
 */
export * from "./byte-reader.ts";
export * from "./found.ts";
export { gunzip } from "./gunzip.ts";
export { asBuffer, trimBlanks } from "./lines.ts";
export { isLz4, unlz4 } from "./lz4.ts";
export { printableName, unsafeNameReason } from "./member-names.ts";
export {
	isTarHeader,
	readTar,
	TAR_BLOCK_BYTES,
	type TarMember,
} from "./tar.ts";
export { readText } from "./text.ts";
export { objectMembers } from "./value-scanner.ts";
