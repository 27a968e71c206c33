/** A printed document as PDF: the same bytes for the same document, on a machine that has only Node. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { RasaiError } from "../../base/index.ts";
import type { PrintedDocument } from "./document.ts";
import { toTypst } from "./typst.ts";

const FONT =
	"@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf";

/** Throws `pdf_unavailable` where the machine has no binary of Typst. */
export async function toPdf(document: PrintedDocument): Promise<Uint8Array> {
	const { NodeCompiler } = await loadTypst();
	const font = readFileSync(createRequire(import.meta.url).resolve(FONT));
	const compiler = NodeCompiler.create({
		fontArgs: [{ fontBlobs: [font] }],
	});
	return compiler.pdf(
		{ mainFileContent: toTypst(document) },
		{ creationTimestamp: Math.floor(Date.parse(document.asOf) / 1000) },
	);
}

/** Loaded only when asked for: most commands never make a PDF. */
async function loadTypst() {
	try {
		return await import("@myriaddreamin/typst-ts-node-compiler");
	} catch (cause) {
		throw new RasaiError(
			"pdf_unavailable",
			"this machine cannot make a PDF: Typst has no binary for it",
			{
				cause,
				hint: "Use --format html and print it from a browser.",
			},
		);
	}
}
