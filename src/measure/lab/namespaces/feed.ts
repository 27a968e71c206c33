/** Runs a program of the system and hands it text to read. */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

const TIME_LIMIT_MS = 10_000;

/** Throws with what the program said where it fails. */
export async function feed(
	[program = "", ...args]: readonly string[],
	input: string,
): Promise<void> {
	const child = spawn(program, args, {
		stdio: ["pipe", "ignore", "pipe"],
		timeout: TIME_LIMIT_MS,
	});
	const ended = new Promise<number | null>((resolve, reject) => {
		child.once("error", reject);
		child.once("close", resolve);
	});
	child.stdin.on("error", () => {}).end(input);
	const [said, code] = await Promise.all([text(child.stderr), ended]);
	if (code !== 0) throw new Error(`${program} failed: ${said.trim()}`);
}
