/** Who is told of what, and when: matched, collected, held back. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { alertHealth } from "../../src/publish/alerts/index.ts";
import {
	readAlertRun,
	readSubscriptions,
	removeSubscription,
} from "../../src/store/index.ts";
import { headerOf, openBench, textOf } from "./bench.ts";
import { startSmtpServer } from "./smtp-server.ts";

async function open(t: TestContext) {
	const server = await startSmtpServer(t);
	return {
		server,
		subjects: () =>
			server.mails.map((mail) =>
				(headerOf(mail, "Subject") ?? "").replace("[Rasai] ", ""),
			),
		...openBench(t, server.port),
	};
}

test("news go to those who watch the country, the service, the network or the kind, and to nobody else", async (t) => {
	const { subscribe, tell, deliver, read } = await open(t);
	const told = (id: string) => read(id)?.deliveries.length;
	const all = subscribe({}, { cc: [] });
	const wanted = [
		all,
		subscribe(),
		subscribe({}, { services: ["x"] }),
		subscribe({}, { asns: [64496] }),
		subscribe({}, { kinds: ["service_block"] }),
	];
	const others = [
		subscribe({}, { cc: ["IR"] }),
		subscribe({}, { services: ["whatsapp"] }),
		subscribe({}, { asns: [17557] }),
		subscribe({}, { kinds: ["throttling"] }),
		subscribe({}, { topics: ["dates"] }),
	];
	tell("opened");
	const { sentCount } = await deliver();
	assert.equal(sentCount, wanted.length);
	assert.deepEqual(wanted.map(told), [1, 1, 1, 1, 1]);
	assert.deepEqual(others.map(told), [0, 0, 0, 0, 0]);
	tell("opened", { id: "pk-cut", service: null, kind: "full_shutdown" });
	await deliver();
	assert.equal(
		told(others[1] ?? ""),
		1,
		"a cut of the network is a cut of the service",
	);
});

test("who subscribes is told of what comes, not of what was", async (t) => {
	const { server, subscribe, tell, deliver, minutesLater } = await open(t);
	tell("opened");
	minutesLater(1);
	subscribe();
	await deliver();
	assert.equal(server.mails.length, 0);
});

test("what was told is taken back in its thread, also when it no longer fits the watch", async (t) => {
	const { subjects, subscribe, tell, deliver } = await open(t);
	subscribe({}, { kinds: ["service_block"] });
	tell("opened");
	await deliver();
	tell("withdrawn", { status: "withdrawn", kind: "undetermined" });
	await deliver();
	assert.match(subjects()[1] ?? "", /^Withdrawn: /);
});

test("incidents of one country that are found at once are one message", async (t) => {
	const { server, subjects, subscribe, tell, deliver } = await open(t);
	subscribe();
	for (const service of ["x", "facebook", "whatsapp"])
		tell("opened", { id: `pk-${service}`, service });
	await deliver();
	assert.deepEqual(subjects(), [
		"3 news in Pakistan: New: WhatsApp blocked in Pakistan",
	]);
	tell("ended", { id: "pk-facebook", service: "facebook", status: "ended" });
	await deliver();
	assert.equal(
		headerOf(server.mails[1], "References"),
		headerOf(server.mails[0], "Message-ID"),
	);
});

test("quiet hours hold messages back, and what happens meanwhile is told with them", async (t) => {
	const { server, subscribe, tell, deliver, at } = await open(t);
	subscribe({ quiet: { from: 22, until: 7 } });
	at("2026-02-01T18:00:00Z"); // 23:00 in Karachi
	tell("opened");
	await deliver();
	tell("ended", { status: "ended" });
	const run = await deliver();
	assert.deepEqual([server.mails.length, run.waitingCount], [0, 1]);
	at("2026-02-02T01:59:00Z");
	await deliver();
	assert.equal(server.mails.length, 0);
	at("2026-02-02T02:00:00Z");
	await deliver();
	assert.equal(server.mails.length, 1);
	assert.match(textOf(server.mails[0]), /Ended: [\s\S]*New: /);
});

test("a follow-up of a message that waits is told in it", async (t) => {
	const { server, subjects, subscribe, tell, deliver, at } = await open(t);
	subscribe({ quiet: { from: 22, until: 7 } });
	tell("opened");
	await deliver();
	at("2026-02-01T18:00:00Z");
	tell("ended", { status: "ended" });
	await deliver();
	tell("resumed");
	await deliver();
	at("2026-02-02T03:00:00Z");
	await deliver();
	assert.equal(server.mails.length, 2);
	assert.match(subjects()[1] ?? "", /^Again: /);
	assert.match(textOf(server.mails[1]), /Again: [\s\S]*Ended: /);
});

test("a digest collects a day, or a week, by the subscriber's own clock", async (t) => {
	const { server, subscribe, tell, deliver, at } = await open(t);
	subscribe({ cadence: "daily" });
	subscribe({
		cadence: "weekly",
		channel: { kind: "mail", address: "weekly@mail.example" },
	});
	const mailsTo = (name: string) =>
		server.mails.filter((mail) => headerOf(mail, "To")?.includes(name)).length;
	at("2026-02-01T07:00:00Z");
	tell("opened");
	await deliver();
	at("2026-02-02T02:59:00Z"); // 07:59 in Karachi
	tell("opened", { id: "pk-2", service: "whatsapp" });
	await deliver();
	assert.equal(server.mails.length, 0);
	at("2026-02-02T03:00:00Z");
	await deliver();
	assert.deepEqual([mailsTo("reader"), mailsTo("weekly")], [1, 0]);
	assert.match(textOf(server.mails[0]), /WhatsApp[\s\S]*X \(Twitter\)/);
	at("2026-02-03T03:00:00Z");
	await deliver();
	assert.equal(mailsTo("reader"), 1, "a day without news is no mail");
	at("2026-02-08T03:00:00Z");
	await deliver();
	assert.deepEqual([mailsTo("reader"), mailsTo("weekly")], [1, 1]);
});

test("P9: after days without news a message says so, and whether anything was looked at", async (t) => {
	const { server, subscribe, deliver, at, setFollowed } = await open(t);
	subscribe({ heartbeatDays: 30 });
	at("2026-03-03T05:00:00Z");
	await deliver();
	assert.equal(server.mails.length, 0);
	at("2026-03-03T06:00:00Z");
	await deliver();
	assert.match(
		headerOf(server.mails[0], "Subject") ?? "",
		/Nothing happened in 30 days/,
	);
	assert.match(textOf(server.mails[0]), /No source is followed at the moment/);
	await deliver();
	assert.equal(server.mails.length, 1);
	setFollowed({
		heartbeatAt: "2026-04-02T05:50:00Z",
		nextAt: "2026-04-02T06:50:00Z",
		sources: [
			{
				source: "OONI",
				cc: "PK",
				state: "ok",
				checkedAt: null,
				newestAt: null,
				sourceNewestAt: null,
				lagHours: 2,
				since: null,
				problem: "",
			},
		],
	});
	at("2026-04-02T06:00:00Z");
	await deliver();
	assert.equal(server.mails.length, 2);
	assert.doesNotMatch(textOf(server.mails[1]), /unseen/);
});

test("whoever quoted a figure is told of every revision, beside what was quoted", async (t) => {
	const { server, subscribe, tell, deliver, minutesLater } = await open(t);
	const quoted = tell("opened");
	minutesLater(1);
	subscribe({}, { quoted: { incident: quoted.id, revision: 1 } });
	await deliver();
	assert.equal(server.mails.length, 0);
	tell(undefined, {
		counts: { sessions: 300, of: 310, networks: 9, measurements: 700 },
	});
	await deliver();
	await deliver();
	assert.equal(server.mails.length, 1);
	const text = textOf(server.mails[0]);
	assert.match(
		text,
		/Revision 2 says: [\s\S]*300 of 310 sessions on 9 networks/,
	);
	assert.match(text, /You quoted revision 1: [\s\S]*140 of 171 sessions/);
	tell("withdrawn", { status: "withdrawn", reason: "It was a fault." });
	await deliver();
	assert.equal(server.mails.length, 2);
	assert.match(textOf(server.mails[1]), /Withdrawn: It was a fault/);
	assert.equal(
		headerOf(server.mails[1], "References"),
		headerOf(server.mails[0], "Message-ID"),
	);
});

test("dates ahead are told once, and again only where they move", async (t) => {
	const { subjects, subscribe, deliver, at, setDates } = await open(t);
	const date = {
		key: "hearing 1",
		on: "2026-02-10",
		cc: "PK",
		title: "Next hearing",
		text: "In the High Court.",
		path: "/entry/1",
	};
	setDates([date]);
	subscribe({}, { topics: ["dates"], aheadDays: 7 });
	await deliver();
	assert.deepEqual(subjects(), []);
	at("2026-02-02T20:00:00Z"); // 3 February in Karachi
	await deliver();
	await deliver();
	assert.deepEqual(subjects(), ["10 Feb 2026: Next hearing (Pakistan)"]);
	setDates([{ ...date, on: "2026-02-12" }]);
	at("2026-02-06T06:00:00Z");
	await deliver();
	assert.equal(subjects()[1], "Moved to 12 Feb 2026: Next hearing (Pakistan)");
});

test("emulated incidents are never sent to anybody", async (t) => {
	const { server, subscribe, tell, deliver } = await open(t);
	subscribe({}, { cc: [] });
	const incident = tell("opened", {}, "QZ");
	subscribe({}, { quoted: { incident: incident.id, revision: 0 } });
	await deliver();
	assert.equal(server.mails.length, 0);
});

test("a damaged subscription stops no other, and is reported", async (t) => {
	const { server, subscribe, tell, deliver, paths, options } = await open(t);
	subscribe();
	const broken = subscribe();
	writeFileSync(`${paths.private}/subscriptions/${broken}.json`, "{");
	tell("opened");
	const run = await deliver();
	assert.equal(server.mails.length, 1);
	assert.deepEqual(run.problems, [`Subscription ${broken} cannot be read.`]);
	const { found } = readSubscriptions(paths);
	assert.equal(alertHealth(run, found, options.clock()).state, "failing");
});

test("nothing happened, nothing delivered and nothing asked for are three things", async (t) => {
	const bench = await open(t);
	const health = () =>
		alertHealth(
			readAlertRun(bench.paths),
			readSubscriptions(bench.paths).found,
			bench.options.clock(),
		).state;
	assert.equal(health(), "unused");
	const id = bench.subscribe();
	assert.equal(health(), "stopped");
	await bench.deliver();
	assert.equal(health(), "quiet");
	bench.tell("opened");
	bench.server.behave("busy_content");
	await bench.deliver();
	assert.equal(health(), "failing");
	bench.minutesLater(3);
	await bench.deliver();
	assert.equal(health(), "delivering");
	bench.minutesLater(30);
	assert.equal(health(), "stopped");
	removeSubscription(bench.paths, id);
	assert.equal(health(), "unused");
});

test("who leaves while a message is on its way is not brought back by it", async (t) => {
	const { subscribe, tell, deliver, read, paths } = await open(t);
	const id = subscribe();
	tell("opened");
	await deliver({
		senders: {
			mail: {
				send: async () => {
					removeSubscription(paths, id);
					return { result: "failed", problem: "gone" };
				},
			},
			webhook: undefined,
		},
	});
	assert.equal(read(id), undefined);
});

test("who quoted a range of costs is told when it is estimated otherwise, and not because time goes by", async (t) => {
	const { server, subscribe, tell, deliver, minutesLater, quote } =
		await open(t);
	const incident = tell("opened");
	const until = "2026-02-01T06:00Z";
	const cost = quote(incident, until);
	assert.ok(cost.high > cost.low && cost.low > 0);
	subscribe({}, { quoted: { incident: incident.id, revision: 1, cost } });
	await deliver();
	minutesLater(24 * 60);
	await deliver();
	assert.equal(server.mails.length, 0, "a running total that grows is no news");
	tell(undefined, {
		onset: {
			earliest: "2026-01-20T22:00:00Z",
			at: "2026-01-21T04:00:00Z",
			latest: "2026-01-21T14:00:00Z",
		},
		networks: [],
	});
	minutesLater(1);
	await deliver();
	const told = server.mails.map(textOf).join("\n").replace(/\s+/g, " ");
	assert.match(told, /You quoted a cost of \$.* It is now estimated at \$/);
	assert.match(told, /Both are up to 1 Feb 2026, 06:00/);
	const count = server.mails.length;
	minutesLater(60);
	await deliver();
	assert.equal(server.mails.length, count, "told once");
});
