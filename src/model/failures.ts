/**
 * OONI's failure strings, unchanged, and the family each belongs to. Rules
 * speak of families where the difference does not matter (`dns_servfail_error`
 * and `dns_server_misbehaving` are both a server that would not answer).
 */

export type FailureFamily =
	| "timeout"
	| "reset"
	| "refused"
	| "eof"
	| "unreachable"
	| "aborted"
	| "dns_nxdomain"
	| "dns_refused"
	| "dns_servfail"
	| "dns_no_answer"
	| "dns_bogon"
	| "dns_other"
	| "tls_certificate"
	| "tls_handshake"
	| "http_protocol"
	| "local"
	| "interrupted"
	| "probe_fault"
	| "other";

/** Family of every failure string that OONI's engine or its legacy probes write. */
export const FAILURE_FAMILIES: Readonly<Record<string, FailureFamily>> = {
	generic_timeout_error: "timeout",
	timed_out: "timeout",
	tcp_timed_out_error: "timeout",
	task_timed_out: "timeout",
	deferred_timeout_error: "timeout",
	connection_reset: "reset",
	network_reset: "reset",
	connection_refused: "refused",
	connection_refused_error: "refused",
	eof_error: "eof",
	response_never_received: "eof",
	connection_already_closed: "eof",
	connection_lost_error: "eof",
	connection_done_error: "eof",
	host_unreachable: "unreachable",
	network_unreachable: "unreachable",
	network_down: "local",
	connect_error: "unreachable",
	connection_aborted: "aborted",
	dns_nxdomain_error: "dns_nxdomain",
	dns_name_error: "dns_nxdomain",
	dns_refused_error: "dns_refused",
	dns_servfail_error: "dns_servfail",
	dns_server_misbehaving: "dns_servfail",
	dns_server_failure: "dns_servfail",
	dns_temporary_failure: "dns_servfail",
	dns_non_recoverable_failure: "dns_servfail",
	dns_no_answer: "dns_no_answer",
	android_dns_cache_no_data: "dns_other",
	dns_bogon_error: "dns_bogon",
	dns_lookup_error: "dns_other",
	dns_reply_with_wrong_query_id: "dns_other",
	ssl_invalid_certificate: "tls_certificate",
	ssl_invalid_hostname: "tls_certificate",
	ssl_unknown_authority: "tls_certificate",
	ssl_failed_handshake: "tls_handshake",
	ssl_error: "tls_handshake",
	quic_incompatible_version: "tls_handshake",
	http_request_failed: "http_protocol",
	http_unexpected_status_code: "http_protocol",
	http_unexpected_redirect_url: "http_protocol",
	http_invalid_redirect_location_host: "http_protocol",
	json_parse_error: "http_protocol",
	interrupted: "interrupted",
	permission_denied: "local",
	address_family_not_supported: "local",
	address_not_available: "local",
	no_buffer_space: "local",
	message_size: "local",
	operation_would_block: "local",
	not_connected: "local",
};

/** Texts of exceptions in the probe's own program: Python's codec and type errors, Go's panics and bad arguments. */
const PROBE_FAULT =
	/codec can't|NoneType|index out of range|Traceback|unsupported protocol scheme|unknown targetURL scheme|nil pointer/;

/**
 * The family of a failure string. Unknown strings are `other`, but for the
 * texts that old probes wrapped in `unknown_failure: …` and that still name
 * what happened.
 */
export function failureFamily(failure: string): FailureFamily {
	const known = FAILURE_FAMILIES[failure];
	if (known !== undefined) return known;
	if (failure.startsWith("unknown_failure")) {
		if (/stopped after \d+ redirects|too many redirects/.test(failure))
			return "http_protocol";
		if (/\b(i\/o timeout|deadline exceeded|timed? ?out)\b/i.test(failure))
			return "timeout";
		if (/connection reset|forcibly closed/i.test(failure)) return "reset";
		if (/no route to host|unreachable/i.test(failure)) return "unreachable";
		if (/connection refused|actively refused/i.test(failure)) return "refused";
		if (/\bEOF\b/.test(failure)) return "eof";
	}
	return PROBE_FAULT.test(failure) ? "probe_fault" : "other";
}
