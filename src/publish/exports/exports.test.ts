import assert from "node:assert/strict";
import { test } from "node:test";
import type { Block, PrintedDocument } from "./document.ts";
import { typstString } from "./escape.ts";
import { toHtml } from "./html.ts";
import { toMarkdown } from "./markdown.ts";
import { toPdf } from "./pdf.ts";
import { toTypst } from "./typst.ts";

/** What a forged text may try in each of the three languages. */
const HOSTILE = [
	'"); #panic("typst") #("',
	"\\",
	'\\"',
	'#import "x.typ"',
	"] #panic() [",
	"<img src=x onerror=alert(1)>",
	"</style><script>alert(1)</script>",
	"| cell | [link](javascript:alert(1)) `code` **bold**",
	"line\nbreak\u202eturned\u0000nothing",
	"وزیر اطلاعات",
];

function documentOf(
	blocks: readonly Block[],
	more: Partial<PrintedDocument> = {},
): PrintedDocument {
	return {
		title: "A title",
		overline: "Above",
		localTitle: { language: "ur", text: "پاکستان" },
		foot: "At the foot",
		isEmulated: false,
		asOf: "2026-01-01T00:00:00Z",
		blocks,
		...more,
	};
}

const everywhere = (text: string): PrintedDocument =>
	documentOf(
		[
			{ kind: "heading", level: 2, text },
			{
				kind: "paragraph",
				text: [text, { strong: text }, { code: text }, { href: text, text }],
			},
			{ kind: "lead", text: [text] },
			{ kind: "note", text: [text] },
			{ kind: "list", isNumbered: true, items: [[text], [text]] },
			{ kind: "facts", rows: [[text, [text]]] },
			{
				kind: "table",
				columns: [{ title: text, width: 1 }],
				rows: [[[text]]],
			},
			{
				kind: "figure",
				caption: text,
				figure: {
					title: text,
					description: text,
					height: 40,
					shapes: [
						{
							kind: "text",
							x: 0,
							y: 20,
							text,
							size: 9,
							anchor: "start",
							tone: "ink",
						},
					],
				},
			},
		],
		{ title: text, overline: text, foot: text },
	);

test("P7: no text becomes markup, code or an address in any form", async () => {
	for (const text of HOSTILE) {
		const html = toHtml(everywhere(text));
		assert.doesNotMatch(html, /<script|<img|href="(?!https?:)/, text);
		for (const control of ["\u202e", "\u0000"])
			assert.ok(!html.includes(control), text);
		// What stands between backticks is no markup.
		const markdown = toMarkdown(everywhere(text)).replace(
			/(?<!\\)`[^`]*`/g,
			"",
		);
		assert.doesNotMatch(markdown, /(?<!\\)\]\((?!<https?:)/, text);
		assert.doesNotMatch(markdown, /(?<!\\)<script/, text);
		// Would throw where a text were read as code.
		assert.ok((await toPdf(everywhere(text))).length > 5000, text);
	}
});

test("a string literal of Typst ends where its text ends", () => {
	assert.equal(typstString('a"b\\c'), '"a\\"b\\\\c"');
	assert.equal(typstString("a\nb"), '"a b"');
});

test("only an address of the web becomes a link", () => {
	const link = (href: string) =>
		documentOf([{ kind: "paragraph", text: [{ href, text: "a link" }] }]);
	assert.match(toHtml(link("https://paper.example/1?a=1&b")), /href="https:/);
	assert.doesNotMatch(toHtml(link("javascript:alert(1)")), /href=/);
	assert.match(toMarkdown(link("https://paper.example/a(1)")), /<https:/);
	assert.match(toTypst(link("https://paper.example/1")), /#link\("https/);
	assert.doesNotMatch(toTypst(link("file:///etc/passwd")), /#link\(/);
});

test("emulated data say so in every form", () => {
	const emulated = documentOf([], { isEmulated: true });
	assert.match(toHtml(emulated), /emulated data/);
	assert.match(toMarkdown(emulated), /Emulated data/);
	assert.match(toTypst(emulated), /emulated: true/);
	assert.doesNotMatch(toHtml(documentOf([])), /class="emulated"/);
});

test("a run of Urdu is set apart in HTML, and its direction is its own", () => {
	const html = toHtml(
		documentOf([{ kind: "paragraph", text: ["Said وزیر اطلاعات twice"] }]),
	);
	assert.match(html, /Said <bdi dir="rtl">وزیر اطلاعات<\/bdi> twice/);
});

test("P3: the PDF of a document is the same bytes, and of another day is not", async () => {
	const one = await toPdf(everywhere("A text"));
	assert.ok(Buffer.from(one).equals(await toPdf(everywhere("A text"))));
	const later = { ...everywhere("A text"), asOf: "2026-01-02T00:00:00Z" };
	assert.ok(!Buffer.from(one).equals(await toPdf(later)));
});
