/**
 * A printed document as data: what is said, without how it is drawn. One
 * wording serves Markdown, HTML and PDF alike.
 */
import type { Figure } from "./figure.ts";

/** A piece of running text. */
export type Inline =
	| string
	| { readonly strong: string }
	/** Hashes and commands. */
	| { readonly code: string }
	| { readonly href: string; readonly text: string };

export type Inlines = readonly Inline[];

export interface Column {
	readonly title: string;
	/** Share of the width. */
	readonly width: number;
}

export type Block =
	/** `isPageStart`: begins a page. */
	| {
			readonly kind: "heading";
			readonly level: 2 | 3;
			readonly text: string;
			readonly isPageStart?: boolean;
	  }
	| { readonly kind: "paragraph"; readonly text: Inlines }
	/** Set apart, and smaller. */
	| { readonly kind: "note"; readonly text: Inlines }
	/** The one paragraph to read. */
	| { readonly kind: "lead"; readonly text: Inlines }
	| {
			readonly kind: "list";
			readonly isNumbered: boolean;
			readonly items: readonly Inlines[];
	  }
	| {
			readonly kind: "table";
			readonly columns: readonly Column[];
			readonly rows: readonly (readonly Inlines[])[];
	  }
	| {
			readonly kind: "facts";
			readonly rows: readonly (readonly [string, Inlines])[];
	  }
	| {
			readonly kind: "figure";
			readonly figure: Figure;
			readonly caption: string;
	  };

export interface PrintedDocument {
	readonly title: string;
	/** Above the title. */
	readonly overline: string;
	/** The title in the country's own language. */
	readonly localTitle:
		| { readonly language: string; readonly text: string }
		| undefined;
	/** At the foot of each page. */
	readonly foot: string;
	readonly isEmulated: boolean;
	/** UTC, for the file's own data. */
	readonly asOf: string;
	readonly blocks: readonly Block[];
}

/** Scripts that run from right to left. */
export const RIGHT_TO_LEFT =
	/[\p{Script=Arabic}\p{Script=Hebrew}]+(?:\s+[\p{Script=Arabic}\p{Script=Hebrew}]+)*/gu;
