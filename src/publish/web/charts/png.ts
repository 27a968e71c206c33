/**
 * Charts as PNG, drawn in packaged fonts alone: the same bytes on every
 * machine, Urdu shaped and from right to left. Names in scripts that neither
 * font has are boxes; the SVG shows them in the reader's fonts.
 */
import { createRequire } from "node:module";
import { RasaiError, sha256Hex } from "../../../base/index.ts";

const FONTS = [
	"@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
	"@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
	"@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
];
/** Pixels of the image for one of the chart, so that print and dense screens stay sharp. */
const ZOOM = 2;
const MOST_HELD = 64;

export interface PngPainter {
	/** Throws `png_unavailable` where the machine has no binary of resvg. */
	paint(svg: string): Promise<Uint8Array>;
}

/** Draws one image at a time, and each content once as long as it is held. */
export function createPngPainter(): PngPainter {
	const held = new Map<string, Promise<Uint8Array>>();
	let last: Promise<unknown> = Promise.resolve();
	return {
		paint(svg) {
			const key = sha256Hex(svg);
			const known = held.get(key);
			if (known !== undefined) return known;
			const drawing = last.then(() => draw(svg));
			last = drawing.catch(() => held.delete(key));
			held.set(key, drawing);
			const [oldest] = held.keys();
			if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
			return drawing;
		},
	};
}

async function draw(svg: string): Promise<Uint8Array> {
	const { renderAsync } = await loadResvg();
	const { resolve } = createRequire(import.meta.url);
	const image = await renderAsync(svg, {
		font: {
			loadSystemFonts: false,
			fontFiles: FONTS.map((font) => resolve(font)),
			defaultFontFamily: "Noto Sans",
		},
		fitTo: { mode: "zoom", value: ZOOM },
	});
	return image.asPng();
}

/** Loaded only when asked for: most commands never draw. */
async function loadResvg() {
	try {
		return await import("@resvg/resvg-js");
	} catch (cause) {
		throw new RasaiError(
			"png_unavailable",
			"this machine cannot draw PNG: resvg has no binary for it",
			{ cause, hint: "Take the same chart as .svg." },
		);
	}
}
