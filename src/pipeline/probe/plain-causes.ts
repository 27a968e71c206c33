/** Mechanisms in the words of somebody who knows no protocols, and is afraid. What has no words of its own has its parent's. */
import { MECHANISMS, mechanismPath } from "../../model/index.ts";

const CAUSES: Readonly<Record<string, string>> = {
	dns: "the look-up of its address is tampered with",
	"dns.injection": "a false answer comes when its address is looked up",
	"dns.injection.bogon":
		"its name is given a false address, which no public site can have",
	"dns.injection.nxdomain":
		"the network says that its name does not exist, though it does",
	"dns.injection.noanswer":
		"the network says that its name has no address, though it has",
	"dns.injection.blockpage": "its name is given the address of a block page",
	"dns.injection.address": "its name is given the address of something else",
	"dns.refused": "the network refuses to look up its address",
	"dns.servfail": "the look-up of its address fails",
	"dns.timeout": "no answer comes when its address is looked up",
	tcp: "connections to it are tampered with",
	"tcp.timeout": "connections to it get no answer",
	"tcp.reset": "connections to it are cut",
	"tcp.refused": "connections to it are turned away",
	"tcp.unreachable": "the network says that it cannot be reached",
	tls: "the connection is disturbed at its start",
	"tls.reset": "the connection is cut at its start",
	"tls.reset.sni": "the connection is cut when its name is sent",
	"tls.reset.ip": "the connection to its address is cut, whatever name is sent",
	"tls.timeout": "nothing comes back at the start of the connection",
	"tls.timeout.sni": "nothing comes back once its name is sent",
	"tls.timeout.ip":
		"nothing comes back from its address, whatever name is sent",
	"tls.eof": "the connection is closed at its start",
	"tls.eof.sni": "the connection is closed when its name is sent",
	"tls.eof.ip":
		"the connection to its address is closed, whatever name is sent",
	"tls.alert": "the connection is broken off at its start",
	"tls.alert.sni": "the connection is broken off when its name is sent",
	"tls.mitm": "what answers cannot prove that it is the site",
	"tls.throttle": "what it sends is slowed",
	"tls.throttle.sni":
		"the same server is fast under another name and slow under this one",
	http: "the visit is disturbed when the page is asked for",
	"http.blockpage": "a page that says it is blocked comes in its place",
	"http.reset": "the connection is cut when the page is asked for",
	"http.reset.host": "the connection is cut when its name is asked for",
	"http.timeout": "nothing comes back when the page is asked for",
	"http.timeout.host": "nothing comes back when its name is asked for",
	"http.eof": "the connection is closed when the page is asked for",
	"http.eof.host": "the connection is closed when its name is asked for",
	"http.diff": "another page comes in its place",
	"http.throttle": "what it sends is slowed",
	quic: "the newest way to connect to it (QUIC) is disturbed",
	"quic.timeout": "the newest way to connect to it (QUIC) gets no answer",
};

/** `the connection is cut when its name is sent`. */
export function causeInPlainWords(mechanism: string): string {
	const own = mechanismPath(mechanism).findLast((node) => node in CAUSES);
	return (
		(own && CAUSES[own]) ?? MECHANISMS[mechanism] ?? "the cause has no name yet"
	);
}
