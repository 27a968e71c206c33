/** Readers of the smallest server: a page a second while something else goes on. */
import { setTimeout as wait } from "node:timers/promises";

const BETWEEN_PAGES_MS = 1000;
const PAGES = ["/", "/qz", "/qz/as64496", "/service/x?cc=qz", "/incidents"];
const LISTINGS = ["/api/v1/status", "/api/v1/days?cc=QZ&service=x"];

/** Asks for pages while the work is done, and prints how long they took. Throws what asking or the work throws. */
export async function whileAsking(
	ask: (path: string) => Promise<unknown>,
	work: () => Promise<unknown>,
): Promise<void> {
	const done = new AbortController();
	const [times] = await Promise.all([
		askPages(ask, done.signal),
		work().finally(() => done.abort()),
	]);
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number) =>
		(sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(0);
	process.stdout.write(
		`  ${times.length} pages and lists answered: median ${at(0.5)} ms, 95% within ${at(0.95)} ms, slowest ${at(1)} ms\n`,
	);
}

/** A page a second until told to stop; gives how long each took, ms. */
async function askPages(
	ask: (path: string) => Promise<unknown>,
	until: AbortSignal,
): Promise<readonly number[]> {
	const times: number[] = [];
	const asked = [...PAGES, ...LISTINGS];
	for (let n = 0; !until.aborted; n++) {
		const since = performance.now();
		await ask(asked[n % asked.length] ?? "/");
		times.push(performance.now() - since);
		await wait(BETWEEN_PAGES_MS);
	}
	return times;
}
