/** A printed document as Markdown: tables and links, no figure but its words. */
import type { Block, Inline, Inlines, PrintedDocument } from "./document.ts";
import { escapeMarkdown, isWebAddress } from "./escape.ts";

export function toMarkdown(document: PrintedDocument): string {
	const { title, overline, localTitle, foot, blocks, isEmulated } = document;
	return `${[
		`# ${escapeMarkdown(title)}`,
		...(localTitle ? [escapeMarkdown(localTitle.text)] : []),
		`${escapeMarkdown(overline)}${isEmulated ? ". **Emulated data.**" : ""}`,
		...blocks.map(block),
		"---",
		escapeMarkdown(foot),
	].join("\n\n")}\n`;
}

function block(one: Block): string {
	switch (one.kind) {
		case "heading":
			return `${"#".repeat(one.level)} ${escapeMarkdown(one.text)}`;
		case "paragraph":
			return words(one.text);
		case "lead":
			return `**${words(one.text)}**`;
		case "note":
			return `> ${words(one.text)}`;
		case "list":
			return one.items
				.map(
					(item, index) =>
						`${one.isNumbered ? `${index + 1}.` : "-"} ${words(item)}`,
				)
				.join("\n");
		case "facts":
			return table(
				["", ""],
				one.rows.map(([name, text]) => [escapeMarkdown(name), words(text)]),
			);
		case "table":
			return table(
				one.columns.map(({ title }) => escapeMarkdown(title)),
				one.rows.map((row) => row.map(words)),
			);
		case "figure":
			return `*Figure (drawn in HTML and PDF): ${escapeMarkdown(one.caption)}*`;
	}
}

function table(
	titles: readonly string[],
	rows: readonly (readonly string[])[],
): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
	return [line(titles), line(titles.map(() => "---")), ...rows.map(line)].join(
		"\n",
	);
}

function words(text: Inlines): string {
	return text.map(inline).join("");
}

function inline(one: Inline): string {
	if (typeof one === "string") return escapeMarkdown(one);
	if ("strong" in one) {
		// Blanks inside the stars would leave the stars standing.
		const [, before = "", bold = "", after = ""] =
			/^(\s*)(.*?)(\s*)$/s.exec(one.strong) ?? [];
		return `${before}**${escapeMarkdown(bold)}**${after}`;
	}
	if ("code" in one) return `\`${one.code.replaceAll("`", "'")}\``;
	return isWebAddress(one.href)
		? `[${escapeMarkdown(one.text)}](<${encodeURI(decodeSafely(one.href)).replace(/[<>]/g, "")}>)`
		: escapeMarkdown(one.text);
}

/** So that what is escaped already is not escaped twice. */
function decodeSafely(href: string): string {
	try {
		return decodeURI(href);
	} catch {
		return href;
	}
}
