/** Medians: of a list, and of a buffer that may be put out of order. */

/** The median; 0 for none. */
export function medianOf(values: ArrayLike<number>): number {
	return medianWithin(Float64Array.from(values), values.length);
}

/** The median of the first `count` values, which are put out of order; 0 for none. */
export function medianWithin(values: Float64Array, count: number): number {
	if (count === 0) return 0;
	const middle = count >> 1;
	const high = select(values, count, middle);
	if (count % 2 === 1) return high;
	let low = values[0] as number;
	for (let i = 1; i < middle; i++)
		if ((values[i] as number) > low) low = values[i] as number;
	return (low + high) / 2;
}

/** The value at position `rank` of the order (Hoare's selection). Afterwards all before it are no greater. */
function select(values: Float64Array, count: number, rank: number): number {
	let [left, right] = [0, count - 1];
	while (left < right) {
		const pivot = values[(left + right) >> 1] as number;
		let [i, j] = [left, right];
		while (i <= j) {
			while ((values[i] as number) < pivot) i++;
			while ((values[j] as number) > pivot) j--;
			if (i > j) break;
			const swapped = values[i] as number;
			values[i++] = values[j] as number;
			values[j--] = swapped;
		}
		if (rank <= j) right = j;
		else if (rank >= i) left = i;
		else break;
	}
	return values[rank] as number;
}
