/**
 * Subjects: what rules are asked about. A subject is one look-up, one
 * endpoint, one handshake or one exchange, with the facts that rules may name.
 */
import type {
	Layer,
	Locus,
	MeasurementHeader,
	Observation,
} from "../../model/index.ts";
import type { ControlOutcome, HelperView } from "./control.ts";
import type { Facts } from "./evaluate.ts";
import type { ServingMap } from "./serving.ts";
import type { TargetGroup } from "./targets.ts";
import type { JudgeContext } from "./types.ts";

export interface Subject {
	readonly layer: Layer | "app";
	readonly depth: number;
	/** Positions of the observations it rests on. */
	readonly positions: readonly number[];
	/** It decides its layer: not an extra look by another way than the system's own. */
	readonly decides: boolean;
	/** Reached by the system's own way of resolving, as a visitor would. */
	readonly ownWay: boolean;
	readonly facts: Facts;
	/** Where the cause would sit if a rule without a locus of its own claims interference. */
	readonly locus: Locus;
	/** Addresses a look-up gave; empty for other layers. */
	readonly ips: readonly string[];
}

/** What fact builders of one target need. */
export interface SubjectContext {
	readonly header: MeasurementHeader;
	readonly group: TargetGroup;
	/** All observations of the measurement, for comparisons across targets. */
	readonly all: readonly Observation[];
	readonly helper: HelperView;
	/** How the end of the redirect chain went for the helper. */
	readonly chain: ControlOutcome;
	readonly serving: ServingMap;
	readonly judge: JudgeContext;
	/** Addresses that look-ups were forged to. Filled when the dns layer is judged. */
	readonly forged: ReadonlySet<string>;
	/** Set when a look-up to the networks' control gave an answer. */
	readonly used: { networks: boolean };
}

/** Only when nothing came by the system's own way do the other ways decide. */
export function decidingFlags(
	observations: readonly { readonly classic?: boolean | undefined }[],
): readonly boolean[] {
	const someClassic = observations.some(({ classic }) => classic !== false);
	return observations.map(({ classic }) => !someClassic || classic !== false);
}
