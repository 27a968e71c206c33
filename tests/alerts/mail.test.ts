/** Mail, over real TCP, to a server that does what servers do. */
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { createMailSender } from "../../src/publish/alerts/index.ts";
import { headerOf, openBench, textOf } from "./bench.ts";
import { startSmtpServer } from "./smtp-server.ts";

async function open(t: TestContext) {
	const server = await startSmtpServer(t);
	return { server, ...openBench(t, server.port) };
}

const ENDED = {
	status: "ended",
	ending: {
		earliest: "2026-02-10T00:00:00Z",
		at: "2026-02-10T04:00:00Z",
		latest: "2026-02-10T08:00:00Z",
	},
} as const;

test("P8: an event is one mail, and what is told of it later follows in its thread", async (t) => {
	const { server, subscribe, tell, deliver, minutesLater } = await open(t);
	subscribe();
	tell("opened");
	await deliver();
	await deliver();
	assert.equal(server.mails.length, 1);
	minutesLater(600);
	tell("ended", ENDED);
	await deliver();
	const [first, second, ...others] = server.mails;
	assert.deepEqual(others, []);
	assert.equal(
		headerOf(first, "Subject"),
		"[Rasai] New: X (Twitter) blocked in Pakistan",
	);
	assert.match(headerOf(second, "Subject") ?? "", /Ended: X \(Twitter\)/);
	assert.equal(headerOf(first, "References"), undefined);
	assert.equal(headerOf(second, "References"), headerOf(first, "Message-ID"));
	assert.equal(headerOf(second, "In-Reply-To"), headerOf(first, "Message-ID"));
	assert.match(textOf(first), /140 of 171 sessions on 6 networks/);
	assert.match(
		textOf(first),
		/https:\/\/rasai\.example\/incident\/pk-x-2026-01-30\n/,
	);
});

test("a mail is plain text, and can be left in one step from a mail program", async (t) => {
	const { server, subscribe, tell, deliver } = await open(t);
	subscribe();
	tell("opened");
	await deliver();
	const [mail = ""] = server.mails;
	assert.match(
		headerOf(mail, "Content-Type") ?? "",
		/^text\/plain; charset=utf-8/,
	);
	assert.doesNotMatch(mail, /multipart|<html|<img|X-Mailer/i);
	assert.match(
		headerOf(mail, "List-Unsubscribe") ?? "",
		/^<https:\/\/rasai\.example\/subscribe\/stop\/[a-z0-9]+\.[A-Za-z0-9_-]{43}>$/,
	);
	assert.equal(
		headerOf(mail, "List-Unsubscribe-Post"),
		"List-Unsubscribe=One-Click",
	);
	assert.equal(headerOf(mail, "Auto-Submitted"), "auto-generated");
	assert.equal(headerOf(mail, "Date"), "Sun, 01 Feb 2026 06:00:00 +0000");
	assert.match(
		headerOf(mail, "Message-ID") ?? "",
		/^<[0-9a-f]{32}@rasai\.example>$/,
	);
});

for (const behaviour of [
	"busy_recipient",
	"busy_content",
	"drop_in_data",
	"hang",
] as const)
	test(`a mail that meets ${behaviour} is sent later, once`, async (t) => {
		const { server, subscribe, tell, deliver, minutesLater, read } =
			await open(t);
		const id = subscribe();
		tell("opened");
		server.behave(behaviour);
		const run = await deliver();
		assert.deepEqual(
			[server.mails.length, run.sentCount, run.waitingCount, run.failingCount],
			[0, 0, 1, 1],
		);
		assert.ok(read(id)?.queue[0]?.problem);
		minutesLater(1);
		await deliver();
		assert.equal(server.connectionCount(), 1, "it waits before it tries again");
		minutesLater(2);
		const again = await deliver();
		assert.equal(server.mails.length, 1);
		assert.deepEqual([again.sentCount, again.failingCount], [1, 0]);
		assert.equal(read(id)?.deliveries[0]?.attempts, 2);
	});

test("a server that takes a mail and does not say so gets it again under the same Message-ID", async (t) => {
	const { server, subscribe, tell, deliver, minutesLater } = await open(t);
	subscribe();
	tell("opened");
	server.behave("drop_after_data");
	await deliver();
	minutesLater(3);
	await deliver();
	const ids = server.mails.map((mail) => headerOf(mail, "Message-ID"));
	assert.equal(ids.length, 2);
	assert.equal(ids[0], ids[1]);
	assert.equal(server.mails[0], server.mails[1], "every byte is the same");
});

