/** One measurement: why it was judged as it was, and the record as it was received. */
import { z } from "zod";
import { LAYERS, LOCI, STATES } from "../../../model/index.ts";
import type { ExplainedMeasurement } from "../../../pipeline/index.ts";
import { licencesOf, licenceText } from "../../terms/index.ts";
import type { Asked } from "../api-deps.ts";
import { itemOperation } from "../operation.ts";
import * as param from "../parameters.ts";
import { ApiProblem } from "../problems.ts";

const count = z.int().min(0);
const state = z.enum(STATES);

const layerVerdict = z.object({
	state,
	rule: z.string().optional(),
	fired: z.array(z.string()),
	evidence: z.enum(["none", "masked", "scored"]),
});
const layers = z.object(
	Object.fromEntries(LAYERS.map((layer) => [layer, layerVerdict])),
);

const explained = z
	.object({
		place: z.looseObject({
			uid: z.string(),
			measuredAt: z.iso.datetime(),
			testName: z.string(),
			input: z.string(),
			probeCc: z.string(),
			probeAsn: count,
			fileHash: z.string().describe("SHA-256 of the archive file it came in."),
			member: z.string(),
			line: count,
			recordHash: z.string().describe("SHA-256 of the record's bytes."),
		}),
		conflict: z
			.boolean()
			.describe("The same uid was received with other content too."),
		observations: z
			.array(z.looseObject({ layer: z.string(), vantage: z.string() }))
			.describe("What happened, fact by fact: docs/observations.md."),
		verdict: z.object({
			uid: z.string(),
			target: z.string(),
			state,
			mechanism: z.string().optional(),
			locus: z.enum(LOCI),
			layers,
			targets: z.array(
				z.looseObject({ target: z.string(), state, locus: z.enum(LOCI) }),
			),
			ruleset: z.string(),
			why: z.string().describe("One sentence for a journalist."),
			control: z.enum(["helper", "networks", "both", "none"]),
		}),
		rules: z
			.array(
				z.looseObject({
					id: z.string(),
					layer: z.string(),
					class: z.string(),
					comment: z.string(),
				}),
			)
			.describe("The rules that fired."),
		control: z.object({ sinceDay: z.iso.date(), untilDay: z.iso.date() }),
		networks: z
			.array(z.record(z.string(), z.unknown()))
			.describe("What networks saw of the names that the measurement met."),
		reference: z.string(),
	})
	.describe("A measurement, its facts, the rules that fired and the control.");

/** Every record received under a uid, where they may be shown to who asks. */
export async function explainedOf(
	asked: Asked,
	uid: string,
): Promise<readonly [ExplainedMeasurement, ...ExplainedMeasurement[]]> {
	const [first, ...others] = await asked.deps.explain(uid);
	if (first === undefined)
		throw new ApiProblem("not-found", { detail: `No measurement ${uid}.` });
	param.shown(asked, first.world);
	return [first, ...others];
}

export const explainMeasurement = itemOperation({
	id: "explainMeasurement",
	path: "/api/v1/measurements/{uid}",
	tag: "Measurements",
	summary: "One measurement, and why it was judged as it was",
	params: z.object({ uid: param.uid }),
	answerName: "ExplainedAnswer",
	answer: z.object({
		licence: z.string(),
		emulated: z.boolean(),
		records: z
			.array(explained)
			.describe("More than one where the same uid came with other content."),
	}),
	problems: ["emulated-data", "not-found"],
	points: 2,
	read: async (asked, { uid }) => {
		const records = await explainedOf(asked, uid);
		const [{ world, place }] = records;
		const day = place.measuredAt.slice(0, 10);
		const licences = await licencesOf(
			asked.deps,
			{
				world,
				cc: place.probeCc,
				asn: place.probeAsn,
				days: param.oneDay(day),
			},
			false,
		);
		return {
			value: {
				licence: licenceText(licences),
				emulated: world === "emulated",
				records: records.map(
					({ world: _world, header: _header, ...record }) => record,
				),
			},
		};
	},
});

export const getRaw = itemOperation({
	id: "getRawMeasurement",
	path: "/api/v1/measurements/{uid}/raw",
	tag: "Measurements",
	summary: "A measurement as it was received, in OONI's data format",
	description:
		"Byte for byte from the raw archive; the first of them where the same uid came with other content.",
	params: z.object({ uid: param.uid }),
	answerName: "RawMeasurement",
	answer: z.looseObject({}),
	problems: ["emulated-data", "not-found", "no-longer-held"],
	points: 5,
	read: async (asked, { uid }) => ({
		value: undefined,
		text: { type: "application/json", body: await rawOf(asked, uid) },
	}),
});

/** The raw record of a uid. Throws ApiProblem where it is unknown or no longer held. */
export async function rawOf(asked: Asked, uid: string): Promise<string> {
	const [{ place }] = await explainedOf(asked, uid);
	const raw = await asked.deps.raw(place, asked.signal);
	if (raw === undefined) throw new ApiProblem("no-longer-held");
	return raw;
}
