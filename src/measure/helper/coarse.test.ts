import assert from "node:assert/strict";
import test from "node:test";
import { coarsen } from "./coarse.ts";

const AS = {
	hourMs: Date.UTC(2026, 0, 10, 6),
	session: "s",
	uid: "u",
	withNetwork: true,
};
const coarseKeys = (test_keys: unknown, input = "https://a.example/") =>
	coarsen({ input, test_keys }, AS)["test_keys"];

test("P11: times of day and seconds since 1970 are gone from pages, headers and where redirects led", () => {
	assert.deepEqual(
		coarseKeys({
			requests: [
				{
					request: { url: "https://a.example/next?ts=1768025851123" },
					response: {
						body: "at 2026-01-10T06:17Z, 6:17:31, 1768025851; 12:3 and 98765432101 stay",
						headers: { Location: "/x?t=1768025851", ETag: "abc" },
						headers_list: [
							["Location", "/x?t=1768025851"],
							["Set-Cookie", "a=b"],
						],
					},
				},
			],
		}),
		{
			requests: [
				{
					request: { url: "https://a.example/next?ts=[time]" },
					response: {
						body: "at 2026-01-10T[time]Z, [time], [time]; 12:3 and 98765432101 stay",
						headers: { Location: "/x?t=[time]" },
						headers_list: [["Location", "/x?t=[time]"]],
					},
				},
			],
		},
	);
});

test("what was asked for, what failed and how it ended stay", () => {
	const input = "https://a.example/1768025851";
	const keys = {
		control: { http_request: { failure: null, status_code: 200, headers: {} } },
		requests: [{ failure: "connection_reset", request: { url: input } }],
		tls_handshakes: [
			{ peer_certificates: [{ format: "base64", data: "MII=" }] },
		],
	};
	assert.deepEqual(coarseKeys(keys, input), keys);
});

test("P11: a page that is no text is left out, and so are resolvers", () => {
	assert.deepEqual(
		coarseKeys({
			client_resolver: "198.51.100.1",
			queries: [{ resolver_address: "198.51.100.1:53", failure: null }],
			requests: [{ response: { body: { format: "base64", data: "AAAA" } } }],
		}),
		{ queries: [{ failure: null }], requests: [{ response: { body: "" } }] },
	);
});