test("a server that is down for a day delays mail and loses none", async (t) => {
	const { server, subscribe, tell, deliver, minutesLater } = await open(t);
	subscribe();
	tell("opened");
	server.behave(...new Array(5).fill("busy_recipient"));
	for (let hour = 0; hour < 24; hour++) {
		await deliver();
		minutesLater(60);
	}
	assert.equal(server.mails.length, 1);
	assert.equal(server.connectionCount(), 6);
});

test("an address that refuses three messages is forgotten; one that refuses the question at once", async (t) => {
	const { server, subscribe, tell, deliver, read, minutesLater, log } =
		await open(t);
	const id = subscribe();
	for (let n = 0; n < 3; n++) {
		assert.ok(read(id), `after ${n} refusals`);
		tell("opened", { id: `pk-x-${n}` });
		server.behave("refuse_recipient");
		await deliver();
		minutesLater(5);
	}
	assert.equal(read(id), undefined);
	const pending = subscribe({}, {}, false);
	server.behave("refuse_recipient");
	await deliver();
	assert.equal(read(pending), undefined);
	assert.equal(server.mails.length, 0);
	assert.doesNotMatch(log(), /reader@mail/, "P11: the log holds no address");
	assert.match(log(), /"removed"/);
});

test("a message whose content is refused is given up, and the next one goes out", async (t) => {
	const { server, subscribe, tell, deliver, read } = await open(t);
	const id = subscribe();
	tell("opened");
	server.behave("refuse_content");
	await deliver();
	assert.equal(read(id)?.deliveries[0]?.result, "given_up");
	tell("ended", ENDED);
	await deliver();
	assert.equal(server.mails.length, 1);
	assert.equal(read(id)?.givenUpInARow, 0);
});

test("before the holder agrees nothing but the question is sent, and it expires", async (t) => {
	const { server, subscribe, tell, deliver, read, at } = await open(t);
	const id = subscribe({ quiet: { from: 0, until: 23 } }, {}, false);
	tell("opened");
	await deliver();
	await deliver();
	assert.equal(server.mails.length, 1, "quiet hours hold back no question");
	assert.match(
		textOf(server.mails[0]),
		/https:\/\/rasai\.example\/subscribe\/confirm\//,
	);
	at("2026-02-04T00:00:00Z");
	await deliver();
	assert.equal(read(id), undefined);
});

test("P7: a service named by a measurement adds no header and no line to a mail", async (t) => {
	const { server, subscribe, tell, deliver } = await open(t);
	subscribe();
	tell("opened", {
		service: "evil.example\r\nBcc: all@mail.example\r\n\r\n\u202eforged",
	});
	await deliver();
	const [mail = ""] = server.mails;
	assert.equal(headerOf(mail, "Bcc"), undefined);
	assert.doesNotMatch(textOf(mail), /\u202e/);
	assert.match(headerOf(mail, "Subject") ?? "", /evil\.example/);
});

test("where encryption is asked for, a server without it gets neither the password nor the mail", async (t) => {
	const { server, subscribe, tell, deliver, read } = await open(t);
	const id = subscribe();
	tell("opened");
	const site = {
		name: "Rasai",
		address: "https://rasai.example",
		key: Buffer.alloc(32),
	};
	await deliver({
		senders: {
			mail: createMailSender(site, {
				host: "127.0.0.1",
				port: server.port,
				security: "starttls",
				user: "rasai",
				password: "secret-word",
				from: "alerts@rasai.example",
				limits: { idleMs: 500, totalMs: 2000 },
			}),
			webhook: undefined,
		},
	});
	assert.equal(server.mails.length, 0);
	assert.match(read(id)?.queue[0]?.problem ?? "", /STARTTLS/i);
	assert.ok(server.commands.some((line) => /^EHLO/i.test(line)));
	assert.ok(!server.commands.some((line) => /^(?:AUTH|MAIL|RCPT)/i.test(line)));
});

test("every mail ends with the ledger's head of when it was queued, the same at each try", async (t) => {
	const { server, subscribe, tell, deliver, minutesLater, setLedger } =
		await open(t);
	subscribe();
	setLedger({
		at: "2026-02-01T05:00:00Z",
		entry: 41,
		hash: "ab".repeat(32),
	});
	tell("opened");
	server.behave("drop_after_data");
	await deliver();
	setLedger({
		at: "2026-02-01T06:01:00Z",
		entry: 43,
		hash: "cd".repeat(32),
	});
	minutesLater(3);
	await deliver();
	const [first, again] = server.mails;
	assert.equal(first, again);
	assert.match(
		textOf(first),
		new RegExp(
			`ledger of 42 entries was not changed after 2026-02-01T05:00:00Z.*\n41:${"ab".repeat(32)}\n*$`,
		),
	);
});
