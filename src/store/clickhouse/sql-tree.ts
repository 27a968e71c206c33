/** SQL as tokens, with what stands in brackets as lists within the list: enough to rewrite calls and clauses without touching literals. */

/** A token, or what a pair of round brackets holds. */
export type Node = string | readonly Node[];

const TOKEN =
	/--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|[A-Za-z_]\w*(?:\.(?:\w+|\*))*|\$\d+|\d+(?:\.\d+)?|::|\/\/|\|\||<>|<=|>=|!=|->>?|[^\s]/g;

/** Reads a statement. Throws SyntaxError where brackets do not match. */
export function parseSql(text: string): readonly Node[] {
	const open: Node[][] = [[]];
	for (const [token] of text.matchAll(TOKEN)) {
		const inner = open.at(-1) ?? [];
		if (token === "(") open.push([]);
		else if (token === ")") {
			open.pop();
			if (open.length === 0) throw new SyntaxError("a bracket closes nothing");
			open.at(-1)?.push(inner);
		} else if (!token.startsWith("--")) inner.push(token);
	}
	if (open.length !== 1) throw new SyntaxError("a bracket is left open");
	return open[0] ?? [];
}

/** The text again, tokens parted by spaces. */
export function printSql(nodes: readonly Node[]): string {
	return nodes
		.map((node) => (typeof node === "string" ? node : `(${printSql(node)})`))
		.join(" ");
}

/** The word or quoted name that a node is; empty where it is none. */
export function wordOf(node: Node | undefined): string {
	if (typeof node !== "string") return "";
	return /^[A-Za-z_]/.test(node) ? node : (/^"(.*)"$/.exec(node)?.[1] ?? "");
}

export function isWord(node: Node | undefined, keyword: string): boolean {
	return typeof node === "string" && node.toUpperCase() === keyword;
}

/** What is in the brackets that a node is; undefined for a token. */
export function groupOf(node: Node | undefined): readonly Node[] | undefined {
	return typeof node === "string" ? undefined : node;
}

/** The nodes between separators of this level. */
export function splitAt(
	nodes: readonly Node[],
	separator: string,
): readonly (readonly Node[])[] {
	const parts: Node[][] = [[]];
	for (const node of nodes)
		if (node === separator) parts.push([]);
		else parts.at(-1)?.push(node);
	return parts;
}
