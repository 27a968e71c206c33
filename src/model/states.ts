/** States, outcome classes, evidence levels, layers, loci: the closed word lists every wing shares. */

/**
 * What Rasai says of a target. `blocked`: a determinate rule and a distinctive
 * artefact (a known block page, a known forged answer). `likely_blocked`: a
 * determinate rule, no artefact. `throttled`: reached, but slowed on purpose.
 * `impaired`: not working, cause unclear. `down`: not working from anywhere,
 * no sign of blocking. `ok`: reached. `insufficient`: below the evidence floor.
 */
export const STATES = [
	"blocked",
	"likely_blocked",
	"throttled",
	"impaired",
	"down",
	"ok",
	"insufficient",
] as const;
export type State = (typeof STATES)[number];

/** The outcome class of a rule. */
export const OUTCOME_CLASSES = [
	"blocked",
	"throttled",
	"down",
	"ok",
	"undetermined",
] as const;
export type OutcomeClass = (typeof OUTCOME_CLASSES)[number];

/** `none`: nothing was seen. `masked`: seen, but an earlier layer makes it meaningless. `scored`: seen and counted. */
export const EVIDENCE_LEVELS = ["none", "masked", "scored"] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/** Where interference can manifest, in the order in which a visit meets them. */
export const LAYERS = ["dns", "tcp", "tls", "http", "quic"] as const;
export type Layer = (typeof LAYERS)[number];

/** Where the cause sits. Its own axis: never part of a mechanism. */
export const LOCI = [
	"network",
	"resolver",
	"transit",
	"server_side",
	"unknown",
] as const;
export type Locus = (typeof LOCI)[number];

/** Country code of emulated data; never mixed with real countries. */
export const EMULATED_CC = "QZ";
/** OONI's "unknown country". */
export const UNKNOWN_CC = "ZZ";

/** Emulated and real data live in two worlds that never meet in one query. */
export type World = "real" | "emulated";

export function worldOf(cc: string): World {
	return cc === EMULATED_CC ? "emulated" : "real";
}
