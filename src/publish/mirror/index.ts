/**
 * The site as a folder of files that needs no server: from disk, from a USB
 * stick, from an onion service or IPFS. What comes in is the application; what
 * goes out are files with a signed list of them. Serves P5: a copy can be
 * checked by anybody.
 */
export {
	buildMirror,
	type MirrorFault,
	type MirrorOptions,
	type MirrorResult,
} from "./build.ts";
export { type FetchOptions, type FetchResult, fetchMirror } from "./fetch.ts";
export { fingerprintOf } from "./manifest.ts";
export {
	type MirrorReport,
	type MirrorStep,
	verifyMirror,
} from "./verify.ts";
