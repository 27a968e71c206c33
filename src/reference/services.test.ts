import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { RasaiError } from "../base/index.ts";
import { emptyServices, parseServices } from "./services.ts";

const shipped = parseServices(
	JSON.parse(readFileSync("data/services/services.json", "utf8")),
);

function ownerName(target: string): string | undefined {
	const owner = shipped.ofTarget(target);
	return owner && `${owner.service.id}/${owner.function ?? ""}`;
}

const CHAT = {
	id: "chat",
	name: "Chat",
	category: "messaging",
	domains: ["chat.example", "shared.example.org"],
	tests: ["chattest"],
	functions: [
		{
			id: "text",
			name: "Text",
			targets: ["chattest/server", "api.chat.example"],
			role: "all_of",
		},
		{ id: "calls", name: "Calls", targets: [], role: "any_of" },
	],
	aliases: ["chat"],
};

test("the shipped registry holds the services that people lose", () => {
	assert.ok(shipped.services.length >= 40);
	for (const id of [
		"x facebook instagram whatsapp messenger telegram signal viber discord zoom youtube tiktok snapchat reddit",
		"linkedin threads bluesky wikipedia medium github google_search bbc tor psiphon proton nordvpn vk line wechat",
		"skype roblox chatgpt netflix spotify pinterest tumblr wikimedia dw rferl voa mastodon internet_archive ooni",
		"binance pubg_mobile",
	]
		.join(" ")
		.split(" "))
		assert.ok(shipped.get(id), id);
	assert.equal(shipped.get("nothing"), undefined);
});

test("P4: a function that no test reaches has no targets", () => {
	const whatsapp = shipped.get("whatsapp");
	const targetCounts = Object.fromEntries(
		(whatsapp?.functions ?? []).map((one) => [one.id, one.targets.length]),
	);
	assert.deepEqual(targetCounts, {
		text: 1,
		media: 1,
		calls: 0,
		registration: 2,
		web: 2,
	});
});

test("a target belongs to the service that lists it, or whose domain is above it", () => {
	assert.equal(ownerName("x.com"), "x/web");
	assert.equal(ownerName("twitter.com"), "x/web");
	assert.equal(ownerName("mobile.twitter.com"), "x/");
	assert.equal(ownerName("notx.com"), undefined);
	assert.equal(ownerName("mmg.whatsapp.net"), "whatsapp/media");
	assert.equal(ownerName("maps.google.com"), "google_search/");
	assert.equal(ownerName("mail.google.com"), "gmail/web");
	assert.equal(ownerName("news.bbc.co.uk"), "bbc/");
	assert.equal(ownerName("co.uk"), undefined);
	assert.equal(ownerName(""), undefined);
	assert.equal(ownerName("192.0.2.1"), undefined);
});

test("P6: a site under a shared host is not the service that hosts it", () => {
	assert.equal(ownerName("blogspot.com"), "blogger/web");
	assert.equal(ownerName("somebody.blogspot.com"), undefined);
	assert.equal(ownerName("somebody.github.io"), undefined);
});

test("parts of app tests belong to functions, unknown parts to the service alone", () => {
	assert.equal(ownerName("whatsapp/endpoint"), "whatsapp/text");
	assert.equal(ownerName("signal/sfu.voip"), "signal/calls");
	assert.equal(ownerName("facebook_messenger/b_api"), "messenger/text");
	assert.equal(ownerName("telegram/dc"), "telegram/text");
	assert.equal(ownerName("signal/uptime"), "signal/");
	assert.equal(ownerName("signal"), "signal/");
	assert.equal(ownerName("openvpn/riseup/tcp"), "riseup_vpn/tunnel");
	assert.equal(ownerName("openvpn/other/tcp"), undefined);
});

test("P3: the hash follows what is registered", () => {
	const one = parseServices({ services: [CHAT] });
	assert.equal(parseServices({ services: [{ ...CHAT }] }).hash, one.hash);
	assert.notEqual(
		parseServices({ services: [{ ...CHAT, name: "Chatter" }] }).hash,
		one.hash,
	);
	assert.equal(emptyServices.ofTarget("x.com"), undefined);
});

test("P7: a registry with a fault is refused, and every fault is named", () => {
	const refuses = (services: unknown, fault: RegExp): void => {
		assert.throws(
			() => parseServices({ services }),
			(error: unknown) =>
				error instanceof RasaiError &&
				error.code === "reference_invalid" &&
				fault.test(error.message),
			String(fault),
		);
	};
	const other = { ...CHAT, id: "other", tests: [], functions: [] };
	parseServices({ services: [CHAT, { ...other, domains: [] }] });
	refuses("none", /no list `services`/);
	refuses([CHAT, { ...other, id: "chat", domains: [] }], /id given twice/);
	refuses([CHAT, other], /chat\.example is claimed twice/);
	refuses([{ ...CHAT, domains: ["Chat.Example"] }], /not a domain/);
	refuses([{ ...CHAT, domains: ["example"] }], /not a domain/);
	refuses([{ ...CHAT, id: "Chat" }], /id is not lower-case/);
	refuses([{ ...CHAT, aliases: [1] }], /aliases is not a list/);
	refuses([{ ...CHAT, name: "" }], /no name/);
	refuses([{ ...CHAT, functions: [{ id: "a" }] }], /role is neither/);
	const withTargets = (...targets: readonly string[]): unknown => [
		{ ...CHAT, functions: [{ ...CHAT.functions[0], targets }] },
	];
	refuses(withTargets("elsewhere.example"), /is not of this service/);
	refuses(withTargets("chat.example", "chat.example"), /is claimed twice/);
	refuses(withTargets("https://chat.example/"), /is no target/);
	refuses([null, "x"], /service 1.*service 2/);
});
