/**
 * The ledger as a file that is only appended to. What comes at the same time
 * is written and signed together; an append is acknowledged once texts,
 * entries and the head over them are on the disk.
 */
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import {
	type CurrentEntries,
	checkDraft,
	createHeadVerifier,
	type Erasure,
	erasureDraft,
	type HeadVerifier,
	type LedgerDraft,
	type LedgerEntry,
	type LedgerTip,
	type Signer,
	sealBatch,
	trackCurrent,
} from "../../../account/ledger/index.ts";
import { RasaiError } from "../../../base/index.ts";
import { syncFolder } from "../atomic.ts";
import { cutTail } from "../cut-tail.ts";
import type { Workspace } from "../workspace.ts";
import { finishErasure, noteErasure, resumeErasure } from "./erasing.ts";
import { makeSigner, readSigner, writeKey } from "./keys.ts";
import { type LedgerPaths, ledgerPaths, segmentOf } from "./paths.ts";
import { readLedger } from "./read.ts";
import { openIfThere } from "./scan.ts";
import { appendTexts, cutTexts, readSegment, sweepTexts } from "./texts.ts";
import { findTip } from "./tip.ts";

const BATCH_DRAFTS = 1000;

/**
 * Ledgers that are open in this program, by the path of their chain. A server
 * writes what its editors and what commands handed to it add: all of them get
 * the same ledger, so that there is one end to append to.
 */
const OPEN = new Map<string, { ledger: Promise<Ledger>; holders: number }>();

interface Waiting {
	readonly drafts: readonly LedgerDraft[];
	readonly done: (entries: readonly LedgerEntry[]) => void;
	readonly failed: (error: unknown) => void;
}

export class Ledger {
	readonly #workspace: Workspace;
	readonly #paths: LedgerPaths;
	#signer: Signer;
	readonly #handle: FileHandle;
	#tip: LedgerTip;
	#end: number;
	#waiting: Waiting[] = [];
	#isFlushing = false;
	#flushed: Promise<void> = Promise.resolve();
	#broken: unknown;
	#current: CurrentEntries | undefined;

	private constructor(
		workspace: Workspace,
		signer: Signer,
		handle: FileHandle,
		tip: LedgerTip,
		end: number,
	) {
		this.#workspace = workspace;
		this.#paths = ledgerPaths(workspace.paths);
		this.#signer = signer;
		this.#handle = handle;
		this.#tip = tip;
		this.#end = end;
	}

	/**
	 * Opens the ledger of a workspace that is held for writing; makes it, and
	 * its key, where there is none. A tail that a crash left is cut off and
	 * logged. Close it as often as it was opened. Throws `workspace_damaged`
	 * where the end is damaged or the key gone.
	 */
	static async open(workspace: Workspace): Promise<Ledger> {
		await workspace.assertWritable();
		const { chain } = ledgerPaths(workspace.paths);
		const open = OPEN.get(chain) ?? {
			ledger: Ledger.#open(workspace),
			holders: 0,
		};
		open.holders += 1;
		OPEN.set(chain, open);
		try {
			return await open.ledger;
		} catch (error) {
			OPEN.delete(chain);
			throw error;
		}
	}

