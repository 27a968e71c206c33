/** Input that could not be used. Never lost: each is counted, kept with its reason, and listed. */

/** Every reason for refusing input, and what it means. */
export const REJECT_REASONS = {
	json_invalid: "the record is not JSON, or ends before it is complete",
	json_too_large: "the record is longer than the limit",
	not_an_object: "the record is JSON, but not an object",
	nul_bytes: "the record holds NUL bytes",
	encoding_invalid: "the record is not UTF-8",
	test_name_missing: "the record does not say which test was run",
	test_keys_missing: "the record has no results",
	date_missing: "the record does not say when it was measured",
	date_absurd: "it was measured before 2012, or after it was received",
	compression_truncated: "the compressed file ends too early",
	compression_invalid: "the compressed file is damaged",
	compression_bomb: "the file decompresses to more than any archive would",
	archive_invalid: "the tar archive is damaged",
	member_name_unsafe: "a member of the tar has a path that leads out of it",
	format_unknown: "the file is of no format that is known",
	source_unreadable: "the file could not be read to its end",
	observation_failed: "a fault of Rasai while reading the record",
} as const;

export type RejectReason = keyof typeof REJECT_REASONS;

export interface Reject {
	/** Source as named by the operator, or the archive member inside it. */
	readonly file: string;
	/** SHA-256 of the archive file it is in. */
	readonly fileHash: string;
	/** Member of a tar, empty otherwise. */
	readonly member: string;
	/** Line from 1; 0 where the whole file or member is meant. */
	readonly line: number;
	readonly reason: RejectReason;
	/** What was wrong, in words. No data from the record. */
	readonly message: string;
}
