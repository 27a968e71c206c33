/**
 * Turns of the one writer. While a server follows, commands that were handed to
 * it and its own rounds write one after another; a long command can work in
 * pieces, each a turn of its own, so that live detection goes on between them.
 */

/** Runs work while no other work of this program writes. */
export type Exclusively = <T>(work: () => Promise<T>) => Promise<T>;

/** One after another, in the order of asking; one that fails does not stop the next. */
export function takeTurns(): Exclusively {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const turn = last.then(work, work);
		last = turn.catch(() => {});
		return turn;
	};
}

/** Pieces of what comes one after another: each ends once `isOver`, asked before each item but the first, says so. */
export async function* piecesOf<Item>(
	items: AsyncIterable<Item>,
	begin: () => () => boolean,
): AsyncGenerator<AsyncIterable<Item>> {
	const iterator = items[Symbol.asyncIterator]();
	let next: IteratorResult<Item> | undefined;
	async function* piece(): AsyncGenerator<Item> {
		const isOver = begin();
		let isFirst = true;
		while (isFirst || !isOver()) {
			isFirst = false;
			next ??= await iterator.next();
			if (next.done) return;
			const { value } = next;
			next = undefined;
			yield value;
		}
	}
	try {
		do {
			yield piece();
			next ??= await iterator.next();
		} while (!next.done);
	} finally {
		await iterator.return?.();
	}
}
