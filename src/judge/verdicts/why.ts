/** The sentence that a journalist can read: what was seen, and against what it was held. */
import type {
	Layer,
	MeasurementHeader,
	State,
	Verdict,
} from "../../model/index.ts";
import type { JudgedTarget } from "./target-verdict.ts";
import { isPathTest } from "./targets.ts";

const SAYS: Readonly<Record<State, string>> = {
	blocked: "was blocked",
	likely_blocked: "was likely blocked",
	throttled: "was slowed down",
	impaired: "did not work, and the facts do not tell why",
	down: "did not work, and did not work elsewhere either",
	ok: "could be reached",
	insufficient: "cannot be judged from this measurement",
};

const HELD_AGAINST: Readonly<Record<Verdict["control"], string>> = {
	helper: " (compared with what a helper saw from elsewhere)",
	networks: " (compared with what other networks saw in the week before)",
	both: " (compared with what a helper and other networks saw)",
	none: " (with no control to compare with)",
};

const WHEN: Readonly<Record<Layer | "app", string>> = {
	dns: "when the name was looked up, ",
	tcp: "when connecting, ",
	tls: "in the TLS handshake, ",
	http: "when the page was asked for, ",
	quic: "",
	app: "",
};

export interface Explained {
	readonly header: MeasurementHeader;
	readonly target: string;
	readonly targets: readonly JudgedTarget[];
	readonly deciding: JudgedTarget | undefined;
	readonly control: Verdict["control"];
	readonly defect: string | undefined;
}

export function explainInOneSentence(explained: Explained): string {
	const { header, target, defect, deciding } = explained;
	const network =
		header.probeAsn > 0 ? `AS${header.probeAsn}` : "an unknown network";
	const when = `${header.measuredAt.slice(0, 16).replace("T", " ")} UTC`;
	const where = `On ${network} (${header.probeCc}) at ${when}`;
	if (defect !== undefined)
		return `${where}, nothing can be said of ${target}: ${defect}.`;
	const comment = deciding?.deciding?.comment;
	if (deciding === undefined || comment === undefined)
		return `${where}, ${target} ${SAYS.insufficient}: nothing that was recorded says whether it works.`;
	if (isPathTest(header.testName))
		return `${where}, the test ${header.testName} found: ${inOneSentence(comment)}.`;
	const { state } = deciding.verdict;
	const cause = `${deciding.layer === undefined ? "" : WHEN[deciding.layer]}${inOneSentence(comment)}`;
	const held = state === "ok" ? "" : HELD_AGAINST[explained.control];
	return `${where}, ${subject(explained, deciding)} ${SAYS[state]}: ${cause}${held}.`;
}

/** Who did it: the site, the destination that it led to, or the parts of a service. */
function subject(
	{ target, targets }: Explained,
	{ verdict }: JudgedTarget,
): string {
	if (verdict.viaRedirect)
		return `${target} answered and led to ${verdict.target}, which`;
	const parts = targets.filter(({ verdict: { viaRedirect } }) => !viaRedirect);
	if (parts.length < 2) return verdict.target;
	const alike = parts.filter(
		({ verdict: { state } }) => state === verdict.state,
	);
	return alike.length === parts.length
		? `${target} (all ${parts.length} parts tested)`
		: `${target} (${alike.length} of ${parts.length} parts tested, ${verdict.target} among them)`;
}

/** A rule's comment, which may be two sentences, as the end of one. */
function inOneSentence(comment: string): string {
	const joined = comment
		.replace(/\.$/, "")
		.replace(/\. ([A-Z])/g, (_, letter: string) => `; ${letter.toLowerCase()}`);
	return joined.charAt(0).toLowerCase() + joined.slice(1);
}
