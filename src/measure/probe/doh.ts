/** Look-ups by DNS over HTTPS (RFC 8484, by POST). */
import { fetchAside } from "./aside.ts";
import {
	type AddressType,
	encodeQuery,
	queryRow,
	readResponse,
} from "./dns.ts";
import type { FlowStamp } from "./rows.ts";
import type { Trace } from "./trace.ts";
import type { Vantage } from "./vantage.ts";

const MAX_RESPONSE_BYTES = 65_535;

/** Asks a DoH resolver for one type and notes the row. */
export async function lookupByDoh(
	trace: Trace,
	vantage: Vantage,
	query: { readonly hostname: string; readonly type: AddressType },
	resolver: string,
	stamp: FlowStamp,
): Promise<readonly string[]> {
	const { hostname, type } = query;
	const t0 = trace.now();
	// RFC 8484, section 4.1: 0, so that answers can be cached.
	const id = 0;
	const answer = await fetchAside(
		trace,
		vantage,
		{
			method: "POST",
			url: new URL(resolver),
			headers: [
				["Content-Type", "application/dns-message"],
				["Accept", "application/dns-message"],
			],
			body: encodeQuery(id, hostname, type),
		},
		{ limitMs: trace.limits.dnsMs, maxBytes: MAX_RESPONSE_BYTES },
	);
	const reading = readResponse(answer.body, { id, hostname, type });
	trace.queries.push({
		...queryRow(hostname, type, "doh", resolver),
		answers: null,
		failure:
			answer.failure ??
			(answer.status === 200
				? "dns_server_misbehaving"
				: "http_unexpected_status_code"),
		...(answer.status === 200 ? reading?.row : {}),
		t0,
		t: trace.now(),
		...stamp,
	});
	return answer.status === 200 ? (reading?.addresses ?? []) : [];
}
