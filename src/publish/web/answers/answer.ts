/** What a route is asked and what it answers with. */
import type { ShownFigure } from "../charts/shown-figure.ts";
import type { PageContent } from "../pages/layout.tsx";
import {
	badRequest,
	EMULATED_REFUSED,
	NOT_FOUND,
	type Problem,
} from "../pages/problem.tsx";
import type { PageDeps } from "../site-deps.ts";

export type Ending = "html" | "csv" | "json" | "svg" | "png";

export interface PageRequest {
	param(name: string): string;
	query(name: string): string | undefined;
	/** The reader sits at this machine (DESIGN section 4: emulated data go no further). */
	readonly mayShowEmulated: boolean;
}

export type Answer =
	| {
			readonly kind: "page";
			readonly page: PageContent;
			/** 400: it shows a form again, with what is to be mended. */
			readonly status?: 400;
	  }
	| { readonly kind: "csv"; readonly text: string }
	| { readonly kind: "json"; readonly value: unknown }
	| {
			readonly kind: "text";
			readonly mediaType: string;
			readonly text: string;
	  }
	| {
			readonly kind: "image";
			readonly ending: "svg" | "png";
			readonly figure: ShownFigure;
	  }
	| {
			/** Saved and not shown: a document of its own, outside the site's frame. */
			readonly kind: "file";
			readonly name: string;
			readonly mediaType: string;
			readonly content: string | Uint8Array;
	  }
	| { readonly kind: "redirect"; readonly to: string }
	| { readonly kind: "problem"; readonly problem: Problem };

export type Route = (deps: PageDeps, request: PageRequest) => Promise<Answer>;

export const notFound: Answer = { kind: "problem", problem: NOT_FOUND };
export const emulatedRefused: Answer = {
	kind: "problem",
	problem: EMULATED_REFUSED,
};

export function unreadable(text: string): Answer {
	return { kind: "problem", problem: badRequest(text) };
}

/** The last part of an address without its ending: `pk.csv` is `pk` as `csv`. */
export function splitEnding(part: string): {
	readonly name: string;
	readonly ending: Ending;
} {
	const match = /^(.*)\.(csv|json|svg|png)$/.exec(part);
	return match
		? { name: match[1] ?? "", ending: match[2] as Ending }
		: { name: part, ending: "html" };
}
