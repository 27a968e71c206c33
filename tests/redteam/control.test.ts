/** Forgeries of what others saw, by which a country's rows are judged. */
import assert from "node:assert/strict";
import test from "node:test";
import { CONTROL_ATTACKS } from "./least.ts";
import { openScene } from "./scene.ts";

test("P7: forgers on two networks abroad set no control and no defect, in either direction", async () => {
	for (const attack of CONTROL_ATTACKS) {
		const scene = await openScene(attack.scene);
		try {
			assert.equal(attack.succeeds(await scene.attack([])), false, attack.what);
			const said = await scene.attack(attack.rows(2));
			assert.equal(attack.succeeds(said), false, attack.what);
		} finally {
			await scene.close();
		}
	}
});
