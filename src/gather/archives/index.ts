/**
 * Archives of measurements made by others. What comes in is what an operator
 * names (a file, a folder, a URL, OONI's bucket); what goes out are raw
 * records, byte for byte as received, and rejects with their place and reason.
 * Serves P1 (nothing is interpreted here) and P7 (input is adversarial: sizes,
 * names, compression and addresses are limited). One folder per source.
 */
export * from "./digest.ts";
export { localFile } from "./local-files.ts";
export {
	newestHour,
	OONI_BUCKET_URL,
	type OoniNews,
	type OoniSelection,
	ooniNews,
} from "./ooni/index.ts";
export * from "./read-records.ts";
export * from "./s3/index.ts";
export * from "./sources.ts";
export * from "./types.ts";
export type { FetchOptions } from "./web-files.ts";
