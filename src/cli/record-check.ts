/** `record check`: claims and deadlines with what was measured, and contradictions. */
import { contradictionsOf, type RecordEntry } from "../account/record/index.ts";
import {
	checkRecord,
	openSignalsThen,
	serviceNamer,
} from "../pipeline/index.ts";
import type { Context, ExitCode } from "./command.ts";
import { count, printJson, visible } from "./output.ts";
import { readServices } from "./shipped.ts";
import { withReader } from "./workspace.ts";

/** Checks entries and prints what came of it. */
export async function checkEntries(
	context: Context,
	entries: readonly RecordEntry[],
): Promise<ExitCode> {
	const services = await readServices(context);
	const { claims, deadlines } = await withReader(
		context,
		async (reader, { paths }) =>
			checkRecord(reader, entries, {
				services,
				signalsThen: await openSignalsThen(paths),
				signal: context.signal,
			}),
	);
	const contradictions = [...new Set(entries.map(({ country }) => country))]
		.flatMap((cc) => contradictionsOf(entries, cc, serviceNamer(services)))
		.map(({ matter, first, second }) => ({
			kind: "contradiction" as const,
			entry: first.entry.id,
			claim: first.claim.asserted,
			matter,
			with: second.entry.id,
			saying: second.claim.asserted,
		}));
	const results = [
		...claims.map(({ claim, asserted, ...rest }) => ({
			kind: "claim" as const,
			claim: asserted,
			position: claim,
			...rest,
		})),
		...deadlines.map(({ kind, setBy, ...rest }) => ({
			kind: "deadline" as const,
			entry: setBy,
			claim: "restricted on the due day",
			obligation: kind,
			...rest,
		})),
		...contradictions,
	];
	if (context.json) printJson(context, results);
	else printChecks(context, claims, deadlines, contradictions);
	const insufficient = claims.filter(
		({ measured }) => measured === "insufficient",
	).length;
	context.say(
		`${count(claims.length, "claim")}, ${insufficient} of them insufficient; ${count(deadlines.length, "deadline")}; ${count(contradictions.length, "contradiction")}.`,
	);
	return 0;
}

type Checks = Awaited<ReturnType<typeof checkRecord>>;

function printChecks(
	context: Context,
	claims: Checks["claims"],
	deadlines: Checks["deadlines"],
	contradictions: readonly {
		readonly entry: string;
		readonly claim: string;
		readonly with: string;
		readonly saying: string;
	}[],
): void {
	for (const one of claims) {
		const others = [
			...(one.contradictedByOthers.length > 0
				? [
						`contradicted by others' reports: ${one.contradictedByOthers.join(", ")}`,
					]
				: []),
			...(one.disputedBy.length > 0
				? [`found false by ${one.disputedBy.join(", ")}`]
				: []),
		];
		context.print(
			`${visible([one.measured.padEnd(12), one.entry, `"${one.asserted}"`, one.why, ...others].join("  "))}\n`,
		);
	}
	for (const {
		setBy,
		kind,
		due,
		outcome,
		measured,
		saidRestricted,
	} of deadlines)
		context.print(
			`${visible([measured.padEnd(12), setBy, `${kind} by ${due.date}: ${outcome}`, saidRestricted.length > 0 ? `reported restricted that day: ${saidRestricted.join(", ")}` : ""].join("  ").trimEnd())}\n`,
		);
	for (const one of contradictions)
		context.print(
			`${visible(`contradiction  ${one.entry} "${one.claim}" and ${one.with} "${one.saying}"`)}\n`,
		);
}
