/** Errors of the platform as OONI's failure strings. */

const BY_CODE: Readonly<Record<string, string>> = {
	ECONNRESET: "connection_reset",
	// A write after the reset whose error the read has already had.
	EPIPE: "connection_reset",
	ECONNREFUSED: "connection_refused",
	ECONNABORTED: "connection_aborted",
	EHOSTUNREACH: "host_unreachable",
	ENETUNREACH: "network_unreachable",
	ENETDOWN: "network_down",
	ENETRESET: "network_reset",
	ETIMEDOUT: "generic_timeout_error",
	EACCES: "permission_denied",
	EPERM: "permission_denied",
	EAFNOSUPPORT: "address_family_not_supported",
	EADDRNOTAVAIL: "address_not_available",
	ENOBUFS: "no_buffer_space",
	EMSGSIZE: "message_size",
	ENOTCONN: "not_connected",
	EAGAIN: "operation_would_block",
	ENOTFOUND: "dns_nxdomain_error",
	ENODATA: "dns_no_answer",
	EAI_NODATA: "dns_no_answer",
	EAI_AGAIN: "dns_temporary_failure",
	EAI_FAIL: "dns_non_recoverable_failure",
	ESERVFAIL: "dns_servfail_error",
	EREFUSED: "dns_refused_error",
};

/** Codes of a handshake that ended by what was said in it, not by the connection. */
const TLS_CODE = /^(ERR_SSL_|EPROTO$|ERR_TLS_)/;

export const TIMEOUT = "generic_timeout_error";
export const EOF = "eof_error";
export const INTERRUPTED = "interrupted";

/** The failure string of an error that the platform gave. Words that may hold an address are left out. */
export function failureOfError(error: unknown): string {
	const code = codeOf(error);
	if (code === undefined) return "unknown_failure: not stated";
	const known = BY_CODE[code];
	if (known !== undefined) return known;
	return TLS_CODE.test(code)
		? "ssl_failed_handshake"
		: `unknown_failure: ${code}`;
}

export function codeOf(error: unknown): string | undefined {
	if (typeof error !== "object" || error === null || !("code" in error))
		return undefined;
	return typeof error.code === "string" ? error.code : undefined;
}
