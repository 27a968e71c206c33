/** `/subscribe`: asked, agreed, left; and nothing is told of who is known. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { createSubscribe } from "../../src/publish/web/subscribe/subscribe-routes.tsx";
import type { Subscription } from "../../src/store/index.ts";
import {
	FILL_NOW,
	openFilledSite,
	readShippedServices,
} from "../browser/filled-site.ts";
import { bookOf } from "../browser/incidents.ts";

const services = readShippedServices();

function open(t: TestContext) {
	const dir = mkdtempSync(join(tmpdir(), "rasai-subscribe-"));
	t.after(() => rmSync(dir, { recursive: true, force: true }));
	let [now, asked] = [FILL_NOW, 0];
	const app = createSubscribe({
		clock: () => now,
		services,
		incidents: async () => bookOf([], services),
		render: ({ children }) => String(children),
		subscribing: {
			paths: { private: dir },
			key: Buffer.alloc(32, 7),
			perHour: 5,
			trustsProxy: true,
			deliverSoon: () => {
				asked++;
			},
		},
	});
	return {
		askedCount: () => asked,
		later: (hours: number) => {
			now = new Date(now.getTime() + hours * 3_600_000);
		},
		kept: (): readonly Subscription[] => {
			const folder = join(dir, "subscriptions");
			try {
				return readdirSync(folder).map((name) =>
					JSON.parse(readFileSync(join(folder, name), "utf8")),
				);
			} catch {
				return [];
			}
		},
		everything: () =>
			readdirSync(dir, { recursive: true, withFileTypes: true })
				.filter((one) => one.isFile())
				.map((one) => readFileSync(join(one.parentPath, one.name), "utf8"))
				.join("\n"),
		get: (path: string) => app.request(`http://localhost${path}`),
		post: (
			path: string,
			form: Record<string, string> = {},
			headers: Record<string, string> = {},
		) =>
			app.request(`http://localhost${path}`, {
				method: "POST",
				headers: { "sec-fetch-site": "same-origin", ...headers },
				body: new URLSearchParams(form),
			}),
	};
}

const FORM = { mail: "reader@mail.example", cc: "PK", service: "x" };

test("nothing but a question is queued until the holder of the address agrees, and leaving removes all", async (t) => {
	const site = open(t);
	const answer = await site.post("/subscribe", { ...FORM, quiet: "22-7" });
	assert.equal(answer.status, 200);
	assert.match(await answer.text(), /Look into your mail/);
	assert.equal(site.askedCount(), 1);
	const [pending] = site.kept();
	assert.ok(pending);
	assert.equal(pending.confirmedAt, undefined);
	assert.equal(pending.zone, "Asia/Karachi");
	assert.deepEqual(pending.quiet, { from: 22, until: 7 });
	const [question] = pending.queue[0]?.notices ?? [];
	assert.ok(question);
	const opened = await site.get(question.path);
	assert.match(await opened.text(), /restrictions of x in Pakistan/);
	assert.equal(
		site.kept()[0]?.confirmedAt,
		undefined,
		"opening a link agrees to nothing",
	);
	const agreed = await (
		await site.post(question.path, {}, { "sec-fetch-site": "none" })
	).text();
	assert.equal(site.kept()[0]?.confirmedAt, "2026-03-01T22:00:00Z");
	assert.deepEqual(site.kept()[0]?.queue, []);
	const [, stop = ""] = /href="(\/subscribe\/stop\/[^"]+)"/.exec(agreed) ?? [];
	assert.match(await (await site.get(stop)).text(), /forget my address/);
	assert.equal(site.kept().length, 1, "opening the link ends nothing");
	const left = await site.post(
		stop,
		{ "List-Unsubscribe": "One-Click" },
		{ "sec-fetch-site": "cross-site" },
	);
	assert.equal(left.status, 200);
	assert.doesNotMatch(site.everything(), /reader@mail/);
	assert.equal((await site.get(stop)).status, 404);
});

test("a link of another subscription, of another purpose, or too late does nothing", async (t) => {
	const site = open(t);
	await site.post("/subscribe", FORM);
	const path = site.kept()[0]?.queue[0]?.notices[0]?.path ?? "";
	assert.match(path, /^\/subscribe\/confirm\//);
	for (const wrong of [
		path.replace("confirm", "stop"),
		`${path.slice(0, -1)}${path.endsWith("A") ? "B" : "A"}`,
		path.replace(/confirm\/.{4}/, "confirm/0000"),
		"/subscribe/stop/x",
	])
		assert.equal((await site.post(wrong)).status, 404, wrong);
	site.later(49);
	assert.equal((await site.post(path)).status, 404);
	assert.equal(site.kept()[0]?.confirmedAt, undefined);
});

test("the same wish of the same address replaces the one before", async (t) => {
	const site = open(t);
	for (let n = 0; n < 2; n++) {
		await site.post("/subscribe", FORM);
		const pending = site.kept().find((one) => one.confirmedAt === undefined);
		await site.post(pending?.queue[0]?.notices[0]?.path ?? "");
	}
	assert.equal(site.kept().length, 1);
});

test("one address is asked three times a day, and whoever asks is not told so", async (t) => {
	const site = open(t);
	const answers = [];
	for (let n = 0; n < 5; n++)
		answers.push(
			await (
				await site.post("/subscribe", FORM, {
					"x-forwarded-for": `192.0.2.${n}`,
				})
			).text(),
		);
	assert.equal(new Set(answers).size, 1);
	assert.equal(site.kept().length, 3);
	assert.equal(site.askedCount(), 3);
});

test("P11: a line that asks much is turned away, and its address is kept nowhere", async (t) => {
	const site = open(t);
	const statuses = [];
	for (let n = 0; n < 6; n++) {
		const { status } = await site.post(
			"/subscribe",
			{ ...FORM, mail: `r${n}@mail.example` },
			{ "x-forwarded-for": "198.51.100.9" },
		);
		statuses.push(status);
	}
	assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429]);
	assert.doesNotMatch(site.everything(), /198\.51\.100\.9/);
});

test("P7: what cannot be asked for is shown again with the reason, and keeps nothing", async (t) => {
	const site = open(t);
	const wrongs: readonly (readonly [Record<string, string>, RegExp])[] = [
		[{ ...FORM, mail: "a@b.example\r\nBcc: c@d.example" }, /no mail address/],
		[{ ...FORM, mail: "nobody" }, /no mail address/],
		[{ ...FORM, cc: "XX" }, /XX is no country/],
		[{ ...FORM, cc: "QZ" }, /Emulated data are never sent/],
		[{ ...FORM, service: "<b>" }, /No service &lt;b&gt;/],
		[{ ...FORM, asn: "1; drop" }, /by its number/],
		[{ ...FORM, zone: "Mars/Base" }, /no time zone/],
		[{ ...FORM, quiet: "7-7" }, /Quiet hours/],
		[{ ...FORM, heartbeat: "1e9" }, /sign of life/],
		[{ ...FORM, topics: "dates", cc: "" }, /name one/],
		[{ ...FORM, incident: "pk-none" }, /No such incident/],
	];
	for (const [form, why] of wrongs) {
		const answer = await site.post("/subscribe", form, {
			"x-forwarded-for": JSON.stringify(form),
		});
		assert.equal(answer.status, 400, String(why));
		assert.match(await answer.text(), why);
	}
	assert.equal(
		(await site.post("/subscribe", FORM, { "sec-fetch-site": "cross-site" }))
			.status,
		403,
	);
	assert.deepEqual(site.kept(), []);
});

test("where no mail can be sent the page says so, and leads to feeds", async (t) => {
	const site = await openFilledSite({});
	t.after(() => site.close());
	const page = await site.app.request("http://localhost/subscribe?cc=pk");
	const text = await page.text();
	assert.equal(page.status, 200);
	assert.match(text, /sends no mail/);
	assert.match(text, /href="\/pk\.atom"/);
	assert.match(text, /href="\/pk\/record\.ics"/);
	assert.doesNotMatch(text, /name="mail"/);
	const sent = await site.app.request("http://localhost/subscribe", {
		method: "POST",
	});
	assert.equal(sent.status, 405);
});
