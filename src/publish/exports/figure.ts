/** A figure as a list of shapes, painted as SVG in pages and by Typst in PDF. Units are pixels of a 700 wide drawing. */

export const FIGURE_WIDTH = 700;

export type Tone = "ink" | "muted" | "faint";

/** Fills differ in lightness and in texture, so that a grey print loses nothing. */
export type Fill = "ink" | "hatched" | "dotted" | "pale" | "wash" | "paper";

export type Shape =
	| {
			readonly kind: "rect";
			readonly x: number;
			readonly y: number;
			readonly width: number;
			readonly height: number;
			readonly fill: Fill;
			/** A dashed edge: nothing is known there. */
			readonly isDashed?: boolean;
	  }
	| {
			readonly kind: "line";
			readonly x1: number;
			readonly y1: number;
			readonly x2: number;
			readonly y2: number;
			readonly tone: Tone;
			readonly isDashed?: boolean;
	  }
	| {
			readonly kind: "circle";
			readonly x: number;
			readonly y: number;
			readonly radius: number;
			readonly isFilled: boolean;
	  }
	| {
			readonly kind: "polygon";
			readonly points: readonly (readonly [number, number])[];
			readonly isFilled: boolean;
	  }
	| {
			readonly kind: "text";
			readonly x: number;
			readonly y: number;
			readonly text: string;
			readonly size: number;
			readonly anchor: "start" | "middle" | "end";
			readonly tone: Tone;
			readonly isBold?: boolean;
	  };

export interface Figure {
	readonly title: string;
	/** What it shows, for those who do not see it. */
	readonly description: string;
	readonly height: number;
	readonly shapes: readonly Shape[];
}
