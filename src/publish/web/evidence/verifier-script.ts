/** The verifier as one script: its files one behind the other, for a page, for Node, and to be read. */
import { readFileSync } from "node:fs";

/** In the order in which each needs the ones before. */
export const VERIFIER_FILES = [
	"zip",
	"merkle",
	"lines",
	"ledger",
	"statement",
	"weigh",
	"integrity",
	"recount",
	"verify",
] as const;

/** Defines `verifyBundle` and needs nothing but the platform. */
export function verifierScript(): string {
	return VERIFIER_FILES.map((name) =>
		readFileSync(
			new URL(`../../../account/evidence/verifier/${name}.js`, import.meta.url),
			"utf8",
		)
			.replaceAll(/^import [^;]*;\n/gm, "")
			.replaceAll(/^export (\{\};\n)?/gm, ""),
	).join("");
}
