/** A verdict in one sentence for whoever asked, who knows no protocols. */
import type { State, Verdict } from "../../model/index.ts";
import { causeInPlainWords } from "./plain-causes.ts";

const SAYS: Readonly<Record<State, string>> = {
	blocked: "is blocked on this network",
	likely_blocked: "looks blocked on this network",
	throttled: "is slowed down on this network",
	impaired: "did not work from here. That can be a block or a fault",
	down: "does not work from elsewhere either: it is down, not blocked",
	ok: "works on this network",
	insufficient: "could not be judged",
};

/** `X looks blocked on this network: the connection is cut when its name is sent.` */
export function plainSentence(name: string, verdict: Verdict): string {
	const { state, mechanism, locus, targets } = verdict;
	if (state === "ok" && locus === "server_side")
		return `${name} can be reached from here, but the site itself refused this visit.`;
	const hop = targets.find(
		(one) => one.viaRedirect && one.state === state && state !== "ok",
	);
	const who =
		hop === undefined ? name : `${name} leads to ${hop.target}, which`;
	const cause =
		mechanism !== undefined && state !== "down" && state !== "ok"
			? `: ${causeInPlainWords(mechanism)}`
			: "";
	// The verdict's own sentence says why nothing can be said, after place and time.
	const why =
		state === "insufficient"
			? `: ${verdict.why.replace(/^.*?nothing can be said of [^ ]+: /, "").replace(/\.$/, "")}`
			: "";
	const warning = mechanism === "tls.mitm" && state !== "ok" ? BEWARE : "";
	return `${who} ${SAYS[state]}${cause}${why}.${warning}`;
}

const BEWARE =
	" Do not log in there from here: whoever answers may read what you send.";
