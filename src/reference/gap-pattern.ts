/**
 * The regular expressions of published fingerprints, matched in linear time.
 *
 * Patterns and bodies both come from outside (P7), and a backtracking engine
 * can be kept busy for hours by a body made for one of the published patterns
 * (`URL .* Sp.*er Gate`). So only the shape that they have is accepted: fixed
 * pieces of literal characters and `.`, with gaps (`.*`) between them. A
 * piece is taken where it first ends, which is never worse than later, so
 * nothing is ever tried twice. As in OONI's own use of them, `.` is any
 * character, line ends included, and a match may begin anywhere.
 */
import type { ByteString } from "./types.ts";

export interface GapPattern {
	/** The longest literal: a text without it cannot match. */
	readonly literal: ByteString;
	matches(text: ByteString): boolean;
}

/** One character of whatever kind. */
const ANY = Symbol("any");
type Atom = ByteString | typeof ANY;
type Piece = readonly Atom[];

const ESCAPED_CONTROLS: Readonly<Record<string, string>> = {
	n: "\n",
	r: "\r",
	t: "\t",
};

/** Compiles `source`, or says why it is not of the accepted shape. */
export function compileGapPattern(
	source: string,
): GapPattern | { readonly problem: string } {
	const pieces = parsePieces(source);
	if (typeof pieces === "string") return { problem: pieces };
	const literal = pieces
		.flat()
		.filter((atom) => atom !== ANY)
		.reduce(
			(longest, atom) => (atom.length > longest.length ? atom : longest),
			"",
		);
	if (literal === "") return { problem: "no literal text" };
	return {
		literal,
		matches(text) {
			let from = 0;
			for (const piece of pieces) {
				from = findPiece(text, piece, from);
				if (from < 0) return false;
			}
			return true;
		},
	};
}

function parsePieces(source: string): readonly Piece[] | string {
	const pieces: Atom[][] = [[]];
	let literal = "";
	const add = (...atoms: readonly Atom[]): void => {
		if (literal !== "")
			pieces.at(-1)?.push(Buffer.from(literal, "utf8").toString("latin1"));
		literal = "";
		pieces.at(-1)?.push(...atoms);
	};
	for (let at = 0; at < source.length; at++) {
		const char = source.charAt(at);
		const rest = source.slice(at);
		if (char === ".") {
			const gap = /^\.[*+]\??/.exec(rest)?.[0];
			if (gap === undefined) add(ANY);
			else {
				if (gap.startsWith(".+")) add(ANY);
				else add();
				pieces.push([]);
				at += gap.length - 1;
			}
		} else if (char === "\\") {
			const next = source.charAt(++at);
			if (/[a-zA-Z0-9]/.test(next) && !(next in ESCAPED_CONTROLS))
				return `\\${next} is not supported`;
			if (next === "") return "ends in a backslash";
			literal += ESCAPED_CONTROLS[next] ?? next;
		} else if (/^(?:[[()|?*+^$]|\{\d*,?\d*\})/.test(rest)) {
			return `only literal text, "." and ".*" can be matched in linear time, not "${char}"`;
		} else literal += char;
	}
	add();
	return pieces.filter((piece) => piece.length > 0);
}

/** Where the first match of `piece` at or after `from` ends; -1 where there is none. */
function findPiece(text: ByteString, piece: Piece, from: number): number {
	const first = piece[0];
	for (let at = from; at <= text.length; at++) {
		if (typeof first === "string") {
			at = text.indexOf(first, at);
			if (at < 0) return -1;
		}
		const end = matchPiece(text, piece, at);
		if (end >= 0) return end;
	}
	return -1;
}

function matchPiece(text: ByteString, piece: Piece, from: number): number {
	let at = from;
	for (const atom of piece) {
		if (atom === ANY) {
			if (at >= text.length) return -1;
			at = endOfCharacter(text, at);
		} else {
			if (!text.startsWith(atom, at)) return -1;
			at += atom.length;
		}
	}
	return at;
}

/** Where the UTF-8 character at `at` ends; a byte that begins none counts as one. */
function endOfCharacter(text: ByteString, at: number): number {
	const lead = text.charCodeAt(at);
	const continuations = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
	let end = at + 1;
	while (end <= at + continuations && (text.charCodeAt(end) & 0xc0) === 0x80)
		end++;
	return end;
}
