/**
 * The one error class. An exception is always a fault of ours or of our
 * input as a whole (an unreadable file, a locked workspace); a failed
 * measurement is a value, never an exception (P1).
 */

/** Closed list of error codes, grouped by the folder that throws them. Callers switch on these, never on the message. */
export type ErrorCode =
	// base, cli
	| "usage"
	| "config_invalid"
	| "aborted"
	| "timeout"
	| "http_failed"
	| "http_redirect"
	| "http_status"
	| "http_blocked_address"
	| "source_not_found"
	| "source_unreadable"
	| "source_too_large"
	// model
	| "invalid_record"
	// gather/archives
	| "compression_truncated"
	| "compression_invalid"
	| "compression_bomb"
	| "archive_invalid"
	| "too_many_rejects"
	// reference
	| "reference_missing"
	| "reference_invalid"
	// judge
	| "ruleset_invalid"
	// store, workspace
	| "workspace_missing"
	| "workspace_locked"
	| "workspace_newer"
	| "workspace_damaged"
	| "store_damaged"
	| "store_unreachable"
	| "store_refused"
	| "not_found"
	// publish
	| "port_unavailable"
	| "pdf_unavailable"
	| "png_unavailable";

export class RasaiError extends Error {
	readonly code: ErrorCode;
	/** What the reader can do about it, in one sentence. */
	readonly hint: string | undefined;

	constructor(
		code: ErrorCode,
		message: string,
		options: { readonly cause?: unknown; readonly hint?: string } = {},
	) {
		super(message, { cause: options.cause });
		this.name = "RasaiError";
		this.code = code;
		this.hint = options.hint;
	}
}

/** The message of anything that was thrown, for logs and reject reasons. */
export function messageOf(thrown: unknown): string {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
