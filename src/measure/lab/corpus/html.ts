/**
 * Pages as sites send them: a head full of meta data, style sheets and
 * scripts in one line, lists of teasers with addresses that nobody can guess,
 * running text, state as JSON inside the page. Their parts differ in how well
 * they compress, as those of real pages do.
 */
import type { Random } from "../random.ts";
import { makeVocabulary, type SCRIPTS, type Vocabulary } from "./vocabulary.ts";

export interface SiteStyle {
	readonly host: string;
	readonly vocabulary: Vocabulary;
	/** Class names as build tools make them. */
	readonly classes: readonly string[];
	/** Weight of each kind of part. */
	readonly parts: readonly (readonly [
		weight: number,
		part: (style: SiteStyle, random: Random) => string,
	])[];
}

/** How the site named `host` writes its pages. */
export function makeStyle(
	host: string,
	script: keyof typeof SCRIPTS,
	random: Random,
): SiteStyle {
	return {
		host,
		vocabulary: makeVocabulary(host, script),
		classes: Array.from({ length: 60 }, () =>
			random.chance(0.5)
				? `css-${random.hex(7)}`
				: `${random.pick(["card", "nav", "grid", "btn", "hero", "item", "text"])}__${random.pick(["inner", "title", "link", "img", "body"])}--${random.hex(3)}`,
		),
		parts: [
			[random.between(2, 6), teaser],
			[random.between(1, 6), paragraph],
			[random.between(0.1, 1), styleSheet],
			[random.between(0.1, 1.4), script_],
			[random.between(0.1, 1.2), state],
			[random.between(0, 0.35), inlineImage],
			[random.between(0.1, 0.6), drawing],
		],
	};
}

/** A page of about `bytes` bytes. */
export function writePage(
	style: SiteStyle,
	bytes: number,
	random: Random,
): string {
	const title = style.vocabulary.sentence(random).slice(0, 60);
	const parts = [
		`<!DOCTYPE html>\n<html lang="en" class="no-js">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n<link rel="canonical" href="https://${style.host}/">\n<meta property="og:title" content="${title}">\n<meta name="description" content="${style.vocabulary.sentence(random)}">\n`,
		// Small pages come without a sheet of their own.
		bytes > 5000 ? styleSheet(style, random) : "",
		`</head>\n<body class="${random.pick(style.classes)}">\n`,
	];
	const total = style.parts.reduce((sum, [weight]) => sum + weight, 0);
	let length = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
	while (length < bytes - 20) {
		let roll = random.next() * total;
		const [, make] = style.parts.find(([weight]) => {
			roll -= weight;
			return roll < 0;
		}) ??
			style.parts[0] ?? [1, paragraph];
		const part = make(style, random);
		parts.push(part);
		length += Buffer.byteLength(part);
	}
	parts.push("</body>\n</html>\n");
	return parts.join("");
}

function teaser(
	{ classes, vocabulary, host }: SiteStyle,
	random: Random,
): string {
	const slug = `${random.int(1e7)}-${vocabulary.word(random)}-${vocabulary.word(random)}`;
	const [outer = "", inner = "", link = ""] = [0, 1, 2].map((i) =>
		random.chance(0.85) ? (classes[i] ?? "") : random.pick(classes),
	);
	return `<article class="${outer}" data-id="${random.int(1e9)}">\n\t<a class="${link}" href="https://${host}/news/${slug}?utm_source=home&amp;pos=${random.int(40)}"><img class="${inner}" loading="lazy" src="https://cdn.${host}/i/${random.hex(24)}.jpg" alt="${vocabulary.sentence(random)}" width="${random.int(800)}" height="${random.int(600)}"></a>\n\t<h3 class="${inner}">${vocabulary.sentence(random)}</h3>\n\t<time datetime="2024-0${1 + random.int(9)}-1${random.int(9)}T1${random.int(9)}:0${random.int(9)}:00Z">${random.int(23)} h</time>\n</article>\n`;
}

function paragraph({ classes, vocabulary }: SiteStyle, random: Random): string {
	return `<p class="${classes[3]}">${Array.from({ length: 2 + random.int(4) }, () => vocabulary.sentence(random)).join(" ")}</p>\n`;
}

function styleSheet({ classes }: SiteStyle, random: Random): string {
	const rules = Array.from(
		{ length: 10 + random.int(30) },
		() =>
			`.${random.pick(classes)}${random.pick(["", ":hover", ">a", "::before"])}{${random.pick(["display:flex", "position:absolute", "box-sizing:border-box", "overflow:hidden"])};margin:${random.int(30)}px ${random.int(9)}px;color:#${random.hex(6)};${random.pick(["font-weight:700", "transition:all .2s ease", "line-height:1.4", "z-index:10"])}}`,
	);
	return `<style>${rules.join("")}</style>\n`;
}

function script_({ vocabulary }: SiteStyle, random: Random): string {
	const statements = Array.from({ length: 12 + random.int(40) }, () => {
		const [a, b] = [random.hex(1), random.hex(2)];
		return random.pick([
			`function _${b}(t,e){return t&&e?t.${vocabulary.word(random)}(e):"${vocabulary.word(random)}"}`,
			`var e${a}=n(${random.int(9999)}),r${b}=n.n(e${a});`,
			`!function(t){"use strict";t.exports={id:${random.int(99999)},k:"${random.hex(8)}"}}(module);`,
			`if(o<${random.int(500)}&&window._q${a}){window._q${a}.push(["${vocabulary.word(random)}",${random.int(2)}>0])}`,
		]);
	});
	return `<script nonce="${random.hex(16)}">${statements.join("")}</script>\n`;
}

function state({ vocabulary, host }: SiteStyle, random: Random): string {
	const items = Array.from({ length: 5 + random.int(15) }, () => ({
		id: random.hex(12),
		title: vocabulary.sentence(random),
		url: `https://${host}/${vocabulary.word(random)}`,
		views: random.int(1e6),
		tags: [vocabulary.word(random), vocabulary.word(random)],
		live: random.chance(0.1),
	}));
	return `<script id="__STATE__" type="application/json">${JSON.stringify({ props: { items } })}</script>\n`;
}

function inlineImage(_: SiteStyle, random: Random): string {
	const bytes = Buffer.from(random.hex(600 + random.int(2400)), "hex");
	return `<img src="data:image/png;base64,${bytes.toString("base64")}">\n`;
}

function drawing(_: SiteStyle, random: Random): string {
	const points = Array.from(
		{ length: 20 + random.int(60) },
		() =>
			`${random.pick(["l", "c", "h", "v", "s"])}${random.int(200) / 10}-${random.int(90) / 10}`,
	);
	return `<svg viewBox="0 0 24 24"><path d="M${random.int(24)} ${points.join("")}z"/></svg>\n`;
}
