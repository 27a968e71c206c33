/** Where the project is, and how its scripts speak: on stderr, so that stdout stays clean. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

export function say(message) {
	process.stderr.write(`rasai: ${message}\n`);
}

/** Says why it cannot go on and ends the process with code 1. */
export function fail(message) {
	say(message);
	process.exit(1);
}
