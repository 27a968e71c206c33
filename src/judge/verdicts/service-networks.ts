/**
 * Networks that a service's own names must resolve into. Only names that are
 * never served from a provider's cache are listed, so that a cache inside an
 * access network is not taken for a forged answer.
 */

/** AS numbers by test and role. Meta: the check of OONI's own facebook_messenger test; Telegram: its registered ASes. */
const SERVICE_NETWORKS: Readonly<Record<string, readonly number[]>> = {
	"facebook_messenger/b_api": [32934],
	"facebook_messenger/b_graph": [32934],
	"facebook_messenger/edge": [32934],
	"facebook_messenger/star": [32934],
	"telegram/web": [62041, 62014, 59930, 44907, 211157],
};

/** AS numbers for documentation, which the emulated internet uses (RFC 5398): they own nothing. */
function isDocumentationAsn(asn: number): boolean {
	return (asn >= 64496 && asn <= 64511) || (asn >= 65536 && asn <= 65551);
}

/** Whether addresses of these ASes can be the service's: `unknown` where no AS is known or none is expected. */
export function ownerOf(
	target: string,
	asns: readonly number[],
): "own" | "foreign" | "unknown" {
	const expected = SERVICE_NETWORKS[target];
	const known = asns.filter((asn) => asn > 0 && !isDocumentationAsn(asn));
	if (expected === undefined || known.length === 0) return "unknown";
	return known.some((asn) => expected.includes(asn)) ? "own" : "foreign";
}
