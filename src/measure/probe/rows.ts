/** Rows of `test_keys` as OONI's data format has them; names are those of the format. */

/** What every row of a flow carries. Times are seconds since the measurement began. */
export interface FlowStamp {
	readonly transaction_id: number;
	readonly tags: readonly string[];
}

export interface AnswerRow {
	readonly answer_type: "A" | "AAAA" | "CNAME";
	readonly ipv4?: string;
	readonly ipv6?: string;
	readonly hostname?: string;
	readonly asn?: number;
	readonly as_org_name?: string;
	readonly ttl: number | null;
}

export interface QueryRow extends FlowStamp {
	readonly hostname: string;
	readonly query_type: "A" | "AAAA" | "ANY";
	readonly engine: "getaddrinfo" | "udp" | "doh";
	readonly resolver_address: string;
	readonly resolver_hostname: null;
	readonly resolver_port: null;
	readonly answers: readonly AnswerRow[] | null;
	readonly failure: string | null;
	readonly rcode?: number;
	readonly raw_response?: string;
	readonly getaddrinfo_error?: string;
	readonly t0: number;
	readonly t: number;
}

export interface ConnectRow extends FlowStamp {
	readonly ip: string;
	readonly port: number;
	readonly status: {
		readonly failure: string | null;
		readonly success: boolean;
	};
	readonly t0: number;
	readonly t: number;
}

export interface Binary {
	readonly format: "base64";
	readonly data: string;
}

export interface HandshakeRow extends FlowStamp {
	readonly network: "tcp";
	readonly address: string;
	readonly server_name: string;
	readonly cipher_suite: string;
	readonly tls_version: string;
	readonly negotiated_protocol: string;
	readonly no_tls_verify: boolean;
	readonly peer_certificates: readonly Binary[];
	readonly failure: string | null;
	/** Number of the alert that the other side sent, where it sent one. */
	readonly x_alert?: number;
	/** All that is wrong with the certificate, in the words of the verifier; `failure` names the first. */
	readonly x_verification?: readonly string[];
	readonly t0: number;
	readonly t: number;
}

export type HeaderPair = readonly [name: string, value: string | Binary];

export interface RequestRow extends FlowStamp {
	readonly network: "tcp";
	readonly address: string;
	readonly alpn: string;
	readonly failure: string | null;
	readonly request: {
		readonly method: string;
		readonly url: string;
		readonly body: string;
		readonly body_is_truncated: boolean;
		readonly headers: Readonly<Record<string, string | Binary>>;
		readonly headers_list: readonly HeaderPair[];
		readonly tor: {
			readonly is_tor: false;
			readonly exit_ip: null;
			readonly exit_name: null;
		};
		readonly x_transport: "tcp";
	};
	readonly response: ResponseRow;
	readonly t0: number;
	readonly t: number;
}

export interface ResponseRow {
	/** 0 where no answer came. */
	readonly code: number;
	readonly body: string | Binary;
	readonly body_is_truncated: boolean;
	readonly headers: Readonly<Record<string, string | Binary>>;
	readonly headers_list: readonly HeaderPair[];
}

export interface EventRow extends FlowStamp {
	readonly operation: string;
	readonly address?: string;
	readonly proto?: "tcp" | "udp";
	readonly num_bytes?: number;
	readonly failure: string | null;
	readonly t0: number;
	readonly t: number;
}

/** Bytes as the format has them: text where they are UTF-8, base64 where not. */
export function textOrBinary(bytes: Buffer): string | Binary {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
			bytes,
		);
	} catch {
		return binary(bytes);
	}
}

export function binary(bytes: Uint8Array): Binary {
	return { format: "base64", data: Buffer.from(bytes).toString("base64") };
}
