/** Progress of long work: a bar where stderr is a terminal, a line now and then where it is not. */

export interface Progress {
	/** Tell how far the work is. `total` may be unknown; `note` says what is being done. */
	update(state: {
		readonly done: number;
		readonly total?: number;
		readonly unit: string;
		readonly note?: string;
	}): void;
	/** End the bar; the last line stays. */
	finish(): void;
}

export const silentProgress: Progress = { update() {}, finish() {} };

const BAR_WIDTH = 24;
const REDRAW_MS = 200;
const PLAIN_LINE_MS = 10_000;

/**
 * A progress reporter on `stream`. Redraws at most five times a second on a
 * terminal; prints one line at most every ten seconds elsewhere.
 */
export function createProgress(
	stream: { write(text: string): unknown; readonly isTTY?: boolean },
	title: string,
	nowMs: () => number,
): Progress {
	// Where there is no terminal, short work says nothing.
	let lastDrawMs = stream.isTTY ? Number.NEGATIVE_INFINITY : nowMs();
	let drawn = false;
	return {
		update({ done, total, unit, note }) {
			const atMs = nowMs();
			if (atMs - lastDrawMs < (stream.isTTY ? REDRAW_MS : PLAIN_LINE_MS))
				return;
			lastDrawMs = atMs;
			const share = total && total > 0 ? Math.min(1, done / total) : undefined;
			const [shown, of, what] =
				unit === "bytes"
					? [megabytes(done), megabytes(total ?? 0), "MB"]
					: [done, total, unit];
			const count = `${shown}${total ? ` of ${of}` : ""} ${what}`;
			if (!stream.isTTY) {
				stream.write(`${title}: ${count}${note ? `, ${note}` : ""}\n`);
				return;
			}
			const filled = Math.round((share ?? 0) * BAR_WIDTH);
			const bar =
				share === undefined
					? ""
					: ` [${"#".repeat(filled)}${"-".repeat(BAR_WIDTH - filled)}] ${Math.floor(share * 100)}%`;
			stream.write(`\r\x1b[2K${title}${bar} ${count}${note ? ` ${note}` : ""}`);
			drawn = true;
		},
		finish() {
			if (drawn) stream.write("\n");
		},
	};
}

function megabytes(bytes: number): string {
	return (bytes / 1e6).toFixed(1);
}
