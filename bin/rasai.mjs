#!/usr/bin/env node
/** The `rasai` command: runs what the build made. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(root, "dist/src/cli/main.js");
if (!existsSync(main)) {
	process.stderr.write(
		`rasai is not built yet. Run this first:\n  cd ${JSON.stringify(root)} && npm run build\n`,
	);
	process.exit(1);
}
await import(pathToFileURL(main).href);
