/**
 * The process that answers one question and ends. Forked by `console.ts` with
 * an empty environment and less priority than the site; told its question by
 * a message, and killed by its parent at the limit whatever it is doing.
 */
import { messageOf, RasaiError } from "../../base/index.ts";
import { openReader } from "../duckdb/index.ts";
import { answerQuestion } from "./answer-question.ts";
import type { ProcessAnswer, ProcessQuestion } from "./console.ts";

async function answer(question: ProcessQuestion): Promise<ProcessAnswer> {
	const { limits } = question;
	const reader = await openReader(
		{ paths: question.paths },
		{
			threads: 1,
			memoryLimitMb: limits.memoryMb,
			timeoutMs: limits.seconds * 1000,
			spills: false,
		},
	);
	try {
		return await answerQuestion(reader, question);
	} catch (error) {
		const message = messageOf(error);
		if (error instanceof RasaiError && error.code === "timeout")
			return { kind: "limit", why: `it took longer than ${limits.seconds} s` };
		return /^Out of Memory/i.test(message)
			? { kind: "limit", why: `it needed more than ${limits.memoryMb} MB` }
			: { kind: "refused", why: message.replace(/\n[\s\S]*/, "") };
	} finally {
		reader.close();
	}
}

process.once("message", (question) => {
	answer(question as ProcessQuestion)
		.catch((error: unknown) => ({ kind: "failed", why: messageOf(error) }))
		.then((told) => process.send?.(told, () => process.disconnect()))
		.catch(() => process.disconnect());
});
