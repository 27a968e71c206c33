/** A stop for archives that swell without end. */
import { RasaiError } from "../../../base/index.ts";

export interface SwellLimits {
	/** Most bytes one file may decompress to. */
	readonly maxDecompressedBytes: number;
	/** Highest ratio of decompressed to compressed bytes once past RATIO_FROM_BYTES. */
	readonly maxRatio: number;
}

/** Below this much output a high ratio is harmless, and honest for small files of like records. */
export const RATIO_FROM_BYTES = 64 * 1024 * 1024;

/** Counts what went in and came out of a decompressor; throws `compression_bomb` past the limits. */
export function createBombGuard(
	limits: SwellLimits,
): (inBytes: number, outBytes: number) => void {
	let inTotal = 0;
	let outTotal = 0;
	return (inBytes, outBytes) => {
		inTotal += inBytes;
		outTotal += outBytes;
		if (outTotal > limits.maxDecompressedBytes)
			throw new RasaiError(
				"compression_bomb",
				`decompresses to more than ${limits.maxDecompressedBytes} bytes`,
			);
		if (outTotal > RATIO_FROM_BYTES && outTotal > inTotal * limits.maxRatio)
			throw new RasaiError(
				"compression_bomb",
				`decompresses to more than ${limits.maxRatio} times its size`,
			);
	};
}
