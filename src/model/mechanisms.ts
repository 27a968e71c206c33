/**
 * The tree of mechanisms. A verdict names the deepest node that its facts
 * support, so a node's ancestors are always claimed with it: `tls.reset.sni`
 * claims `tls.reset` and `tls`.
 */

/** Every mechanism and, in a phrase, what is claimed by it. Parents come before children. */
export const MECHANISMS: Readonly<Record<string, string>> = {
	dns: "name resolution was interfered with",
	"dns.injection": "a forged answer was given for the name",
	"dns.injection.bogon":
		"the answer was an address that cannot be on the internet: private, loopback or reserved",
	"dns.injection.nxdomain": "the name was said not to exist",
	"dns.injection.noanswer": "the answer was empty",
	"dns.injection.blockpage":
		"the answer was an address known to serve block pages",
	"dns.injection.address":
		"the answer was an address that does not serve the name",
	"dns.refused": "the resolver refused to answer for this name",
	"dns.servfail": "the resolver reported a failure for this name",
	"dns.timeout": "no answer came for this name",
	tcp: "connections to the address were interfered with",
	"tcp.timeout": "connection attempts got no answer",
	"tcp.reset": "connection attempts were reset",
	"tcp.refused": "connection attempts were refused",
	"tcp.unreachable": "the network said that the address cannot be reached",
	tls: "the TLS handshake was interfered with",
	"tls.reset": "the handshake was reset",
	"tls.reset.sni": "the handshake was reset because of the server name",
	"tls.reset.ip":
		"the handshake was reset because of the address, whatever the name",
	"tls.timeout": "the handshake got no answer",
	"tls.timeout.sni": "the handshake was dropped because of the server name",
	"tls.timeout.ip":
		"the handshake was dropped because of the address, whatever the name",
	"tls.eof": "the connection was closed during the handshake",
	"tls.eof.sni":
		"the connection was closed during the handshake because of the server name",
	"tls.eof.ip":
		"the connection was closed during the handshake because of the address, whatever the name",
	"tls.alert":
		"the handshake was ended by a TLS alert or by data that is not TLS",
	"tls.alert.sni":
		"the handshake was ended by an alert because of the server name",
	"tls.mitm": "a certificate not of the site was presented",
	"tls.throttle": "the encrypted transfer was slowed",
	"tls.throttle.sni":
		"the encrypted transfer was slowed because of the server name",
	http: "the HTTP exchange was interfered with",
	"http.blockpage":
		"a block page was served in place of the site, or the visit was redirected to one",
	"http.reset": "the HTTP exchange was reset",
	"http.reset.host":
		"the HTTP exchange was reset because of the name that was asked for",
	"http.timeout": "the HTTP request got no answer",
	"http.timeout.host":
		"the HTTP request was dropped because of the name that was asked for",
	"http.eof": "the connection was closed during the HTTP exchange",
	"http.eof.host":
		"the connection was closed during the HTTP exchange because of the name that was asked for",
	"http.diff": "a page other than the site's was served",
	"http.tampering": "requests were changed on the way",
	"http.throttle": "the transfer was slowed",
	quic: "QUIC (HTTP/3) was interfered with",
	"quic.timeout": "the QUIC handshake got no answer",
	network: "the network as a whole was interfered with",
	"network.shutdown": "internet access was cut",
	"network.shutdown.mobile": "mobile internet access was cut",
	"network.shutdown.fixed": "fixed-line internet access was cut",
	"network.throttle": "the network as a whole was slowed",
};

/** A mechanism and its ancestors, shallowest first: `tls.reset.sni` gives tls, tls.reset, tls.reset.sni. */
export function mechanismPath(mechanism: string): readonly string[] {
	const parts = mechanism.split(".");
	return parts.map((_, index) => parts.slice(0, index + 1).join("."));
}
