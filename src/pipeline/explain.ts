/**
 * Why a measurement was judged as it was: its facts, the control of the week
 * up to it, and every rule that fired on which facts. The verdict is made
 * anew from what is stored, by the very functions that judged the day.
 */
import { addDays, dayOf } from "../base/index.ts";
import {
	buildNetworkControl,
	buildValidity,
	defaultRuleset,
	inputHost,
	judgeMeasurement,
	type NetworkControlRow,
	ownTarget,
	type Ruleset,
} from "../judge/verdicts/index.ts";
import type {
	MeasurementHeader,
	Observation,
	Rule,
	Verdict,
	World,
} from "../model/index.ts";
import type { ReferenceSnapshot } from "../reference/index.ts";
import {
	controlOfMeasurement,
	factsOfMeasurement,
	type MeasurementPlace,
	placesOfMeasurement,
	type QueryReader,
} from "../store/index.ts";
import { CONTROL_DAYS } from "./judge.ts";

export interface ExplainedMeasurement {
	readonly world: World;
	/** Where it came from and where its raw record stands. */
	readonly place: MeasurementPlace;
	readonly header: MeasurementHeader;
	readonly observations: readonly Observation[];
	/** The same uid was received with other content: all of it is kept, none of it is a control for others. */
	readonly conflict: boolean;
	readonly verdict: Verdict;
	/** The rules that fired, in order of evaluation. */
	readonly rules: readonly Rule[];
	/** What networks saw of the names that the measurement met, its own country's included. */
	readonly networks: readonly NetworkControlRow[];
	/** Days that the control is from, half-open. */
	readonly control: { readonly sinceDay: string; readonly untilDay: string };
	readonly reference: string;
}

export interface ExplainOptions {
	readonly reference: ReferenceSnapshot;
	readonly ruleset?: Ruleset | undefined;
}

/** Every measurement received under a uid, explained; none where there is no such uid. */
export async function explainMeasurement(
	reader: QueryReader,
	uid: string,
	options: ExplainOptions,
): Promise<readonly ExplainedMeasurement[]> {
	for (const world of ["real", "emulated"] as const) {
		const scope = { world };
		const places = await placesOfMeasurement(reader, scope, uid);
		const facts = await factsOfMeasurement(reader, scope, uid);
		const explained: ExplainedMeasurement[] = [];
		for (const [index, place] of places.entries()) {
			const stored = facts[index];
			if (stored)
				explained.push({
					world,
					place,
					...stored,
					...(await explain(reader, world, stored, options)),
				});
		}
		if (explained.length > 0) return explained;
	}
	return [];
}

async function explain(
	reader: QueryReader,
	world: World,
	facts: {
		readonly header: MeasurementHeader;
		readonly observations: readonly Observation[];
	},
	options: ExplainOptions,
): Promise<
	Pick<
		ExplainedMeasurement,
		"verdict" | "rules" | "networks" | "control" | "reference"
	>
> {
	const ruleset = options.ruleset ?? defaultRuleset;
	const { control, found } = await readControlOf(reader, world, facts);
	const verdict = judgeMeasurement(
		facts,
		{
			reference: options.reference,
			networks: buildNetworkControl(found.networks, found.speeds),
			validity: buildValidity(found.instruments),
		},
		ruleset,
	);
	const fired = new Set(
		verdict.targets.flatMap((target) => target.fired.map(({ rule }) => rule)),
	);
	return {
		verdict,
		rules: ruleset.rules.filter(({ id }) => fired.has(id)),
		networks: found.networks,
		control,
		reference: options.reference.hash,
	};
}

/** The control that bears on a measurement, and the days that it is from. */
export async function readControlOf(
	reader: QueryReader,
	world: World,
	facts: Pick<ExplainedMeasurement, "header" | "observations">,
) {
	const day = dayOf(facts.header.measuredAt);
	const control = {
		sinceDay: addDays(day, -CONTROL_DAYS),
		untilDay: addDays(day, 1),
	};
	const found = await controlOfMeasurement(
		reader,
		{ world },
		{
			header: facts.header,
			hostnames: hostnamesOf(facts),
			target: ownTarget(facts.header),
			...control,
		},
	);
	return { control, found };
}

/** Every name that some fact is about: what the control may be asked of. */
function hostnamesOf({
	header,
	observations,
}: Pick<ExplainedMeasurement, "header" | "observations">): readonly string[] {
	const names = new Set([inputHost(header.input)]);
	for (const seen of observations) {
		if (seen.layer !== "app" && seen.hostname) names.add(seen.hostname);
		if (seen.layer === "tls" || seen.layer === "quic")
			names.add(seen.serverName);
	}
	return [...names].sort();
}
