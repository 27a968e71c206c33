/** What reference data look like once read. Each is immutable and named by a content hash. */

/** One block-page or forged-answer fingerprint, as published by OONI. */
export interface Fingerprint {
	readonly name: string;
	/** `nat`, `isp`, `prod`, `inst`, `vbw`, `fp` (matching means NOT a block page)… */
	readonly scope: string;
	readonly location: "body" | "title" | "dns" | `header.${string}`;
	readonly patternType: "full" | "prefix" | "contains" | "regexp";
	readonly pattern: string;
	/** 0-5, publisher's confidence that it gives no false positives; undefined where not stated. */
	readonly confidence: number | undefined;
	readonly countries: readonly string[];
}

/** Bytes as a text: one char a byte. */
export type ByteString = string;

export interface HttpResponseText {
	/** Bytes of the body; empty where there is none. */
	readonly body: Buffer;
	readonly title: ByteString;
	/** Header names in lower case with their values. */
	readonly headers: readonly (readonly [name: string, value: ByteString])[];
}

export interface FingerprintSet {
	/** SHA-256 of the source files; `none` for the empty set. */
	readonly hash: string;
	readonly size: number;
	/** Rows of the source that could not be used, with the reason. */
	readonly problems: readonly string[];
	/** The HTTP fingerprint of this name, else the DNS one: the published files share a few names. */
	get(name: string): Fingerprint | undefined;
	/** Fingerprints of a forged answer: an address, or a name that a CNAME points to. */
	matchDns(ip: string): readonly Fingerprint[];
	/** Names of all fingerprints that match, sorted, `fp` ones included. */
	matchHttp(response: HttpResponseText): readonly string[];
}

/** A function of a service that people lose on its own: text, media, calls. */
export interface ServiceFunction {
	readonly id: string;
	readonly name: string;
	/** Targets that test it (domains or `whatsapp/registration`); empty: it cannot be tested, and pages say "not tested". */
	readonly targets: readonly string[];
	/** How targets combine: the function works if any, or only if all, of them work. */
	readonly role: "any_of" | "all_of";
}

export interface Service {
	/** Stable id, lower case: `x`, `whatsapp`. */
	readonly id: string;
	readonly name: string;
	/** Access Now's or the field's category: `social`, `messaging`, `circumvention`, `reference`… */
	readonly category: string;
	/** Registrable domains or hostnames that belong to it. */
	readonly domains: readonly string[];
	/** OONI test names that test it directly. */
	readonly tests: readonly string[];
	readonly functions: readonly ServiceFunction[];
	/** Names by which records and press call it, lower case. */
	readonly aliases: readonly string[];
}

export interface ServiceRegistry {
	readonly hash: string;
	readonly services: readonly Service[];
	get(id: string): Service | undefined;
	/** The service that a target belongs to, and the function it tests where that is known. */
	ofTarget(
		target: string,
	):
		| { readonly service: Service; readonly function: string | undefined }
		| undefined;
}

/** IP-to-AS data compiled to sorted typed arrays. */
export interface AsnDatabase {
	readonly hash: string;
	/** AS number of an IPv4 or IPv6 address, 0 where unknown. */
	lookup(ip: string): number;
	/** Name of the network's holder as the source gives it, undefined where unknown. */
	nameOf(asn: number): string | undefined;
}

/** Everything a judgement depends on beside the facts; `hash` names the whole. */
export interface ReferenceSnapshot {
	readonly hash: string;
	readonly fingerprints: FingerprintSet;
	readonly services: ServiceRegistry;
	readonly asn: AsnDatabase;
}
