/**
 * Messaging services: the standard keys, told apart by the part of the
 * service that each endpoint is. Targets are `<service>/<role>`.
 *
 * | test               | role           | endpoint                                              |
 * | ------------------ | -------------- | ----------------------------------------------------- |
 * | signal             | `chat`         | chat.signal.org (before: textsecure-service.…)        |
 * |                    | `cdsi`         | cdsi.signal.org, contact discovery                    |
 * |                    | `cds`          | api.directory.signal.org, contact discovery until 2022 |
 * |                    | `storage`      | storage.signal.org                                    |
 * |                    | `cdn`, `cdn2`  | cdn.signal.org, cdn2.signal.org                       |
 * |                    | `sfu.voip`     | sfu.voip.signal.org, calls                            |
 * |                    | `uptime`       | uptime.signal.org, only looked up                     |
 * | whatsapp           | `endpoint`     | e1…e16.whatsapp.net                                   |
 * |                    | `registration` | v.whatsapp.net                                        |
 * |                    | `web`          | web.whatsapp.com                                      |
 * | telegram           | `dc`           | the data centres, by address                          |
 * |                    | `web`          | web.telegram.org                                      |
 * | facebook_messenger | `b_api`, `b_graph`, `edge`, `external_cdn`, `scontent_cdn`, `star`, `stun` | the test's own names |
 *
 * Another host has the empty role.
 */
import type { Draft } from "./draft.ts";
import { listOf, type Row, rowOf } from "./fields.ts";
import { placeOf } from "./http.ts";
import type { RoleOf } from "./reading.ts";
import { readStandard } from "./standard.ts";

const SIGNAL_ROLES: ReadonlyMap<string, string> = new Map([
	["chat.signal.org", "chat"],
	["ud-chat.signal.org", "chat"],
	["textsecure-service.whispersystems.org", "chat"],
	["cdsi.signal.org", "cdsi"],
	["api.directory.signal.org", "cds"],
	["storage.signal.org", "storage"],
	["cdn.signal.org", "cdn"],
	["cdn2.signal.org", "cdn2"],
	["sfu.voip.signal.org", "sfu.voip"],
	["uptime.signal.org", "uptime"],
]);

const MESSENGER_ROLES: ReadonlyMap<string, string> = new Map([
	["b-api.facebook.com", "b_api"],
	["b-graph.facebook.com", "b_graph"],
	["edge-mqtt.facebook.com", "edge"],
	["external.xx.fbcdn.net", "external_cdn"],
	["scontent.xx.fbcdn.net", "scontent_cdn"],
	["star.c10r.facebook.com", "star"],
	["stun.fbsbx.com", "stun"],
]);

const WHATSAPP_ENDPOINT = /^e\d{1,2}\.whatsapp\.net$/;
/** XMPP's port, which WhatsApp's clients use beside 443. */
const WHATSAPP_CHAT_PORT = 5222;

export function observeSignal(draft: Draft): void {
	readStandard(draft, draft.measurement.testKeys, {
		roleOf: (hostname) => SIGNAL_ROLES.get(hostname) ?? "",
	});
}

export function observeFacebookMessenger(draft: Draft): void {
	readStandard(draft, draft.measurement.testKeys, {
		roleOf: (hostname) => MESSENGER_ROLES.get(hostname) ?? "",
	});
}

export function observeWhatsapp(draft: Draft): void {
	const roleOf: RoleOf = (hostname, _ip, port) => {
		if (port === WHATSAPP_CHAT_PORT) return "endpoint";
		if (hostname === "v.whatsapp.net") return "registration";
		if (hostname === "web.whatsapp.com") return "web";
		return WHATSAPP_ENDPOINT.test(hostname) ? "endpoint" : "";
	};
	readStandard(draft, draft.measurement.testKeys, { roleOf });
}

/** A data centre is met by its address, which requests then state as their host. */
export function observeTelegram(draft: Draft): void {
	const requests = listOf(draft.measurement.testKeys["requests"]);
	const asked = new Set(requests.map((row) => requestHost(rowOf(row))));
	const roleOf: RoleOf = (hostname, ip) => {
		if (hostname === "web.telegram.org") return "web";
		if (ip === "" || (hostname !== "" && hostname !== ip)) return "";
		return asked.size === 0 || asked.has(ip) ? "dc" : "web";
	};
	readStandard(draft, draft.measurement.testKeys, { roleOf });
}

function requestHost(row: Row): string {
	return placeOf(rowOf(row["request"])).host;
}
