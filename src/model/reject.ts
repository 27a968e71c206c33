/** Input that could not be used. Never lost: each is counted, kept with its reason, and listed. */

export type RejectReason =
	| "json_invalid"
	| "json_too_large"
	| "not_an_object"
	| "nul_bytes"
	| "encoding_invalid"
	| "test_name_missing"
	| "test_keys_missing"
	| "date_missing"
	| "date_absurd"
	| "compression_truncated"
	| "compression_invalid"
	| "compression_bomb"
	| "archive_invalid"
	| "member_name_unsafe"
	| "format_unknown"
	| "source_unreadable"
	| "observation_failed";

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
