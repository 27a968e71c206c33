/**
 * From what the collector holds to the archive: what may be shown, as what it
 * may be shown, and nothing else, is imported. So pages, exports and bundles
 * cannot give a lone probe away (P11): they never have more.
 */
import { createHash } from "node:crypto";
import type { ArchiveFile } from "../gather/archives/index.ts";
import {
	coarsen,
	countWaiting,
	decideReleases,
	type HeldHead,
	headOf,
	type WaitingCount,
} from "../measure/helper/index.ts";
import type { ServiceRegistry } from "../reference/index.ts";
import type { Submissions } from "../store/index.ts";
import {
	type ImportOptions,
	type ImportTarget,
	importArchives,
} from "./import.ts";

export interface ReleaseSummary {
	/** Submissions imported, without what told of their probes. */
	readonly shown: number;
	/** Those that never will be. */
	readonly withheld: number;
	/** Those that wait for company or for their time. */
	readonly waiting: number;
	/** What may be told of them. */
	readonly waitingCounts: readonly WaitingCount[];
}

/** Packs the hours that are over and imports what may be shown of them. What was imported when it was killed is imported the same again, and found to be known. */
export async function releaseSubmissions(
	submissions: Submissions,
	target: ImportTarget,
	{ key, ...options }: ImportOptions & { readonly key: Uint8Array },
): Promise<ReleaseSummary> {
	await submissions.seal();
	const marks = await submissions.decided();
	const waiting: HeldHead[] = [];
	for await (const submission of submissions.held(options.signal))
		if (!marks.has(submission.uid)) waiting.push(headOf(submission));
	const { services } = target.reference.snapshot;
	const decisions = decideReleases(waiting, {
		key,
		nowMs: target.clock().getTime(),
		groupOf: (input, testName) => groupOf(services, input, testName),
		spoken: new Set([...marks.values()].map(({ spoke }) => spoke)),
	});
	const shown = new Map(
		decisions.flatMap(({ uid, as }) => (as ? [[uid, as] as const] : [])),
	);
	if (shown.size > 0) {
		const name = createHash("sha256")
			.update([...shown.keys()].sort().join("\n"))
			.digest("hex")
			.slice(0, 16);
		const file: ArchiveFile = {
			name: `collector:${name}.jsonl`,
			bytes: undefined,
			async *open(signal) {
				for await (const { uid, measurement } of submissions.held(signal)) {
					const as = shown.get(uid);
					if (as)
						yield Buffer.from(`${JSON.stringify(coarsen(measurement, as))}\n`);
				}
			},
		};
		await importArchives([file], target, { ...options, byReference: false });
	}
	await submissions.decide(decisions);
	const decided = new Set(decisions.map(({ uid }) => uid));
	return {
		shown: shown.size,
		withheld: decisions.length - shown.size,
		waiting: waiting.length - decisions.length,
		waitingCounts: countWaiting(
			waiting.filter(({ uid }) => !decided.has(uid)),
			target.clock(),
		),
	};
}

/** The service that an input or a test is of; else its host. */
function groupOf(
	services: ServiceRegistry,
	input: string,
	testName: string,
): string {
	const host = URL.canParse(input) ? new URL(input).hostname : "";
	const service =
		services.ofTarget(host)?.service ??
		services.services.find(({ tests }) => tests.includes(testName));
	return service?.id ?? `${testName} ${host || input}`;
}
