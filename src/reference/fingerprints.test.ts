import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { emptyFingerprints, parseFingerprints } from "./fingerprints.ts";
import { ORDINARY_PAGE } from "./ordinary-page.ts";
import type { Fingerprint, FingerprintSet } from "./types.ts";

const HEADER =
	"name,scope,other_names,location_found,pattern_type,pattern,confidence_no_fp,expected_countries,source,exp_url,notes";
const DNS = `${HEADER}
t.dns_0,nat,,dns,full,192.0.2.1,5,PK,test,,
t.dns_1,isp,,dns,full,2001:DB8::1,5,PK,test,,
t.dns_2,isp,,dns,full,Blocked.Example,8,"PK,IN",test,,
`;
const HTTP = `${HEADER}
t.body_0,nat,,body,contains,this site is blocked by order,5,PK,test,,
t.body_1,nat,,body,prefix,<html><!--wall-->,5,PK,test,,
t.body_2,isp,,body,full,<HTML></HTML>,,,test,,
t.body_3,nat,,body,regexp,order of.*the ministry,5,PK,test,,
t.body_4,fp,,body,contains,Ray ID:,5,,test,,
t.body_5,nat,,body,contains,доступ ограничен,5,RU,test,,
t.title_0,prod,,title,contains,Web Page Blocked,5,,test,,
t.location_0,nat,,header.location,prefix,http://warning.example/,5,PK,test,,
t.location_1,nat,,header.location,contains,/blocked?url=,5,PK,test,,
t.server_0,prod,,header.server,full,WallGuard/1.0,5,,test,,
`;
const set = parseFingerprints({ dns: DNS, http: HTTP });

function bytes(text: string): string {
	return Buffer.from(text, "utf8").toString("latin1");
}

function match(
	from: FingerprintSet,
	body: string,
	headers: readonly (readonly [string, string])[] = [],
	title = "",
): readonly string[] {
	return from.matchHttp({ body: Buffer.from(body, "latin1"), title, headers });
}

test("every pattern type is matched in the body", () => {
	assert.deepEqual(set.problems, []);
	assert.equal(set.size, 13);
	assert.deepEqual(
		match(set, "<p>this site is blocked by order of\nthe ministry</p>"),
		["t.body_0", "t.body_3"],
	);
	assert.deepEqual(match(set, "<html><!--wall-->x"), ["t.body_1"]);
	assert.deepEqual(match(set, " <html><!--wall-->x"), []);
	assert.deepEqual(match(set, "<HTML></HTML>"), ["t.body_2"]);
	assert.deepEqual(match(set, "<HTML></HTML>\n"), []);
	assert.deepEqual(match(set, bytes("<b>доступ ограничен</b>")), ["t.body_5"]);
	assert.deepEqual(match(set, ""), []);
	assert.deepEqual(match(set, "This Site Is Blocked By Order"), []);
});

test("headers are matched by their own names, each value of a repeated one", () => {
	assert.deepEqual(
		match(set, "", [
			["location", "http://ok.example/"],
			["location", "http://warning.example/?u=1"],
			["server", "WallGuard/1.0"],
		]),
		["t.location_0", "t.server_0"],
	);
	assert.deepEqual(match(set, "", [["server", "http://warning.example/"]]), []);
	assert.deepEqual(match(set, "", [["location", "https://a/blocked?url=b"]]), [
		"t.location_1",
	]);
});

test("titles are matched apart from the body", () => {
	assert.deepEqual(match(set, "x", [], "Web Page Blocked!"), ["t.title_0"]);
	assert.deepEqual(match(set, "Web Page Blocked!"), []);
});

test("fingerprints of scope fp are reported like the others, and their scope tells", () => {
	assert.deepEqual(match(set, "<div>Ray ID: 1</div>"), ["t.body_4"]);
	assert.equal(set.get("t.body_4")?.scope, "fp");
	assert.deepEqual(set.get("t.dns_2")?.countries, ["PK", "IN"]);
	assert.equal(set.get("t.body_2")?.confidence, undefined);
	assert.equal(set.get("t.dns_2")?.confidence, 8);
	assert.equal(set.get("absent"), undefined);
});

test("forged answers are matched by address or by the name a CNAME points to", () => {
	const names = (answer: string): readonly string[] =>
		set.matchDns(answer).map((fingerprint) => fingerprint.name);
	assert.deepEqual(names("192.0.2.1"), ["t.dns_0"]);
	assert.deepEqual(names("192.0.2.10"), []);
	assert.deepEqual(names("2001:db8::1"), ["t.dns_1"]);
	assert.deepEqual(names("blocked.example"), ["t.dns_2"]);
});

