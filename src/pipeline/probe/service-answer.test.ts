import assert from "node:assert/strict";
import test from "node:test";
import type { State, TargetVerdict } from "../../model/index.ts";
import type { Service } from "../../reference/index.ts";
import { answerForService } from "./service-answer.ts";

const service: Service = {
	id: "talk",
	name: "Talk",
	category: "messaging",
	domains: ["talk.example"],
	tests: [],
	functions: [
		{
			id: "web",
			name: "Website",
			targets: ["talk.example", "t.example"],
			role: "any_of",
		},
		{
			id: "media",
			name: "Pictures",
			targets: ["pics.example", "video.example"],
			role: "all_of",
		},
		{ id: "calls", name: "Calls", targets: [], role: "any_of" },
	],
	aliases: [],
};

function answer(states: Readonly<Record<string, State>>) {
	const verdicts = Object.entries(states).map(
		([target, state]) => ({ target, state }) as TargetVerdict,
	);
	return answerForService(service, verdicts);
}

test("any of a function's targets is enough where the registry says any, all must work where it says all", () => {
	const { functions } = answer({
		"talk.example": "blocked",
		"t.example": "ok",
		"pics.example": "ok",
		"video.example": "likely_blocked",
	});
	assert.deepEqual(
		functions.map(({ id, state }) => [id, state]),
		[
			["web", "ok"],
			["media", "likely_blocked"],
		],
	);
});

test("the sentence names what differs, and one word is enough where nothing does", () => {
	assert.equal(
		answer({ "talk.example": "ok", "pics.example": "throttled" }).plain,
		"Talk on this network: website working; pictures slowed down.",
	);
	assert.equal(
		answer({ "talk.example": "ok", "pics.example": "ok" }).plain,
		"Talk is working on this network.",
	);
});

test("P4: what nothing tested is insufficient, and never working", () => {
	const { state, plain } = answer({});
	assert.equal(state, "insufficient");
	assert.match(plain, /not tested well enough/);
});
