/** The evidence of a dossier as one file: what the wings know of it, put together and sealed. */
import {
	type CommittedLines,
	type CommittedMeasurement,
	commitMeasurements,
	type EvidenceSigner,
	FIELDS,
	isOpen,
	keyFingerprint,
	type SealedBundle,
	type Statement,
	sealBundle,
	type Withholding,
} from "../../account/evidence/index.ts";
import { RasaiError } from "../../base/index.ts";
import { FACTS_CODE } from "../../judge/observations/index.ts";
import { worldOf } from "../../model/index.ts";
import type { ServiceRegistry } from "../../reference/index.ts";
import {
	type Archive,
	evidenceSecret,
	type QueryReader,
	readChainBytes,
	type SqlValue,
	type WorkspacePaths,
} from "../../store/index.ts";
import { type Dossier, measuredQuestion } from "../dossier/index.ts";
import type { WorkspaceReference } from "../reference.ts";
import { askedRows, type SessionQuestion } from "../sessions.ts";
import { chainUpTo, indexChain } from "./chain.ts";
import { type CountedRows, readCountedRows } from "./counted-rows.ts";
import { custodyOf } from "./custody.ts";
import { collectJudging, jsonFile } from "./judging.ts";
import { courtNote } from "./note.ts";
import { provenanceOf } from "./provenance.ts";
import { readRawRecords } from "./raw-records.ts";
import { sampleOf } from "./sample.ts";

export interface EvidenceSources {
	readonly paths: WorkspacePaths;
	readonly reader: QueryReader;
	readonly archive: Archive;
	readonly reference: WorkspaceReference;
	readonly services: ServiceRegistry;
	/** Name of whoever keeps the workspace. */
	readonly keeper: string;
	readonly program: string;
}

export interface EvidenceOptions {
	/** The dossier in its forms, by ending: `html`, `pdf`. */
	readonly documents: ReadonlyMap<string, string | Uint8Array>;
	/** The day of UTC that the dossier was composed for. */
	readonly today: string;
	/** Raw records of each kind that ship beside the witnesses; undefined: all. */
	readonly perKind: number | undefined;
	readonly withholdings: readonly Withholding[];
	/** Has a text stamped by an authority. */
	readonly stamp?: ((text: string) => Promise<Uint8Array>) | undefined;
	readonly signal?: AbortSignal | undefined;
}

export interface MadeEvidence extends SealedBundle {
	readonly statement: Omit<Statement, "schema" | "files">;
	readonly recordCount: number;
}

/** Makes a bundle. The same sources and options give the same bytes, but for a time-stamp (P3). */
export async function makeEvidence(
	sources: EvidenceSources,
	dossier: Dossier,
	signer: EvidenceSigner,
	options: EvidenceOptions,
): Promise<MadeEvidence> {
	const { paths, archive, keeper, program } = sources;
	const { withholdings, signal } = options;
	const question = measuredQuestion(
		dossier.incident,
		options.today,
		sources.services,
	);
	const counted =
		"nothing" in question
			? undefined
			: await readCountedRows(sources.reader, question, signal);
	const lines = await commitMeasurements(
		counted?.measurements.map(partOf(dossier)) ?? [],
		await evidenceSecret(paths),
		withholdings,
	);
	checkWithheld(lines, withholdings);
	const records = await collectRecords(
		sources,
		dossier,
		lines,
		counted,
		options,
	);
	const chain = await chainFor(paths, dossier, signer, signal);
	const statement: MadeEvidence["statement"] = {
		incident: dossier.incident.id,
		title: dossier.title,
		edition: dossier.edition,
		asOf: dossier.asOf,
		isEmulated: dossier.isEmulated,
		measurements: {
			count: lines.lines.length,
			root: lines.root,
			nothing: dossier.measured.nothing ?? null,
		},
		sample: { perKind: options.perKind ?? null, missing: records.missing },
		withheld: lines.withheld,
		judged: counted ? { ...counted.judged, facts: FACTS_CODE } : null,
		program,
		ledger: chain.head,
	};
	const places = lines.lines.flatMap(({ measurement }) => measurement.records);
	const payload = new Map<string, string | Uint8Array>([
		[
			"READ-ME-FIRST.txt",
			courtNote({
				statement,
				rootFingerprint: keyFingerprint(signer.certificate.root),
				recordCount: records.uids.size,
				keeper,
			}),
		],
		["dossier.json", jsonFile(dossier)],
		...[...options.documents].map(
			([ending, content]) => [`dossier.${ending}`, content] as const,
		),
		["measurements.jsonl", lines.text],
		["proofs.json", jsonFile(records.proofs)],
		[
			"custody.json",
			jsonFile(
				await custodyOf(
					archive,
					places.map(({ file }) => file),
					keeper,
				),
			),
		],
		["method.json", jsonFile(methodOf(question, program))],
		[
			"prov.json",
			jsonFile(
				provenanceOf({
					dossier,
					judged: statement.judged,
					program,
					witnessOf: witnessesIn(lines),
				}),
			),
		],
		["ledger/chain.log", chain.bytes],
		...records.files,
	]);
	checkLeaks(payload, lines);
	const parts = { payload, statement, issuer: keeper };
	const sealed = sealBundle(parts, signer);
	const stamped = options.stamp
		? sealBundle(parts, signer, await options.stamp(sealed.stamped))
		: sealed;
	return { ...stamped, statement, recordCount: records.uids.size };
}

