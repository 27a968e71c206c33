/**
 * Which characters of our own code have run, by V8's block coverage: what the
 * fuzzer is guided by. V8 counts blocks as it runs and is asked after each
 * batch of inputs, so the inputs themselves run at full speed.
 */
import { type Profiler, Session } from "node:inspector";

export interface Coverage {
	/** Whether anything ran since the last look that is new. What is kept is not new again. */
	look(keep: boolean): boolean;
	/** Characters of code that have run. */
	size(): number;
	/** From now on everything is new. */
	forget(): void;
}

const NOTHING = new Uint8Array(0);

/**
 * `isOwn`: whether the code at an address counts. Blocks are only told of in
 * functions that V8 has not compiled yet: start it before they are imported.
 */
export function startCoverage(isOwn: (url: string) => boolean): Coverage {
	const session = new Session();
	session.connect();
	session.post("Profiler.enable");
	session.post("Profiler.startPreciseCoverage", {
		callCount: true,
		detailed: true,
	});
	const seen = new Map<string, Uint8Array>();

	function look(keep: boolean): boolean {
		let isNew = false;
		for (const script of take(session)) {
			if (!isOwn(script.url)) continue;
			const known = seen.get(script.scriptId) ?? NOTHING;
			const ran = paint(script, known.length);
			if (!reachesMore(ran, known)) continue;
			isNew = true;
			if (!keep) return true;
			for (let at = 0; at < known.length; at += 1)
				if (known[at] === 1) ran[at] = 1;
			seen.set(script.scriptId, ran);
		}
		return isNew;
	}

	return {
		look,
		size: () => {
			let sum = 0;
			for (const known of seen.values()) for (const one of known) sum += one;
			return sum;
		},
		forget: () => {
			take(session);
			seen.clear();
		},
	};
}

/** What ran since it was last taken. In one thread the answer comes before `post` returns. */
function take(session: Session): readonly Profiler.ScriptCoverage[] {
	let scripts: readonly Profiler.ScriptCoverage[] = [];
	session.post("Profiler.takePreciseCoverage", (error, answer) => {
		if (error !== null) throw error;
		scripts = answer.result;
	});
	return scripts;
}

function reachesMore(ran: Uint8Array, known: Uint8Array): boolean {
	for (let at = 0; at < ran.length; at += 1)
		if (ran[at] === 1 && known[at] !== 1) return true;
	return false;
}

/** 1 for each character that ran. Inner functions and blocks come after those that hold them. */
function paint(
	{ functions }: Profiler.ScriptCoverage,
	atLeast: number,
): Uint8Array {
	const ranges = functions.flatMap((one) => one.ranges);
	const ran = new Uint8Array(
		ranges.reduce((most, { endOffset }) => Math.max(most, endOffset), atLeast),
	);
	for (const { startOffset, endOffset, count } of ranges)
		ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
	return ran;
}
