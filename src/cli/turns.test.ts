import assert from "node:assert/strict";
import { test } from "node:test";
import { piecesOf, takeTurns } from "./turns.ts";

async function* numbers(count: number): AsyncGenerator<number> {
	for (let i = 0; i < count; i++) yield i;
}

async function piecesIn(count: number, size: number): Promise<number[][]> {
	const pieces: number[][] = [];
	const begin = () => {
		let asked = 0;
		return () => ++asked >= size;
	};
	for await (const piece of piecesOf(numbers(count), begin)) {
		const items: number[] = [];
		for await (const item of piece) items.push(item);
		pieces.push(items);
	}
	return pieces;
}

test("pieces hold all items once, in order, and nothing gives one empty piece", async () => {
	assert.deepEqual(await piecesIn(5, 2), [[0, 1], [2, 3], [4]]);
	assert.deepEqual(await piecesIn(4, 2), [
		[0, 1],
		[2, 3],
	]);
	assert.deepEqual(await piecesIn(2, 9), [[0, 1]]);
	assert.deepEqual(await piecesIn(0, 2), [[]]);
});

test("P8: a long import in pieces lets a round have its turn after the piece that is under way", async () => {
	const exclusively = takeTurns();
	const order: string[] = [];
	let round: Promise<void> | undefined;
	const begin = () => {
		let asked = 0;
		return () => ++asked >= 2;
	};
	for await (const piece of piecesOf(numbers(6), begin))
		await exclusively(async () => {
			for await (const item of piece) {
				order.push(`file ${item}`);
				if (item === 0)
					round = exclusively(async () => void order.push("round"));
			}
		});
	await round;
	assert.deepEqual(order, [
		"file 0",
		"file 1",
		"round",
		"file 2",
		"file 3",
		"file 4",
		"file 5",
	]);
});