function partOf({ measured }: Pick<Dossier, "measured">) {
	const parts = new Set(
		measured.networks.flatMap(({ asn, isPart }) => (isPart ? [asn] : [])),
	);
	return (one: CountedRows["measurements"][number]): CommittedMeasurement => ({
		...one,
		isPart: parts.has(one.asn),
	});
}

/** Raw records of the sample, their proofs, and what judges them. */
async function collectRecords(
	{ paths, reader, archive, reference }: EvidenceSources,
	{ incident, witnesses }: Dossier,
	lines: CommittedLines,
	counted: CountedRows | undefined,
	{ perKind, signal }: EvidenceOptions,
) {
	const files = new Map<string, string | Uint8Array>();
	const proofs = [];
	const uids = new Set<string>();
	const missing: string[] = [];
	if (counted) {
		const wanted = sampleOf(
			lines.lines,
			perKind,
			witnesses.map(({ uid }) => uid),
		);
		const raw = await readRawRecords(
			paths,
			archive,
			counted.places.filter(({ uid }) => wanted.has(uid)),
			signal,
		);
		const judging = collectJudging(reader, worldOf(incident.cc), reference);
		for (const [index, { measurement }] of lines.lines.entries()) {
			const { uid, records } = measurement;
			if (!wanted.has(uid)) continue;
			const place = String(index).padStart(6, "0");
			const found = records.flatMap(({ record, file }) => {
				const bytes = raw.get(record);
				return bytes ? [{ bytes, file }] : [];
			});
			// All records of a uid, or none: a part of a conflict is no evidence.
			if (found.length < records.length) {
				missing.push(uid);
				continue;
			}
			uids.add(uid);
			for (const [n, { bytes, file }] of found.entries()) {
				const name = `measurements/${place}-${n + 1}.json`;
				files.set(name, bytes);
				proofs.push({ file: `data/${name}`, index, path: lines.path(index) });
				const receivedAt = (await archive.get(file))?.receivedAt ?? "";
				await judging.take(bytes, { uid, receivedAt });
			}
		}
		for (const [name, content] of judging.files()) files.set(name, content);
	}
	return { files, proofs, uids, missing: missing.sort() };
}

/** The chain as far as the dossier and the signing key need it. */
async function chainFor(
	paths: WorkspacePaths,
	{ exhibits, incident }: Dossier,
	{ certificate }: EvidenceSigner,
	signal: AbortSignal | undefined,
) {
	const bytes = await readChainBytes(paths, signal);
	const chain = indexChain(bytes);
	const key = keyFingerprint(certificate.publicKey);
	const needed = chain.entries
		.filter(
			({ kind, subject }) =>
				(kind === "evidence_key" && subject === key) ||
				(kind === "incident" && subject === incident.id),
		)
		.map(({ seq }) => seq);
	return chainUpTo(
		bytes,
		chain,
		Math.max(0, ...needed, ...exhibits.map(({ ledgerSeq }) => ledgerSeq)),
	);
}

/** What was asked, word for word, so that anybody can ask again. */
function methodOf(
	question: SessionQuestion | { readonly nothing: string },
	program: string,
): unknown {
	if ("nothing" in question) return { program, nothing: question.nothing };
	const { pieces, values } = askedRows(question);
	return {
		program,
		rows: `SELECT * FROM verdicts WHERE ${pieces
			.map(
				(piece, n) =>
					`${piece}${n < values.length ? literal(values[n] ?? null) : ""}`,
			)
			.join("")
			.replaceAll(/\s+/g, " ")}`,
		counting:
			"A session counts once, on the side of most of its rows: docs/evidence-format.md, Counting.",
		commands: [
			"rasai evidence verify FILE --level recount",
			"rasai evidence verify FILE --level rejudge",
		],
	};
}

function literal(value: SqlValue): string {
	if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
	return typeof value === "string"
		? `'${value.replaceAll("'", "''")}'`
		: String(value);
}

function checkWithheld(
	{ lines }: CommittedLines,
	withholdings: readonly Withholding[],
): void {
	const uids = new Set(lines.map(({ measurement }) => measurement.uid));
	for (const { uid } of withholdings)
		if (!uids.has(uid))
			throw new RasaiError("usage", `${uid} is none of its measurements`);
}

/** What is withheld must not be told elsewhere in the bundle. Throws `usage` where it is. */
function checkLeaks(
	payload: ReadonlyMap<string, string | Uint8Array>,
	{ lines }: CommittedLines,
): void {
	for (const { line, measurement } of lines) {
		if (isOpen(line.id)) continue;
		for (const [name, content] of payload)
			if (Buffer.from(content).includes(measurement.uid))
				throw new RasaiError(
					"usage",
					`${measurement.uid} was to be withheld and stands in ${name}`,
					{
						hint: "A session with a witness that the dossier names cannot be withheld.",
					},
				);
	}
}

function witnessesIn({ lines }: CommittedLines) {
	const byUid = new Map(
		lines
			.filter(({ line }) => FIELDS.every((name) => isOpen<unknown>(line[name])))
			.map(({ measurement }) => [measurement.uid, measurement]),
	);
	return (uid: string) => {
		const one = byUid.get(uid);
		return (
			one && {
				at: one.at,
				asn: one.asn,
				records: one.records.map(({ record }) => record),
				targets: one.rows.map(({ target }) => target),
			}
		);
	};
}
