import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { createPngPainter } from "./png.ts";

const drawing = (text: string): string =>
	`<svg xmlns="http://www.w3.org/2000/svg" width="120" height="30" font-family="system-ui, 'Noto Sans', sans-serif" font-size="16"><rect width="120" height="30" fill="#fff"/><text x="4" y="20" fill="#000">${text}</text></svg>`;

/** Columns of an image that hold ink: its lines come unfiltered or by filters that leave white alone. */
function hasInk(png: Uint8Array): boolean {
	const data: Buffer[] = [];
	const bytes = Buffer.from(png);
	for (let at = 8; at < bytes.length; ) {
		const length = bytes.readUInt32BE(at);
		if (bytes.toString("latin1", at + 4, at + 8) === "IDAT")
			data.push(bytes.subarray(at + 8, at + 8 + length));
		at += length + 12;
	}
	return new Set(inflateSync(Buffer.concat(data))).size > 20;
}

test("a chart is drawn at twice its size, in the packaged fonts and not the machine's", async () => {
	const { paint } = createPngPainter();
	const png = Buffer.from(await paint(drawing("AS64496")));
	assert.equal(png.toString("latin1", 1, 4), "PNG");
	assert.equal(png.readUInt32BE(16), 240);
	assert.equal(png.readUInt32BE(20), 60);
	assert.ok(hasInk(png));
	assert.ok(!hasInk(await paint(drawing(""))));
});

test("Urdu is shaped: joined letters differ from the same letters kept apart", async () => {
	const { paint } = createPngPainter();
	const joined = await paint(drawing("\u2068پاکستان\u2069"));
	const apart = await paint(drawing([..."پاکستان"].join("\u200c")));
	assert.ok(hasInk(joined));
	assert.notDeepEqual(joined, apart);
	assert.deepEqual(joined, await paint(drawing("پاکستان")));
});

test("the same content is drawn once, and always the same", async () => {
	const painter = createPngPainter();
	const first = painter.paint(drawing("same"));
	assert.equal(painter.paint(drawing("same")), first);
	assert.deepEqual(
		await first,
		await createPngPainter().paint(drawing("same")),
	);
});

test("a drawing that cannot be read is refused, and does not stop the next", async () => {
	const { paint } = createPngPainter();
	await assert.rejects(paint("<svg"));
	assert.ok(hasInk(await paint(drawing("next"))));
});
