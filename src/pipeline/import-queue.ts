/**
 * Archive entries to workers: small files go together, and no more groups are
 * begun than workers can take, so that memory does not depend on how many
 * files there are.
 */
import type { FileToRead, ImportCounts } from "./import-files.ts";
import type { ImportPool } from "./import-pool.ts";

/** Small files are handed to a worker together until they have so many bytes, packed. */
const GROUP_BYTES = 4 * 1024 * 1024;

export interface QueueCounts extends ImportCounts {
	/** Files read to their end. */
	readonly files: number;
}

export class ImportQueue {
	readonly #pool: ImportPool;
	readonly #underWay = new Set<Promise<void>>();
	#group: FileToRead[] = [];
	#groupBytes = 0;
	#fault: { readonly error: unknown } | undefined;
	#counts: QueueCounts = {
		files: 0,
		measurements: 0,
		observations: 0,
		rejected: 0,
		shardBytes: 0,
		failed: [],
	};

	constructor(pool: ImportPool) {
		this.#pool = pool;
	}

	/** What was read so far. */
	get counts(): QueueCounts {
		return this.#counts;
	}

	/** Takes an entry; waits while the workers are busy. Throws what a worker threw, now or before. */
	async add(entry: FileToRead): Promise<void> {
		this.#group.push(entry);
		this.#groupBytes += entry.bytes;
		if (this.#groupBytes < GROUP_BYTES) return;
		this.#start();
		while (this.#underWay.size > this.#pool.size)
			await Promise.race(this.#underWay);
		this.#throwFault();
	}

	/** Waits until all that was added is read. */
	async drain(): Promise<void> {
		this.#start();
		await Promise.all(this.#underWay);
		this.#throwFault();
	}

	#start(): void {
		const group = this.#group;
		this.#group = [];
		this.#groupBytes = 0;
		if (group.length === 0) return;
		const work: Promise<void> = this.#pool
			.run(group)
			.then(
				(counts) => this.#note(counts, group.length),
				(error: unknown) => {
					this.#fault ??= { error };
				},
			)
			.finally(() => {
				this.#underWay.delete(work);
			});
		this.#underWay.add(work);
	}

	#note(counts: ImportCounts, files: number): void {
		const before = this.#counts;
		this.#counts = {
			files: before.files + files - counts.failed.length,
			measurements: before.measurements + counts.measurements,
			observations: before.observations + counts.observations,
			rejected: before.rejected + counts.rejected,
			shardBytes: before.shardBytes + counts.shardBytes,
			failed: [...before.failed, ...counts.failed],
		};
	}

	#throwFault(): void {
		if (this.#fault !== undefined) throw this.#fault.error;
	}
}
