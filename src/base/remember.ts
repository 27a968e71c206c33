/** Answers kept for questions that come again and again. */

/** `answer`, which must give the same for the same question, with its last answers kept; past `most` of them all are forgotten. */
export function remember<Question, Answer>(
	most: number,
	answer: (question: Question) => Answer,
): (question: Question) => Answer {
	const kept = new Map<Question, Answer>();
	return (question) => {
		const known = kept.get(question);
		if (known !== undefined) return known;
		const made = answer(question);
		if (kept.size >= most) kept.clear();
		kept.set(question, made);
		return made;
	};
}
