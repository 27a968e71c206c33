/**
 * From the facts of one measurement to its verdict (P1). Pure: the same facts,
 * control, reference data and ruleset give the same verdict, byte for byte.
 */
import type {
	HttpObservation,
	LayerVerdicts,
	Observation,
	State,
	Verdict,
} from "../../model/index.ts";
import { blockPageOf } from "./block-page.ts";
import { chainOutcome, helperView } from "./control.ts";
import { silentLayer } from "./layer.ts";
import { defaultRuleset, type Ruleset } from "./ruleset.ts";
import { servingMap } from "./serving.ts";
import { isPrivateHost } from "./subjects-http.ts";
import { type JudgedTarget, judgeTarget } from "./target-verdict.ts";
import { groupByTarget, ownTarget, type TargetGroup } from "./targets.ts";
import type { JudgeContext, JudgeInput } from "./types.ts";
import { vantageFault } from "./validity.ts";
import { explainInOneSentence } from "./why.ts";

/** Judges one measurement. */
export function judgeMeasurement(
	{ header, observations }: JudgeInput,
	context: JudgeContext,
	ruleset: Ruleset = defaultRuleset,
): Verdict {
	const helper = helperView(header, observations);
	const { fingerprints } = context.reference;
	const judge: JudgeContext = {
		...context,
		networks: context.networks?.at(header.measuredAt),
	};
	const used = { networks: false };
	const chain = chainOutcome(helper);
	const serving = servingMap(
		observations,
		helper,
		fingerprints,
		header.probeCc,
	);
	const groups = bringBlockPagesHome(
		groupByTarget(header, observations, context.reference.services),
		(http) =>
			blockPageOf(http.fingerprints, fingerprints, header.probeCc) ===
				"known" || isPrivateHost(http.hostname, header.probeCc),
	);
	const target = ownTarget(header);
	const fault = vantageFault(observations);
	const defect = fault ?? context.validity?.defect(header, target);
	const trust =
		fault !== undefined ? "nothing" : defect === undefined ? "all" : "success";
	const targets = groups.map((group) =>
		judgeTarget(
			{
				header,
				group,
				all: observations,
				helper,
				chain,
				serving,
				judge,
				forged: NOTHING_FORGED,
				used,
			},
			ruleset,
			trust,
		),
	);
	const deciding = decidingTarget(
		targets,
		defect === undefined ? GRAVITY : GRAVITY_OF_DEFECT,
	);
	const control =
		helper.present && used.networks
			? "both"
			: helper.present
				? "helper"
				: used.networks
					? "networks"
					: "none";
	return {
		uid: header.uid,
		target,
		state: deciding?.verdict.state ?? "insufficient",
		mechanism: deciding?.verdict.mechanism,
		locus: deciding?.verdict.locus ?? "unknown",
		layers: deciding?.verdict.layers ?? SILENT,
		targets: targets.map(({ verdict }) => verdict),
		ruleset: ruleset.hash,
		why: explainInOneSentence({
			header,
			target,
			targets,
			deciding,
			control,
			defect,
		}),
		control,
	};
}

const NOTHING_FORGED: ReadonlySet<string> = new Set();

const SILENT: LayerVerdicts = {
	dns: silentLayer("none"),
	tcp: silentLayer("none"),
	tls: silentLayer("none"),
	http: silentLayer("none"),
	quic: silentLayer("none"),
};

/** What a measurement as a whole says: its worst target. The input could not be loaded if a hop of it could not. */
const GRAVITY: readonly State[] = [
	"blocked",
	"likely_blocked",
	"throttled",
	"down",
	"impaired",
	"ok",
	"insufficient",
];

/** Where the instrument is at fault, the parts that work do not speak for those that it cannot judge. */
const GRAVITY_OF_DEFECT: readonly State[] = ["insufficient", "ok"];

function decidingTarget(
	targets: readonly JudgedTarget[],
	gravity: readonly State[],
): JudgedTarget | undefined {
	let worst: JudgedTarget | undefined;
	for (const target of targets) {
		if (
			worst === undefined ||
			gravity.indexOf(target.verdict.state) <
				gravity.indexOf(worst.verdict.state)
		)
			worst = target;
	}
	return worst;
}

/**
 * A block page on another host, or a page of a machine that is not on the
 * internet, reached through a redirect, is about the site that was asked for:
 * its host is not a target.
 */
function bringBlockPagesHome(
	groups: readonly TargetGroup[],
	isNoTarget: (http: HttpObservation) => boolean,
): readonly TargetGroup[] {
	const [own, ...hops] = groups;
	if (own === undefined || own.fixed) return groups;
	const pages: Observation[] = [];
	const rest: TargetGroup[] = [];
	for (const hop of hops) {
		const found = hop.viaRedirect
			? hop.observations.filter(
					(seen) => seen.layer === "http" && isNoTarget(seen),
				)
			: [];
		if (found.length > 0) pages.push(...found);
		else rest.push(hop);
	}
	if (pages.length === 0) return groups;
	const observations = [...own.observations, ...pages];
	const depth = observations.reduce(
		(max, seen) => Math.max(max, seen.depth),
		0,
	);
	return [{ ...own, observations, depth }, ...rest];
}
