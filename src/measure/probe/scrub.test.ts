import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { MeasurementRecord } from "./envelope.ts";
import { notations, scrubRecord } from "./scrub.ts";

/** A record whose one answer holds what is given in every place that a server fills. */
function recordWith(secret: string, where: string): MeasurementRecord {
	const text = where.replace("SECRET", secret);
	const message = {
		headers: { "X-Echo": text, Location: `https://a.example/?next=${text}` },
		headers_list: [
			["X-Echo", text],
			["Location", `https://a.example/?next=${text}`],
		],
		body: `<p>${text}</p>`,
	};
	return {
		input: "https://site.example/",
		test_keys: {
			requests: [
				{
					request: {
						...message,
						url: `https://site.example/?${text}`,
					},
					response: message,
				},
				{
					request: { ...message, url: "https://site.example/" },
					response: {
						...message,
						body: {
							format: "base64",
							data: Buffer.from(`\xff ${text} \xfe`, "latin1").toString(
								"base64",
							),
						},
					},
				},
			],
			control: { http_request: { title: text, headers: { "X-Echo": text } } },
		},
	};
}

/** Everything in the record as text, base64 undone. */
function allText(record: MeasurementRecord): string {
	return JSON.stringify(record, (_key, value: unknown) =>
		typeof value === "object" && value !== null && "data" in value
			? Buffer.from(String(value.data), "base64").toString("latin1")
			: value,
	);
}

const surroundings = fc.constantFrom(
	"SECRET",
	"your address is SECRET.",
	"(SECRET)",
	'"SECRET"',
	"before SECRET, after",
	"ip=SECRET&x=1",
	"a\nSECRET\tb",
);

test("P11: no notation of an own address is left anywhere in a record", () => {
	fc.assert(
		fc.property(fc.ipV4(), fc.nat(6), surroundings, (ip, which, where) => {
			const written = notations(ip)[which] ?? ip;
			fc.pre(written.length >= 4);
			const scrubbed = scrubRecord(recordWith(written, where), {
				cookies: [],
				own: [ip],
			});
			assert.ok(!allText(scrubbed).includes(written), allText(scrubbed));
		}),
	);
});

test("P11: an address that nobody knew to be the probe's is taken out too, IPv4 and IPv6", () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.ipV4(),
				fc.ipV6().filter((ip) => /^([0-9a-f]+:){7}[0-9a-f]+$/i.test(ip)),
			),
			surroundings,
			(ip, where) => {
				const scrubbed = scrubRecord(recordWith(ip, where), {
					cookies: [],
					own: [],
				});
				assert.ok(!allText(scrubbed).includes(ip), allText(scrubbed));
			},
		),
	);
});

test("P11: values of cookies are left nowhere, whatever they are", () => {
	fc.assert(
		fc.property(
			fc.stringMatching(/^[A-Za-z0-9%!*_~-]{6,40}$/),
			surroundings,
			(value, where) => {
				fc.pre(!recordText().includes(value));
				const scrubbed = scrubRecord(recordWith(value, where), {
					cookies: [value],
					own: [],
				});
				assert.ok(!allText(scrubbed).includes(value));
			},
		),
	);
});

function recordText(): string {
	return allText(recordWith("", "")) + surroundings.toString();
}

const TOKENS = [
	"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
	"123e4567-e89b-42d3-a456-426614174000",
	"0123456789abcdef0123456789abcdef",
	"aa:bb:cc:dd:ee:0f",
];

for (const token of TOKENS)
	test(`P11: ${token.slice(0, 12)}… is taken out as an identifier`, () => {
		const scrubbed = scrubRecord(recordWith(token, "id SECRET end"), {
			cookies: [],
			own: [],
		});
		assert.ok(!allText(scrubbed).includes(token));
	});

test("P11: values of fields named like secrets are taken out, their names stay", () => {
	for (const [text, secret] of [
		['<input name="csrf_token" value="zq81">', "zq81"],
		['{"session":"abc12"}', "abc12"],
		["/login?user_id=ahmad77&page=2", "ahmad77"],
		['var clientIp = "host-a"', "host-a"],
	] as const) {
		const out = allText(
			scrubRecord(recordWith(text, "SECRET"), { cookies: [], own: [] }),
		);
		assert.ok(!out.includes(secret), out);
		assert.match(out, /csrf_token|session|user_id|clientIp/);
	}
});

test("what identifies a request in a header goes, and what a judgement needs stays", () => {
	const record = recordWith("", "");
	const headers = {
		"Set-Cookie": "visit=abc; Path=/",
		ETag: "W/xyz",
		"CF-RAY": "8f00-KHI",
		"X-Request-Id": "r1",
		Server: "nginx",
		"Content-Type": "text/html",
	};
	const message = {
		headers,
		headers_list: Object.entries(headers),
		body: "Access to this site is blocked by order 12.4",
	};
	const scrubbed = scrubRecord(
		{
			...record,
			test_keys: {
				requests: [
					{
						request: { ...message, url: "https://site.example/" },
						response: message,
					},
				],
			},
		},
		{ cookies: [], own: [] },
	);
	const [row] = scrubbed.test_keys["requests"] as {
		response: typeof message;
	}[];
	assert.deepEqual(row?.response.headers, {
		"Set-Cookie": "visit=[scrubbed]",
		ETag: "[scrubbed]",
		"CF-RAY": "[scrubbed]",
		"X-Request-Id": "[scrubbed]",
		Server: "nginx",
		"Content-Type": "text/html",
	});
	assert.equal(row?.response.body, message.body);
});
