/** A printed document as PDF: the same bytes for the same document, on a machine that has only Node. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { RasaiError } from "../../base/index.ts";
import type { PrintedDocument } from "./document.ts";
import { toTypst } from "./typst.ts";

const FONT =
	"@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf";

/** One for the process: each holds the fonts, and gives little of its memory back. */
let compiler: Promise<NodeCompiler> | undefined;

/** Throws `pdf_unavailable` where the machine has no binary of Typst. */
export async function toPdf(document: PrintedDocument): Promise<Uint8Array> {
	compiler ??= createCompiler();
	const typst = await compiler;
	try {
		return typst.pdf(
			{ mainFileContent: toTypst(document) },
			{ creationTimestamp: Math.floor(Date.parse(document.asOf) / 1000) },
		);
	} finally {
		// Else what it remembers grows by megabytes a document.
		typst.evictCache(0);
	}
}

async function createCompiler(): Promise<NodeCompiler> {
	const { NodeCompiler } = await loadTypst();
	const font = readFileSync(createRequire(import.meta.url).resolve(FONT));
	return NodeCompiler.create({ fontArgs: [{ fontBlobs: [font] }] });
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
