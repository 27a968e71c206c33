/** Answers kept for a short while: many probes of a country ask about the same sites in the same minutes. */

export interface Cache<T> {
	/** What `make` gave for this key, where that was lately; two who ask at once share one look. */
	get(key: string, make: () => Promise<T>): Promise<T>;
}

/** The oldest goes first where there are more than `maxEntries`. Nothing that failed is kept. */
export function createCache<T>(
	nowMs: () => number,
	{
		keepMs,
		maxEntries,
	}: { readonly keepMs: number; readonly maxEntries: number },
): Cache<T> {
	const kept = new Map<
		string,
		{ readonly made: Promise<T>; readonly atMs: number }
	>();
	return {
		get(key, make) {
			const known = kept.get(key);
			if (known !== undefined && nowMs() - known.atMs < keepMs)
				return known.made;
			const made = make();
			kept.delete(key);
			kept.set(key, { made, atMs: nowMs() });
			made.catch(() => kept.delete(key));
			for (const oldest of kept.keys()) {
				if (kept.size <= maxEntries) break;
				kept.delete(oldest);
			}
			return made;
		},
	};
}
