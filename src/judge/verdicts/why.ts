/** The sentence that a journalist can read: what was seen, and against what it was held. */
import type {
	Layer,
	MeasurementHeader,
	State,
	Verdict,
} from "../../model/index.ts";
import type { JudgedTarget } from "./target-verdict.ts";

const SAYS: Readonly<Record<State, string>> = {
	blocked: "was blocked",
	likely_blocked: "was likely blocked",
	throttled: "was slowed down",
	impaired: "did not work, and the facts do not tell why",
	down: "did not work, and did not work elsewhere either",
	ok: "could be reached",
	insufficient: "cannot be judged from this measurement",
};

const CONTROL_SAYS: Readonly<Record<Verdict["control"], string>> = {
	helper: "held against what a helper saw from elsewhere",
	networks: "held against what other networks saw in the week before",
	both: "held against the helper and against what other networks saw",
	none: "with no control to hold it against",
};

export function explainInOneSentence(
	header: MeasurementHeader,
	own: JudgedTarget | undefined,
	deciding: JudgedTarget | undefined,
	control: Verdict["control"],
	defect: string | undefined,
): string {
	const network =
		header.probeAsn > 0 ? `AS${header.probeAsn}` : "an unknown network";
	const when = `${header.measuredAt.slice(0, 16).replace("T", " ")} UTC`;
	const subject = (deciding ?? own)?.verdict.target ?? header.testName;
	if (defect !== undefined)
		return `On ${network} (${header.probeCc}) at ${when}, nothing can be said of ${subject}: ${defect}.`;
	const state = (deciding ?? own)?.verdict.state ?? "insufficient";
	const hop =
		deciding?.verdict.viaRedirect && own !== undefined
			? `${own.verdict.target} answered and led to ${subject}, which ${SAYS[state]}`
			: `${subject} ${SAYS[state]}`;
	const comment = deciding?.deciding?.comment ?? own?.deciding?.comment;
	const layer = layerName(deciding?.layer ?? own?.layer);
	const cause =
		comment === undefined
			? "nothing that was recorded says whether it works"
			: `${layer}${comment.charAt(0).toLowerCase()}${comment.slice(1).replace(/\.$/, "")}`;
	const held =
		state === "ok" || comment === undefined ? "" : `, ${CONTROL_SAYS[control]}`;
	return `On ${network} (${header.probeCc}) at ${when}, ${hop}: ${cause}${held}.`;
}

function layerName(layer: Layer | "app" | undefined): string {
	switch (layer) {
		case "dns":
			return "when the name was looked up, ";
		case "tcp":
			return "when connecting, ";
		case "tls":
			return "in the TLS handshake, ";
		case "http":
			return "when the page was asked for, ";
		default:
			return "";
	}
}
