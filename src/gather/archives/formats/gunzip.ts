/**
 * Gunzip as a stream, on Node's zlib. Not a pipe: a stream that fails drops
 * what it had decompressed but not yet handed on, and records before the
 * damage must be kept. So input is fed in slices, all output of a slice is
 * collected, and the next slice is being decompressed (on zlib's own thread)
 * while the consumer works on the last one's output.
 */
import { createGunzip } from "node:zlib";
import { RasaiError } from "../../../base/index.ts";
import { createBombGuard, type SwellLimits } from "./bomb-guard.ts";
import { ByteReader, type Chunks } from "./byte-reader.ts";

/** Compressed bytes a step: smaller steps cost up to a third of the speed on a busy machine (tried). */
const SLICE_BYTES = 256 * 1024;
/** Small output buffers halve the speed of Node's zlib (tried). */
const OUTPUT_BYTES = 1024 * 1024;
/** Most output of a step, so that memory stays bounded: no honest text swells 256 times over 64 MiB. */
const MAX_STEP_OUTPUT_BYTES = 64 * 1024 * 1024;
/** Compressed bytes kept for going through a damaged slice again: that of most files of an hour and country. */
const MAX_KEPT_BYTES = 8 * 1024 * 1024;
/** Bytes a step in which a damaged slice is gone through again, to save what stands before the damage. */
const SALVAGE_STEPS: readonly number[] = [4096, 64, 1];

/**
 * The decompressed bytes of gzip data of any number of members. Throws
 * `compression_truncated` at a missing end, with all before it handed on;
 * `compression_invalid` at damage, with all before it handed on as well, but
 * past the first 8 MiB of the file for up to 256 KiB of compressed bytes;
 * `compression_bomb` past `limits`.
 */
export async function* gunzip(
	chunks: Chunks,
	limits: SwellLimits,
): AsyncGenerator<Uint8Array> {
	const admit = createBombGuard(limits);
	const reader = new ByteReader(chunks);
	const inflater = openInflater();
	const kept: Uint8Array[] = [];
	let inBytes = 0;
	const takeStep = async (): Promise<Step> => {
		const slice = await reader.read(SLICE_BYTES);
		inBytes += slice.length;
		if (inBytes <= MAX_KEPT_BYTES) kept.push(slice);
		else kept.length = 0;
		return inflater.feed(slice);
	};
	try {
		let following: Promise<Step> | undefined = takeStep();
		for (;;) {
			const step: Step = await following;
			admit(step.slice.length, sumLengths(step.output));
			const isLast = step.failure !== undefined || step.ended;
			following = isLast ? undefined : takeStep();
			// A failure to read on is thrown once this step's output is handed on.
			following?.catch(() => {});
			const isDamaged = step.failure?.code === "compression_invalid";
			yield* isDamaged && kept.length > 0 ? salvage(kept) : step.output;
			if (step.failure !== undefined) throw step.failure;
			if (following === undefined)
				return await expectZeros(step.slice.subarray(step.usedBytes), reader);
		}
	} finally {
		inflater.close();
		await reader.close();
	}
}

/** What the last of the slices holds before its damage, which zlib keeps to itself when it fails: found in ever smaller steps. */
async function* salvage(
	slices: readonly Uint8Array[],
): AsyncGenerator<Uint8Array> {
	const good = slices.slice(0, -1);
	let damaged = slices.at(-1) ?? new Uint8Array(0);
	for (const stepBytes of SALVAGE_STEPS) {
		const inflater = openInflater();
		try {
			for (const slice of good) await inflater.feed(slice);
			while (damaged.length > 0) {
				const step = await inflater.feed(damaged.subarray(0, stepBytes));
				if (step.failure !== undefined) break;
				yield* step.output;
				good.push(step.slice);
				damaged = damaged.subarray(stepBytes);
			}
		} finally {
			inflater.close();
		}
		damaged = damaged.subarray(0, stepBytes);
	}
}

/** What feeding one slice brought. */
interface Step {
	readonly slice: Uint8Array;
	readonly output: readonly Uint8Array[];
	readonly failure: RasaiError | undefined;
	/** The gzip data ended, with the input or before it. */
	readonly ended: boolean;
	/** Bytes of the slice that belong to the gzip data. */
	readonly usedBytes: number;
}

interface Inflater {
	/** Decompresses one slice; an empty one says that the input is over. */
	feed(slice: Uint8Array): Promise<Step>;
	close(): void;
}

function openInflater(): Inflater {
	const zlib = createGunzip({ chunkSize: OUTPUT_BYTES });
	let output: Uint8Array[] = [];
	let outputBytes = 0;
	let failure: RasaiError | undefined;
	let ended = false;
	let settle = (): void => {};
	zlib.on("data", (bytes: Uint8Array) => {
		output.push(bytes);
		outputBytes += bytes.length;
		if (outputBytes <= MAX_STEP_OUTPUT_BYTES) return;
		failure = new RasaiError(
			"compression_bomb",
			`${SLICE_BYTES} bytes decompress to more than ${MAX_STEP_OUTPUT_BYTES}`,
		);
		zlib.destroy();
		settle();
	});
	zlib.on("end", () => {
		ended = true;
		settle();
	});
	zlib.on("error", (error) => {
		failure ??= faultOf(error);
		settle();
	});
	return {
		async feed(slice) {
			const usedBefore = zlib.bytesWritten;
			await new Promise<void>((resolve) => {
				settle = resolve;
				if (slice.length === 0) zlib.end();
				else zlib.write(slice, () => resolve());
			});
			const usedBytes = zlib.bytesWritten - usedBefore;
			const step = { slice, output, failure, ended, usedBytes };
			output = [];
			outputBytes = 0;
			return step;
		},
		close() {
			zlib.destroy();
		},
	};
}

function faultOf(failure: NodeJS.ErrnoException): RasaiError {
	return failure.code === "Z_BUF_ERROR"
		? new RasaiError(
				"compression_truncated",
				"the gzip data stops before its end",
				{ cause: failure },
			)
		: new RasaiError(
				"compression_invalid",
				`the gzip data is damaged: ${failure.message}`,
				{ cause: failure },
			);
}

/** Zeros after the gzip data are padding; anything else is not lost without a word. */
async function expectZeros(
	first: Uint8Array,
	reader: ByteReader,
): Promise<void> {
	let bytes = first;
	do {
		if (bytes.some((byte) => byte !== 0))
			throw new RasaiError(
				"compression_invalid",
				"other data follow the end of the gzip data",
			);
		bytes = await reader.next(SLICE_BYTES);
	} while (bytes.length > 0);
}

function sumLengths(parts: readonly Uint8Array[]): number {
	return parts.reduce((sum, part) => sum + part.length, 0);
}