test("P7: bad rows become problems with their line, and the others are used", () => {
	const bad = parseFingerprints({
		dns: `${HEADER}\nd,nat,,body,full,192.0.2.1,5,PK,,,\n`,
		http: `${HEADER}
good,nat,,body,contains,blocked here,5,PK,,,
good,nat,,body,contains,other text,5,PK,,,
a,nat,,elsewhere,contains,text,5,PK,,,
b,nat,,body,glob,text,5,PK,,,
c,nat,,body,contains,,5,PK,,,
d,nat,,body,contains,ab,5,PK,,,
e,nat,,body,regexp,(a+)+b,5,PK,,,
f,nat,,body,contains,some text,5,Pakistan,,,
,nat,,body,contains,nameless,5,PK,,,
g,nat,,header.location,prefix,http://x,5,PK,,,,,,too,many
h,nat,,body,contains,"never closed
`,
	});
	assert.equal(bad.size, 1);
	assert.deepEqual(match(bad, "blocked here"), ["good"]);
	assert.equal(bad.problems.length, 11);
	assert.match(bad.problems[0] ?? "", /^dns: line 2: d: location_found/);
	assert.match(bad.problems.join("\n"), /http: line 3: good: name given twice/);
	assert.match(bad.problems.join("\n"), /line 8: e: regexp: only literal text/);
	for (const text of ["", "\u0000", "a,b\n1,2", '"'.repeat(99)])
		assert.equal(parseFingerprints({ dns: text, http: text }).size, 0);
});

test("P3: the hash follows the contents", () => {
	assert.match(set.hash, /^[0-9a-f]{64}$/);
	assert.equal(parseFingerprints({ dns: DNS, http: HTTP }).hash, set.hash);
	assert.notEqual(parseFingerprints({ dns: HTTP, http: DNS }).hash, set.hash);
	assert.equal(emptyFingerprints.hash, "none");
	assert.deepEqual(match(emptyFingerprints, "x"), []);
});

function matchesNaively(fingerprint: Fingerprint, body: string): boolean {
	const pattern = bytes(fingerprint.pattern);
	switch (fingerprint.patternType) {
		case "full":
			return body === pattern;
		case "prefix":
			return body.startsWith(pattern);
		case "contains":
			return body.includes(pattern);
		case "regexp":
			return new RegExp(fingerprint.pattern, "s").test(
				Buffer.from(body, "latin1").toString("utf8"),
			);
	}
}

/** The published files, where the shared folder is there. */
function readPublished(): { dns: string; http: string } | undefined {
	const folder = join(
		process.env["RASAI_SHARED"] ?? "../shared",
		"data/fingerprints",
	);
	if (!existsSync(folder)) return undefined;
	return {
		dns: readFileSync(join(folder, "fingerprints_dns.csv"), "utf8"),
		http: readFileSync(join(folder, "fingerprints_http.csv"), "utf8"),
	};
}

const published = readPublished();
const skip =
	published === undefined && "RASAI_SHARED not found: published fingerprints";
const real = parseFingerprints(published ?? { dns: "", http: "" });
const realNames =
	(published?.http ?? "").match(/^[a-z]+\.[^,\n]+(?=,)/gm) ?? [];
const realBodies = realNames
	.map((name) => real.get(name))
	.filter((one) => one?.location === "body") as Fingerprint[];

test("every published fingerprint can be used", { skip }, () => {
	assert.deepEqual(real.problems, []);
	assert.equal(real.size, 226 + 1729);
	assert.equal(realBodies.length, 1311);
});

test("every published fingerprint matches itself, and bodies inside a page", {
	skip,
}, () => {
	for (const name of realNames) {
		const one = real.get(name);
		assert.ok(one, name);
		const text =
			one.patternType === "regexp"
				? one.pattern.replaceAll(".*", " - ").replaceAll("\\", "")
				: one.pattern;
		const inner =
			one.patternType === "contains" || one.patternType === "regexp";
		const found =
			one.location === "body"
				? match(real, bytes(inner ? `${ORDINARY_PAGE}${text}<p>` : text))
				: match(real, "", [
						[one.location.slice("header.".length), bytes(text)],
					]);
		assert.ok(found.includes(name), name);
	}
});

test("P6: no published fingerprint of a block page matches an ordinary page", {
	skip,
}, () => {
	assert.deepEqual(
		match(real, ORDINARY_PAGE).filter((name) => real.get(name)?.scope !== "fp"),
		[],
	);
});

test("the published patterns match what each finds alone, on pages made of their pieces", {
	skip,
}, () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true })), {
				minLength: 1,
				maxLength: 30,
			}),
			(picks) => {
				const body = picks
					.map(([which, share]) => {
						// Cut between characters: half of one becomes U+FFFD where the plain way
						// decodes it, and that stands in some published patterns.
						const chars = [
							...(realBodies[which % realBodies.length]?.pattern ?? ""),
						];
						const kept = which % 3 === 0 ? 1 : share;
						return bytes(
							chars.slice(0, Math.floor(kept * chars.length)).join(""),
						);
					})
					.join("<p>");
				assert.deepEqual(
					match(real, body),
					realBodies
						.filter((one) => matchesNaively(one, body))
						.map((one) => one.name)
						.sort(),
				);
			},
		),
		{ numRuns: 300 },
	);
});
