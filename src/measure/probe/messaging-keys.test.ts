import assert from "node:assert/strict";
import test from "node:test";
import { messagingKeys, type Outcome } from "./messaging-keys.ts";

const RESET = "connection_reset";

function outcome(
	how: Outcome["how"],
	host: string,
	more: Partial<Outcome> = {},
): Outcome {
	return {
		how,
		host,
		method: how === "fetch" ? "GET" : "",
		failure: null,
		connected: true,
		isDead: false,
		...more,
	};
}
const failed = { failure: RESET, connected: false };

test("WhatsApp is blocked where no endpoint gets through on any port; its web and registration stand alone", () => {
	const open = [
		outcome("connect", "e1.whatsapp.net", failed),
		outcome("connect", "e1.whatsapp.net"),
		outcome("connect", "e2.whatsapp.net", failed),
		outcome("connect", "e2.whatsapp.net", failed),
		outcome("fetch", "v.whatsapp.net"),
		outcome("fetch", "web.whatsapp.com", { failure: RESET }),
	];
	assert.deepEqual(messagingKeys("whatsapp", open), {
		whatsapp_endpoints_blocked: ["e2.whatsapp.net"],
		whatsapp_endpoints_dns_inconsistent: [],
		whatsapp_endpoints_status: "ok",
		registration_server_status: "ok",
		registration_server_failure: null,
		whatsapp_web_status: "blocked",
		whatsapp_web_failure: RESET,
	});
	const none = open.map((one) => ({ ...one, ...failed }));
	assert.equal(
		messagingKeys("whatsapp", none)["whatsapp_endpoints_status"],
		"blocked",
	);
});

test("Telegram is blocked by TCP where no centre can be connected to, by HTTP where none answers", () => {
	const centres = (more: Partial<Outcome>) =>
		["149.154.175.50", "149.154.167.51"].map((host) =>
			outcome("fetch", host, { method: "POST", ...more }),
		);
	const keys = (more: Partial<Outcome>) => {
		const found = messagingKeys("telegram", [
			...centres(more),
			outcome("fetch", "web.telegram.org"),
		]);
		return [found["telegram_tcp_blocking"], found["telegram_http_blocking"]];
	};
	assert.deepEqual(keys({}), [false, false]);
	assert.deepEqual(keys({ failure: RESET }), [false, true]);
	assert.deepEqual(keys(failed), [true, true]);
	assert.deepEqual(keys({ ...failed, isDead: true }), [null, null]);
});

test("Signal is blocked by the first part of it that fails", () => {
	const parts = [
		outcome("fetch", "cdsi.signal.org"),
		outcome("fetch", "chat.signal.org", { failure: RESET }),
		outcome("lookup", "uptime.signal.org", { failure: "dns_nxdomain_error" }),
	];
	assert.deepEqual(messagingKeys("signal", parts), {
		signal_backend_status: "blocked",
		signal_backend_failure: RESET,
	});
	assert.equal(
		messagingKeys("signal", parts.slice(0, 1))["signal_backend_status"],
		"ok",
	);
});

test("Messenger tells look-ups that fail from endpoints that cannot be reached, and claims nothing of whose an address is", () => {
	const keys = messagingKeys("facebook_messenger", [
		outcome("connect", "b-api.facebook.com"),
		outcome("connect", "star.c10r.facebook.com", failed),
		outcome("connect", "edge-mqtt.facebook.com", {
			failure: "dns_nxdomain_error",
		}),
		outcome("lookup", "stun.fbsbx.com"),
	]);
	assert.deepEqual(keys, {
		facebook_b_api_dns_consistent: null,
		facebook_b_api_reachable: true,
		facebook_star_dns_consistent: null,
		facebook_star_reachable: false,
		facebook_edge_dns_consistent: false,
		facebook_edge_reachable: null,
		facebook_stun_dns_consistent: null,
		facebook_stun_reachable: null,
		facebook_dns_blocking: true,
		facebook_tcp_blocking: true,
	});
});
