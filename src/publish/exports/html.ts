/** A printed document as one HTML file: print-first, A4, without script and without anything fetched. */
import {
	type Block,
	type Inline,
	type Inlines,
	type PrintedDocument,
	RIGHT_TO_LEFT,
} from "./document.ts";
import { escapeHtml, isWebAddress } from "./escape.ts";
import { figureSvg } from "./figure-svg.ts";
import { PRINT_CSS } from "./print-style.ts";

export function toHtml(document: PrintedDocument): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.title)}</title>
<style>${PRINT_CSS}</style>
</head>
<body>
${toHtmlBody(document)}
</body>
</html>
`;
}

/** What stands inside the body: an article that a page may hold. */
export function toHtmlBody(document: PrintedDocument): string {
	const { title, overline, localTitle, foot, blocks, isEmulated } = document;
	return `<article class="printed">
<header>
<p class="overline">${escapeHtml(overline)}${isEmulated ? ' <strong class="emulated">emulated data</strong>' : ""}</p>
<h1>${plain(title)}</h1>
${localTitle ? `<p class="local" lang="${escapeHtml(localTitle.language)}" dir="auto">${escapeHtml(localTitle.text)}</p>` : ""}
</header>
${blocks.map(block).join("\n")}
<footer>${escapeHtml(foot)}</footer>
</article>`;
}

function block(one: Block): string {
	switch (one.kind) {
		case "heading":
			return `<h${one.level}${one.isPageStart ? ' class="page-start"' : ""}>${plain(one.text)}</h${one.level}>`;
		case "paragraph":
			return `<p>${words(one.text)}</p>`;
		case "lead":
		case "note":
			return `<p class="${one.kind}">${words(one.text)}</p>`;
		case "list": {
			const tag = one.isNumbered ? "ol" : "ul";
			return `<${tag}>${one.items.map((item) => `<li>${words(item)}</li>`).join("")}</${tag}>`;
		}
		case "facts":
			return `<dl>${one.rows.map(([name, text]) => `<div><dt>${plain(name)}</dt><dd>${words(text)}</dd></div>`).join("")}</dl>`;
		case "table": {
			const whole = one.columns.reduce((sum, { width }) => sum + width, 0);
			const share = (width: number): number =>
				Math.round((width / whole) * 100);
			return `<table><colgroup>${one.columns.map(({ width }) => `<col width="${share(width)}%">`).join("")}</colgroup><thead><tr>${one.columns.map(({ title }) => `<th scope="col">${plain(title)}</th>`).join("")}</tr></thead><tbody>${one.rows.map((row) => `<tr>${row.map((cell) => `<td>${words(cell)}</td>`).join("")}</tr>`).join("\n")}</tbody></table>`;
		}
		case "figure":
			return `<figure>${figureSvg(one.figure)}<figcaption>${plain(one.caption)}</figcaption></figure>`;
	}
}

function words(text: Inlines): string {
	return text.map(inline).join("");
}

function inline(one: Inline): string {
	if (typeof one === "string") return plain(one);
	if ("strong" in one) return `<strong>${plain(one.strong)}</strong>`;
	if ("code" in one) return `<code>${escapeHtml(one.code)}</code>`;
	return isWebAddress(one.href)
		? `<a href="${escapeHtml(one.href)}" rel="noreferrer">${plain(one.text)}</a>`
		: plain(one.text);
}

/** Text with every run of a right-to-left script set apart. */
function plain(text: string): string {
	return escapeHtml(text).replace(
		RIGHT_TO_LEFT,
		(run) => `<bdi dir="rtl">${run}</bdi>`,
	);
}
