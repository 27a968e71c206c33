import assert from "node:assert/strict";
import { connect } from "node:net";
import test from "node:test";
import { openBlackHole } from "./black-hole.ts";

test("a connection to the black hole is neither made nor refused", async () => {
	const hole = await openBlackHole();
	try {
		const ends = await Promise.all(
			Array.from(
				{ length: 5 },
				() =>
					new Promise<string>((resolve) => {
						const socket = connect({ host: "127.0.0.1", port: hole.port });
						socket.on("connect", () => resolve("connected"));
						socket.on("error", () => resolve("failed"));
						setTimeout(() => {
							socket.destroy();
							resolve("silence");
						}, 400);
					}),
			),
		);
		assert.deepEqual(new Set(ends), new Set(["silence"]));
	} finally {
		await hole.close();
	}
});
