/** Colours of printed documents: they keep apart on a grey print. */
import type { Fill, Tone } from "./figure.ts";

export const COLOURS: Readonly<Record<Tone, string>> = {
	ink: "#1b1d26",
	muted: "#565b66",
	faint: "#c9ccd3",
};

export const FILL_COLOURS: Readonly<Record<Fill, string>> = {
	ink: COLOURS.ink,
	hatched: "#cfc8d4",
	dotted: "#f2dfb4",
	pale: "#c6dff2",
	wash: "#f1f1ee",
	paper: "#ffffff",
};
