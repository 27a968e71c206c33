import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addressIn, keepLanguage, splitLanguage } from "./address.ts";
import { LANGUAGES, type Language } from "./languages.ts";

const OTHERS = LANGUAGES.filter((one) => one !== "en");
/** Pages that are found in every language. */
const PAGES = [
	"/",
	"/about",
	"/incidents?cc=pk",
	"/pk",
	"/pk/record",
	"/pk/as64497?service=x",
	"/pk/as64497/2026-03-01/files.example.md",
	"/service/x?cc=tr#strip",
	"/incident/pk-x-2026-02-01",
];
/** Pages of one language, and files of data. */
const ENGLISH = [
	"/api/v1/incidents",
	"/ooni/api/v1/measurements",
	"/edit/draft/1",
	"/sign-in",
	"/pk.csv",
	"/pk/record.ics",
	"/now.atom",
	"/pk/as64497/2026-03-01.json",
	"/incident/pk-x/dossier.pdf",
	"/site.css?v=1",
];

const withoutQuery = (address: string): string =>
	address.split(/[?#]/)[0] ?? "";

test("every page is found in every language, and leads back to itself", () => {
	for (const language of OTHERS)
		for (const page of PAGES) {
			const address = addressIn(language, page);
			assert.equal(address, `/${language}${page}`);
			assert.deepEqual(splitLanguage(withoutQuery(address)), {
				language,
				path: withoutQuery(page),
			});
		}
});

test("data, feeds, the API and editing have no language", () => {
	for (const language of OTHERS)
		for (const address of ENGLISH) {
			assert.equal(addressIn(language, address), address);
			const path = `/${language}${withoutQuery(address)}`;
			assert.equal(splitLanguage(path).language, "en", path);
		}
});

test("a language takes no address of a country that has the same code", () => {
	for (const code of LANGUAGES)
		for (const rest of [
			"",
			".csv",
			"/record",
			"/record.csv",
			"/record.ics",
			"/outlook",
			"/outlook.ics",
			"/as9121",
			"/as9121.svg",
			"/as9121/2026-03-01",
			"/as9121/2026-03-01/signal/chat",
		])
			assert.deepEqual(splitLanguage(`/${code}${rest}`), {
				language: "en",
				path: `/${code}${rest}`,
			});
	assert.deepEqual(splitLanguage("/tr/tr/as9121"), {
		language: "tr",
		path: "/tr/as9121",
	});
});

test("links and forms of a page keep its language; links to another language, to files and to elsewhere stay", () => {
	const html =
		'<a href="/pk?a=1&amp;b=2">x</a><form action="/cost"></form><a hreflang="en" href="/pk">e</a><a href="/pk.csv">c</a><a href="https://a.example/">o</a><a href="//b.example">b</a><a href="#main">m</a><link rel="stylesheet" href="/site.css?v=1">';
	assert.equal(
		keepLanguage(html, "ur"),
		html
			.replace('href="/pk?', 'href="/ur/pk?')
			.replace('action="/cost"', 'action="/ur/cost"'),
	);
	assert.equal(keepLanguage(html, "en"), html);
});

test("any address keeps its language once, whatever stands in it", () => {
	fc.assert(
		fc.property(
			fc.constantFrom<Language>(...OTHERS),
			fc.webPath(),
			(language, path) => {
				const address = addressIn(language, `/service${path}`);
				const { path: back } = splitLanguage(address);
				assert.equal(back, `/service${path}`);
			},
		),
	);
});
