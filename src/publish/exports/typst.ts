/**
 * A printed document as Typst source. All text is passed in string literals,
 * so nothing in it is ever read as markup or code (P7).
 */
import type { Block, Inline, Inlines, PrintedDocument } from "./document.ts";
import { isWebAddress, typstString } from "./escape.ts";
import type { Figure, Shape } from "./figure.ts";
import { FIGURE_WIDTH } from "./figure.ts";
import { COLOURS, FILL_COLOURS } from "./palette.ts";
import { TYPST_STYLE } from "./typst-style.ts";

export function toTypst(document: PrintedDocument): string {
	const { title, overline, localTitle, foot, blocks, isEmulated } = document;
	return [
		TYPST_STYLE,
		`#show: printed.with(title: ${typstString(title)}, foot: ${typstString(foot)}, emulated: ${isEmulated})`,
		`#overline(${typstString(overline)})`,
		`#doctitle(${typstString(title)})`,
		...(localTitle ? [`#localtitle(${typstString(localTitle.text)})`] : []),
		...blocks.map(block),
	].join("\n");
}

function block(one: Block): string {
	switch (one.kind) {
		case "heading":
			return `${one.isPageStart ? "#pagebreak(weak: true)\n" : ""}#heading(level: ${one.level - 1}, ${typstString(one.text)})`;
		case "paragraph":
			return `#par[${words(one.text)}]`;
		case "lead":
		case "note":
			return `#${one.kind}[${words(one.text)}]`;
		case "list":
			return `#${one.isNumbered ? "enum" : "list"}(${one.items.map((item) => `[${words(item)}], `).join("")})`;
		case "facts":
			return `#facts(${one.rows.map(([name, text]) => `(${typstString(name)}, [${words(text)}]), `).join("")})`;
		case "table":
			return `#datatable((${one.columns.map(({ width }) => `${width}fr, `).join("")}), (${one.columns.map(({ title }) => `${typstString(title)}, `).join("")}), ${one.rows
				.map((row) => row.map((cell) => `[${words(cell)}], `).join(""))
				.join("\n")})`;
		case "figure":
			return `#drawing(${typstString(one.caption)}, ${typstString(one.figure.description)})[${figure(one.figure)}]`;
	}
}

function words(text: Inlines): string {
	return text.map(inline).join("");
}

function inline(one: Inline): string {
	if (typeof one === "string") return `#${typstString(one)};`;
	if ("strong" in one) return `#strong(${typstString(one.strong)});`;
	if ("code" in one) return `#mono(${typstString(breakable(one.code))});`;
	return isWebAddress(one.href)
		? `#link(${typstString(one.href)}, ${typstString(breakable(one.text))});`
		: `#${typstString(one.text)};`;
}

/** Where a long address or hash may be broken. */
function breakable(text: string): string {
	return text
		.replace(/[/?&=_.-]/g, (character) => `${character}\u200b`)
		.replace(/[0-9A-Za-z]{24}/g, (run) => `${run}\u200b`);
}

/** Shapes placed on a canvas whose unit is `u`. */
function figure({ height, shapes }: Figure): string {
	return `#canvas(${FIGURE_WIDTH}, ${height}, u => [${shapes.map((shape) => `#${placed(shape)}`).join("\n")}])`;
}

const n = (value: number): string => `${Math.round(value * 10) / 10}*u`;

function placed(shape: Shape): string {
	switch (shape.kind) {
		case "rect":
			return `place(dx: ${n(shape.x)}, dy: ${n(shape.y)}, rect(width: ${n(shape.width)}, height: ${n(shape.height)}, fill: ${fillOf(shape)}, stroke: ${shape.isDashed ? "dashed-edge" : "none"}))`;
		case "line":
			return `place(line(start: (${n(shape.x1)}, ${n(shape.y1)}), end: (${n(shape.x2)}, ${n(shape.y2)}), stroke: ${shape.isDashed ? `(paint: rgb("${COLOURS[shape.tone]}"), thickness: 0.5pt, dash: (1.4pt, 1.4pt))` : `0.55pt + rgb("${COLOURS[shape.tone]}")`}))`;
		case "circle":
			return `place(dx: ${n(shape.x - shape.radius)}, dy: ${n(shape.y - shape.radius)}, circle(radius: ${n(shape.radius)}, ${paint(shape.isFilled)}))`;
		case "polygon":
			return `place(polygon(${paint(shape.isFilled)}, ${shape.points.map(([x, y]) => `(${n(x)}, ${n(y)})`).join(", ")}))`;
		case "text":
			return `label-at(${n(shape.x)}, ${n(shape.y)}, ${{ start: "left", middle: "center", end: "right" }[shape.anchor]}, ${n(shape.size)}, rgb("${COLOURS[shape.tone]}"), ${shape.isBold ? '"semibold"' : '"regular"'}, ${typstString(shape.text)})`;
	}
}

function fillOf({ fill }: Extract<Shape, { kind: "rect" }>): string {
	return fill === "hatched" || fill === "dotted"
		? fill
		: `rgb("${FILL_COLOURS[fill]}")`;
}

function paint(isFilled: boolean): string {
	return `fill: rgb("${isFilled ? COLOURS.ink : FILL_COLOURS.paper}"), stroke: 0.6pt + rgb("${COLOURS.ink}")`;
}
