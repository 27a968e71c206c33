/** Forgeries of what others saw, by which a country's rows are judged. */
import assert from "node:assert/strict";
import test from "node:test";
import { CONTROL_ATTACKS, DOWN_EVERYWHERE } from "./least.ts";
import { HONEST_ASNS, openScene, SCENE_DAYS } from "./scene.ts";

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

test("P10: a site that goes down everywhere at once, where no helper looks, is not blocked on any day", async () => {
	const scene = await openScene(DOWN_EVERYWHERE);
	try {
		const { published, stateOn } = await scene.attack([]);
		assert.deepEqual(published, []);
		const states = HONEST_ASNS.flatMap((asn) =>
			Array.from({ length: SCENE_DAYS }, (_, day) => stateOn(asn, day)),
		);
		assert.deepEqual(
			states.filter((state) => /blocked/.test(state)),
			[],
		);
		assert.ok(states.includes("down"));
	} finally {
		await scene.close();
	}
});
