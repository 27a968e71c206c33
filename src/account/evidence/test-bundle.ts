/** A small bundle of made-up sessions, for tests. */
import { canonicalJson, sha256Hex } from "../../base/index.ts";
import {
	createPrivateKeyPem,
	createSigner,
	EMPTY_TIP,
	type LedgerDraft,
	sealBatch,
} from "../ledger/index.ts";
import { type MeasuredSession, weighSessions } from "../record/index.ts";
import {
	type CommittedMeasurement,
	commitMeasurements,
	type Withholding,
} from "./commit.ts";
import {
	certify,
	createEvidenceSigner,
	type EvidenceSigner,
	keyFingerprint,
	publicKeyOf,
} from "./keys.ts";
import { type BundleParts, sealBundle } from "./seal.ts";

const NOW = new Date("2025-03-01T12:00:00Z");
const FILE = "f".repeat(64);

export interface TestBundle {
	readonly bytes: Uint8Array;
	readonly parts: BundleParts;
	readonly signer: EvidenceSigner;
	/** Fingerprint of the root. */
	readonly root: string;
	readonly head: {
		readonly at: string;
		readonly entry: number;
		readonly hash: string;
	};
}

export interface TestBundleOptions {
	readonly withholdings?: readonly Withholding[];
	readonly revokedAt?: string;
	/** Changes the payload before it is sealed. */
	readonly change?: (payload: Map<string, string | Uint8Array>) => void;
}

/** A signer under a root of its own. */
export function testSigner(): EvidenceSigner {
	const pem = createPrivateKeyPem();
	return createEvidenceSigner(
		pem,
		certify(createPrivateKeyPem(), {
			from: "2025-03-01T00:00:00Z",
			publicKey: publicKeyOf(pem),
			until: "2025-05-30T00:00:00Z",
		}),
	);
}

/** Sixty sessions on three networks: on two of them most were blocked. */
export function testMeasurements(): readonly CommittedMeasurement[] {
	return Array.from({ length: 60 }, (_, n) => {
		const raw = rawRecord(n);
		return {
			uid: `m${n}`,
			at: `2025-02-2${n % 5}T0${n % 10}:00:00Z`,
			asn: 64496 + (n % 3),
			session: `s${n % 30}`,
			isPart: n % 3 !== 2,
			records: [{ record: sha256Hex(raw), file: FILE }],
			rows: [
				{
					target: "x.com",
					state: n % 3 === 2 || n % 7 === 0 ? "ok" : "blocked",
					mechanism: "tls.reset.sni",
					locus: "network",
					layers: { tls: ["tls_reset_sni", "blocked"] },
					fired: ["tls_reset_sni"],
					control: "helper",
				},
			],
		};
	});
}

const rawRecord = (n: number): string => `{"measurement":${n}}\n`;

function weighed(some: readonly CommittedMeasurement[]) {
	const sessions = some.map(
		({ asn, session, rows }): MeasuredSession => ({
			asn,
			session,
			counts: { [rows[0]?.state ?? ""]: 1 },
			witnesses: {},
		}),
	);
	return weighSessions(sessions);
}

function testDossier(measurements: readonly CommittedMeasurement[]) {
	const sorted = [...measurements].sort(
		(a, b) => (a.at < b.at ? -1 : 1) || a.asn - b.asn,
	);
	const own = sorted.filter(({ isPart }) => isPart);
	const whole = weighed(own);
	return {
		edition: "e".repeat(64),
		incident: {
			id: "qz-x-2025-02-20",
			basis: "measured",
			targets: ["x.com"],
			counts: {
				sessions: whole.blockedSessionCount + whole.slowedSessionCount,
				of: whole.sessionCount,
				networks: whole.networkCount,
				measurements: whole.measurementCount,
			},
		},
		exhibits: [{ entry: "statement-1", ledgerSeq: 1 }],
		measured: {
			since: "2025-02-20T00:00:00Z",
			until: "2025-02-25T00:00:00Z",
			whole,
			bins: ["20", "21", "22", "23", "24"].map((day) => ({
				since: `2025-02-${day}`,
				until: `2025-02-${Number(day) + 1}`,
				numbers: weighed(
					own.filter(({ at }) => at.startsWith(`2025-02-${day}`)),
				),
			})),
			networks: [0, 1, 2].map((n) => ({
				asn: 64496 + n,
				isPart: n !== 2,
				numbers: weighed(sorted.filter(({ asn }) => asn === 64496 + n)),
			})),
		},
	};
}

function testChain(key: string, revokedAt: string | undefined) {
	const ledgerSigner = createSigner(createPrivateKeyPem());
	const draft = (
		kind: LedgerDraft["kind"],
		subject: string,
		body: unknown,
	): LedgerDraft => ({
		kind,
		subject,
		author: "rasai",
		body,
		texts: {},
	});
	const { lines, tip } = sealBatch(
		EMPTY_TIP,
		[
			draft("key", ledgerSigner.keyId, { publicKey: ledgerSigner.publicKey }),
			draft("record_entry", "statement-1", {}),
			draft("incident", "qz-x-2025-02-20", {}),
			draft("evidence_key", key, revokedAt === undefined ? {} : { revokedAt }),
		],
		NOW,
		ledgerSigner,
	);
	return {
		text: `${lines.join("\n")}\n`,
		head: { at: tip.at, entry: tip.seq, hash: tip.hash },
	};
}

const jsonFile = (value: unknown): string =>
	`${canonicalJson(JSON.parse(JSON.stringify(value)))}\n`;

export async function testBundle(
	options: TestBundleOptions = {},
	signer: EvidenceSigner = testSigner(),
): Promise<TestBundle> {
	const { withholdings = [] } = options;
	const measurements = testMeasurements();
	const { text, lines, root, path, withheld } = await commitMeasurements(
		measurements,
		Buffer.from("a secret of the test"),
		withholdings,
	);
	const chain = testChain(
		keyFingerprint(signer.certificate.publicKey),
		options.revokedAt,
	);
	const dossier = testDossier(measurements);
	const payload = new Map<string, string | Uint8Array>([
		["dossier.json", jsonFile(dossier)],
		["measurements.jsonl", text],
		[
			"custody.json",
			jsonFile([
				{
					at: "2025-03-01T00:00:00Z",
					who: "keeper",
					what: "received",
					sha256: FILE,
				},
			]),
		],
		["ledger/chain.log", chain.text],
	]);
	const proofs = lines.flatMap(({ line, measurement }, index) => {
		if (!Array.isArray(line.id)) return [];
		const name = `measurements/${String(index).padStart(6, "0")}-1.json`;
		payload.set(name, rawRecord(Number(measurement.uid.slice(1))));
		return [{ file: `data/${name}`, index, path: path(index) }];
	});
	payload.set("proofs.json", jsonFile(proofs));
	options.change?.(payload);
	const parts: BundleParts = {
		payload,
		issuer: "A test",
		statement: {
			incident: dossier.incident.id,
			title: "A made-up block",
			edition: dossier.edition,
			asOf: "2025-03-01T00:00:00Z",
			isEmulated: true,
			measurements: { count: lines.length, root, nothing: null },
			sample: { perKind: null, missing: [] },
			withheld,
			judged: { ruleset: "rules", reference: "reference", facts: "facts" },
			program: "test",
			ledger: { entry: chain.head.entry, hash: chain.head.hash },
		},
	};
	return {
		bytes: sealBundle(parts, signer).bytes,
		parts,
		signer,
		root: keyFingerprint(signer.certificate.root),
		head: chain.head,
	};
}