	static async #open(workspace: Workspace): Promise<Ledger> {
		const { paths, log } = workspace;
		const files = ledgerPaths(paths);
		const known = await readSigner(files.key);
		const next = await readSigner(files.nextKey);
		const handle =
			(await openIfThere(files.chain, "r+")) ??
			(await open(files.chain, "wx+", 0o600));
		try {
			const { tip, end, size } = await findTip(
				handle,
				known && eitherOf([known, ...(next ? [next] : [])]),
			);
			const signer = known ?? (await makeSigner(files, tip.seq < 0));
			const aside = join(paths.ledger, "cut");
			if (size > end) await cutTail(files.chain, end, aside);
			await sweepTexts(files);
			const texts = await cutTexts(files, tip.seq);
			if (size > end || texts > 0)
				log("warn", "ledger_repaired", {
					why: "writing was interrupted; what was never acknowledged was cut off",
					bytes: size - end,
					texts,
					aside,
				});
			await resumeErasure(paths);
			const ledger = new Ledger(workspace, signer, handle, tip, end);
			if (tip.seq < 0) await ledger.#begin();
			if (next) await ledger.#resumeRotation(next);
			return ledger;
		} catch (error) {
			await handle.close();
			throw error;
		}
	}

	/** Where the ledger ends. */
	get tip(): LedgerTip {
		return this.#tip;
	}

	/**
	 * Appends entries, together and durably. Throws `invalid_record` for a draft
	 * that the ledger does not take, or that supersedes what is not the latest.
	 */
	async append(
		drafts: readonly LedgerDraft[],
	): Promise<readonly LedgerEntry[]> {
		for (const draft of drafts) checkDraft(draft);
		return new Promise((done, failed) => {
			this.#waiting.push({ drafts, done, failed });
			if (!this.#isFlushing) this.#flushed = this.#flush();
		});
	}

	/** Erases a text for good and leaves an entry that says so. Throws `not_found` where no such text is kept. */
	async erase(erasure: Erasure, author: string): Promise<LedgerEntry> {
		const { seq, name } = erasure;
		const { bySeq } = readSegment(this.#paths, segmentOf(seq));
		if (!bySeq.get(seq)?.some((text) => text.name === name))
			throw new RasaiError(
				"not_found",
				`entry ${seq} has no text ${name}, or it was erased before`,
			);
		await noteErasure(this.#workspace.paths, erasure);
		const [entry] = await this.append([erasureDraft(erasure, author)]);
		if (!entry) throw new RasaiError("invalid_record", "nothing was erased");
		await finishErasure(this.#workspace.paths, erasure);
		return entry;
	}

	/**
	 * Makes a new key, has the old one sign the change, and forgets the old one.
	 * Interrupted, it is finished or taken back by who opens the ledger next.
	 */
	async rotateKey(author: string): Promise<LedgerEntry> {
		while (this.#isFlushing) await this.#flushed;
		this.#isFlushing = true;
		const rotation = this.#rotate(author);
		this.#flushed = rotation.then(
			() => this.#flush(),
			() => this.#flush(),
		);
		return rotation;
	}

	/** Writes what waits and, with its last holder, closes the file. */
	async close(): Promise<void> {
		await this.#flushed;
		const open = OPEN.get(this.#paths.chain);
		if (open && --open.holders > 0) return;
		OPEN.delete(this.#paths.chain);
		await this.#handle.close();
	}

	async #begin(): Promise<void> {
		await syncFolder(this.#workspace.paths.ledger);
		await this.append([keyDraft(this.#signer, "rasai")]);
	}

	async #rotate(author: string): Promise<LedgerEntry> {
		if (this.#broken !== undefined) throw this.#broken;
		await this.#workspace.assertWritable();
		const next = await writeKey(this.#paths.nextKey);
		const draft = keyDraft(next, author);
		checkDraft(draft);
		const [entry] = await this.#seal([draft], this.#signer);
		if (!entry) throw new RasaiError("invalid_record", "no key was written");
		await this.#takeKey(next);
		return entry;
	}

	/** The new key signs too, before it takes the old one's place: a ledger never ends with a key that nobody holds. */
	async #takeKey(next: Signer): Promise<void> {
		try {
			await this.#seal([], next);
			await rename(this.#paths.nextKey, this.#paths.key);
			await syncFolder(this.#workspace.paths.keys);
			this.#signer = next;
		} catch (error) {
			this.#broken = error;
			throw error;
		}
	}

	/** A change of the key that was interrupted: finished where the chain tells of it, else taken back. */
	async #resumeRotation(next: Signer): Promise<void> {
		let named: string | undefined;
		for await (const { entry } of readLedger(this.#workspace.paths))
			if (entry.kind === "key") named = entry.subject;
		if (named === next.keyId) return this.#takeKey(next);
		await rm(this.#paths.nextKey, { force: true });
	}

	async #readCurrent(): Promise<CurrentEntries> {
		const current = trackCurrent();
		for await (const { entry } of readLedger(this.#workspace.paths))
			current.take(entry);
		return current;
	}

	async #flush(): Promise<void> {
		this.#isFlushing = true;
		while (this.#waiting.length > 0) {
			let size = 0;
			let take = 0;
			for (const { drafts } of this.#waiting) {
				if (take > 0 && size + drafts.length > BATCH_DRAFTS) break;
				size += drafts.length;
				take += 1;
			}
			const batch = this.#waiting.splice(0, take);
			try {
				await this.#write(batch);
			} catch (error) {
				for (const { failed } of batch) failed(error);
			}
		}
		this.#isFlushing = false;
	}

	async #write(batch: readonly Waiting[]): Promise<void> {
		if (this.#broken !== undefined) throw this.#broken;
		await this.#workspace.assertWritable();
		if (
			batch.some(({ drafts }) =>
				drafts.some(({ supersedes }) => supersedes !== undefined),
			)
		)
			this.#current ??= await this.#readCurrent();
		const accepted = batch.filter(
			({ drafts, failed }) => !this.#refuse(drafts, failed),
		);
		const drafts = accepted.flatMap((waiting) => waiting.drafts);
		const entries =
			drafts.length > 0 ? await this.#seal(drafts, this.#signer) : [];
		let from = 0;
		for (const { drafts: own, done } of accepted) {
			done(entries.slice(from, from + own.length));
			from += own.length;
		}
	}

	/** Refuses drafts that supersede what is not the latest; says whether it did. */
	#refuse(
		drafts: readonly LedgerDraft[],
		failed: (error: unknown) => void,
	): boolean {
		const wrong = drafts.find(
			({ kind, subject, supersedes }) =>
				supersedes !== undefined &&
				this.#current?.latest(kind, subject) !== supersedes,
		);
		if (wrong)
			failed(
				new RasaiError(
					"invalid_record",
					`entry ${wrong.supersedes} is not the latest ${wrong.kind} of ${wrong.subject}`,
				),
			);
		return wrong !== undefined;
	}

	/** Writes drafts and a head that `signer` signs, durably. */
	async #seal(
		drafts: readonly LedgerDraft[],
		signer: Signer,
	): Promise<readonly LedgerEntry[]> {
		const { clock } = this.#workspace;
		const sealed = sealBatch(this.#tip, drafts, clock(), signer);
		const bytes = Buffer.from(`${sealed.lines.join("\n")}\n`);
		try {
			await appendTexts(this.#paths, sealed.texts);
			await writeAll(this.#handle, bytes, this.#end);
			await this.#handle.sync();
		} catch (error) {
			await this.#undo(error);
			throw error;
		}
		this.#tip = sealed.tip;
		this.#end += bytes.length;
		for (const entry of sealed.entries) this.#current?.take(entry);
		return sealed.entries;
	}

	/** A batch that could not be written leaves nothing; where that cannot be achieved, nothing more is written. */
	async #undo(error: unknown): Promise<void> {
		try {
			await this.#handle.truncate(this.#end);
			await this.#handle.sync();
			await cutTexts(this.#paths, this.#tip.seq);
		} catch {
			this.#broken = error;
		}
	}
}

function keyDraft({ keyId, publicKey }: Signer, author: string): LedgerDraft {
	return {
		kind: "key",
		subject: keyId,
		author,
		body: { publicKey },
		texts: {},
	};
}

/** Accepts what any of the keys signed. */
function eitherOf(
	signers: readonly Pick<Signer, "publicKey">[],
): Pick<HeadVerifier, "verify"> {
	const verifiers = signers.map(({ publicKey }) =>
		createHeadVerifier(publicKey),
	);
	return {
		verify: (head) => verifiers.some((verifier) => verifier.verify(head)),
	};
}

async function writeAll(
	handle: FileHandle,
	bytes: Buffer,
	position: number,
): Promise<void> {
	for (let written = 0; written < bytes.length; ) {
		const { bytesWritten } = await handle.write(
			bytes,
			written,
			bytes.length - written,
			position + written,
		);
		written += bytesWritten;
	}
}
