/** A figure as SVG. Everything is set by attributes, so that it looks the same outside its page. */
import { escapeHtml } from "./escape.ts";
import { FIGURE_WIDTH, type Figure, type Fill, type Shape } from "./figure.ts";
import { COLOURS, FILL_COLOURS } from "./palette.ts";

const FONT =
	"'Libertinus Serif', 'Noto Serif', Georgia, 'Noto Nastaliq Urdu', serif";

export function figureSvg(figure: Figure): string {
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FIGURE_WIDTH} ${figure.height}" width="${FIGURE_WIDTH}" height="${figure.height}" role="img" font-family="${FONT}">`,
		`<title>${escapeHtml(figure.title)}</title><desc>${escapeHtml(figure.description)}</desc>`,
		`<defs><pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${FILL_COLOURS.hatched}"/><rect width="2.2" height="5" fill="${COLOURS.ink}"/></pattern>`,
		`<pattern id="dotted" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="${FILL_COLOURS.dotted}"/><circle cx="2" cy="2" r="1" fill="${COLOURS.ink}"/></pattern></defs>`,
		...figure.shapes.map(svgShape),
		"</svg>",
	].join("\n");
}

function svgShape(shape: Shape): string {
	switch (shape.kind) {
		case "rect":
			return `<rect x="${n(shape.x)}" y="${n(shape.y)}" width="${n(shape.width)}" height="${n(shape.height)}" fill="${fillOf(shape.fill)}"${shape.isDashed ? ` stroke="${COLOURS.muted}" stroke-width="0.7" stroke-dasharray="2.5 2"` : ""}/>`;
		case "line":
			return `<line x1="${n(shape.x1)}" y1="${n(shape.y1)}" x2="${n(shape.x2)}" y2="${n(shape.y2)}" stroke="${COLOURS[shape.tone]}" stroke-width="0.8"${shape.isDashed ? ' stroke-dasharray="2 2"' : ""}/>`;
		case "circle":
			return `<circle cx="${n(shape.x)}" cy="${n(shape.y)}" r="${shape.radius}" ${paint(shape.isFilled)}/>`;
		case "polygon":
			return `<polygon points="${shape.points.map(([x, y]) => `${n(x)},${n(y)}`).join(" ")}" ${paint(shape.isFilled)}/>`;
		case "text":
			return `<text x="${n(shape.x)}" y="${n(shape.y)}" font-size="${shape.size}" fill="${COLOURS[shape.tone]}" text-anchor="${shape.anchor}"${shape.isBold ? ' font-weight="600"' : ""}>${escapeHtml(shape.text)}</text>`;
	}
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

function fillOf(fill: Fill): string {
	return fill === "hatched" || fill === "dotted"
		? `url(#${fill})`
		: FILL_COLOURS[fill];
}

function paint(isFilled: boolean): string {
	return `fill="${isFilled ? COLOURS.ink : FILL_COLOURS.paper}" stroke="${COLOURS.ink}" stroke-width="0.9"`;
}
