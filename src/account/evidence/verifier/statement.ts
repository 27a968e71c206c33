/** What is signed, and what else a bundle's own files hold. */

/** `evidence.json`: all that the signature covers. */
export interface Statement {
	readonly schema: "rasai-evidence/1";
	readonly incident: string;
	readonly title: string;
	/** Of the dossier. */
	readonly edition: string;
	/** Newest thing in the dossier. */
	readonly asOf: string;
	readonly isEmulated: boolean;
	/** SHA-256 of the tag files that list and describe the rest. */
	readonly files: Readonly<Record<string, string>>;
	readonly measurements: {
		readonly count: number;
		/** Of the Merkle tree over all of them. */
		readonly root: string;
		/** Why there is none; null where there are some. */
		readonly nothing: string | null;
	};
	readonly sample: {
		/** Raw records of each kind that ship, by the order of the SHA-256 of their uids; null: all. */
		readonly perKind: number | null;
		/** Uids that the rule asks for and whose bytes are not at hand. */
		readonly missing: readonly string[];
	};
	/** Measurements of which something is withheld, by reason. */
	readonly withheld: Readonly<Record<string, number>>;
	/** The program and data that judged; null where nothing was. */
	readonly judged: {
		readonly ruleset: string;
		readonly reference: string;
		/** Names the code that reads facts. */
		readonly facts: string;
	} | null;
	readonly program: string;
	/** The head at which `data/ledger/chain.log` ends. */
	readonly ledger: { readonly entry: number; readonly hash: string };
}

/** Says that a key may sign evidence from one instant until another. Signed by the root. */
export interface Certificate {
	readonly from: string;
	/** SPKI, DER, base64. */
	readonly publicKey: string;
	readonly root: string;
	/** Over the JSON of `{from, publicKey, schema, until}`, base64. */
	readonly signature: string;
	readonly until: string;
}

/** `signature.json`. */
export interface BundleSignature {
	readonly certificate: Certificate;
	/** Ed25519 over the bytes of `evidence.json`, base64. */
	readonly signature: string;
}

export interface Proof {
	readonly file: string;
	readonly index: number;
	readonly path: readonly string[];
}

/** Who held what since when. */
export interface CustodyItem {
	readonly at: string;
	readonly who: string;
	readonly what: string;
	/** SHA-256 of what was held, where it is one file. */
	readonly sha256?: string;
	readonly bytes?: number;
	readonly from?: string;
}

/** Heads of the ledger as an outside witness keeps them, and the keys that were revoked. */
export interface KnownHeads {
	readonly schema: "rasai-heads/1";
	readonly heads: readonly {
		readonly at: string;
		readonly entry: number;
		readonly hash: string;
	}[];
	readonly revoked: readonly {
		readonly key: string;
		readonly at: string;
		readonly reason: string;
	}[];
}

export interface Step {
	readonly step: string;
	readonly ok: boolean;
	readonly found: string;
}

export const CERTIFICATE_SCHEMA = "rasai-evidence-key/1";

/** What a root signs. */
export function certifiedText({
	from,
	publicKey,
	until,
}: Omit<Certificate, "root" | "signature">): string {
	return JSON.stringify({ from, publicKey, schema: CERTIFICATE_SCHEMA, until });
}
