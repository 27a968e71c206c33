/** Pages for what cannot be shown: not found, refused, our own fault. They never carry a stack trace. */
import { say } from "../language/speech.ts";

export interface Problem {
	readonly status: 400 | 403 | 404 | 405 | 413 | 414 | 415 | 429 | 500 | 503;
	readonly title: string;
	readonly text: string;
}

export const NOT_FOUND: Problem = {
	status: 404,
	// In the language of whoever asks.
	get title() {
		return say("problem.not_found");
	},
	get text() {
		return say("problem.not_found_text");
	},
};

export const EMULATED_REFUSED: Problem = {
	status: 403,
	title: "Emulated data are not served here",
	text: "This server can be reached from other machines. Emulated measurements are shown only on the machine they are on, so that nobody takes them for real.",
};

export const NO_PNG: Problem = {
	status: 503,
	title: "This server cannot draw PNG",
	text: "The program that draws PNG does not exist for this kind of machine. The same chart is at this address with .svg instead of .png.",
};

export const OUR_FAULT: Problem = {
	status: 500,
	title: "This page could not be made",
	text: "The fault is ours, not yours. It has been logged; trying again later may help.",
};

export function badRequest(text: string): Problem {
	return { status: 400, title: "This address cannot be read", text };
}

export function ProblemPage(props: { readonly problem: Problem }) {
	return (
		<>
			<p class="kicker">{props.problem.status}</p>
			<h1>{props.problem.title}</h1>
			<p class="standfirst">{props.problem.text}</p>
			<p>
				<a href="/">{say("problem.home")}</a>
			</p>
		</>
	);
}
