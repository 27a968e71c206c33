import assert from "node:assert/strict";
import test from "node:test";
import { MECHANISMS, type State, type Verdict } from "../../model/index.ts";
import { plainSentence } from "./plain.ts";

function says(parts: Partial<Verdict>): string {
	return plainSentence("X", {
		state: "ok",
		locus: "unknown",
		targets: [],
		why: "On AS1, nothing can be said.",
		...parts,
	} as unknown as Verdict);
}

test("the cause is said in words, not in the mechanism's name", () => {
	assert.equal(
		says({ state: "likely_blocked", mechanism: "tls.reset.sni" }),
		"X looks blocked on this network: the connection is cut when its name is sent.",
	);
});

test("no mechanism is told in words that only those who know protocols understand", () => {
	for (const mechanism of Object.keys(MECHANISMS)) {
		const said = says({ state: "likely_blocked", mechanism });
		assert.doesNotMatch(
			said,
			/handshake|TLS|HTTP|SNI|resolver|certificate|reset/,
			mechanism,
		);
	}
});

test("P11: who may be listened to is told not to log in, whatever is sure", () => {
	for (const state of ["blocked", "likely_blocked", "impaired"] as const)
		assert.match(says({ state, mechanism: "tls.mitm" }), /Do not log in/);
});

test("why nothing can be said is told without repeating what was asked", () => {
	assert.equal(
		says({
			state: "insufficient",
			why: "On AS1 (QZ) at noon, nothing can be said of x.example: the probe was not online.",
		}),
		"X could not be judged: the probe was not online.",
	);
});

test("a site that refuses a visit itself is not said to be blocked, nor to work without more", () => {
	assert.match(
		says({ locus: "server_side" }),
		/can be reached from here, but the site itself refused/,
	);
});

test("a blocked destination is named, and the link that led to it is not blamed", () => {
	const target = { target: "far.example", viaRedirect: true, state: "blocked" };
	assert.match(
		says({
			state: "blocked",
			targets: [target] as unknown as Verdict["targets"],
		}),
		/^X leads to far\.example, which is blocked/,
	);
});

test("P4: every state has words of its own", () => {
	const states: readonly State[] = [
		"blocked",
		"likely_blocked",
		"throttled",
		"impaired",
		"down",
		"ok",
		"insufficient",
	];
	assert.equal(new Set(states.map((state) => says({ state }))).size, 7);
});
