/** The nearest of the known words, for "did you mean". */

/** Single-character edits that turn `a` into `b` (Levenshtein 1966). */
export function editDistance(a: string, b: string): number {
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const replaced = a[row - 1] === b[column - 1] ? 0 : 1;
			current.push(
				Math.min(
					(previous[column] ?? 0) + 1,
					(current[column - 1] ?? 0) + 1,
					(previous[column - 1] ?? 0) + replaced,
				),
			);
		}
		previous = current;
	}
	return previous[b.length] ?? 0;
}

/** The known word closest to `word`, or undefined where none is close. */
export function nearest(
	word: string,
	known: readonly string[],
): string | undefined {
	const farthest = Math.ceil(word.length / 3);
	return known
		.map((candidate) => ({
			candidate,
			distance: candidate.startsWith(word) ? 1 : editDistance(word, candidate),
		}))
		.filter(({ distance }) => distance <= farthest)
		.sort((a, b) => a.distance - b.distance)[0]?.candidate;
}
