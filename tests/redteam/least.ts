/** The least force with which an attack succeeds. */
import { type Flood, flood } from "./attacks.ts";
import {
	HONEST_ASNS,
	openScene,
	type Said,
	SCENE_HOURS,
	type SceneOptions,
} from "./scene.ts";

export interface Attack {
	readonly what: string;
	/** Honest sessions in words. */
	readonly honest: string;
	readonly scene: SceneOptions;
	readonly flood: Omit<Flood, "identities" | "networks">;
	/** Whether the installation says what the attacker wants. */
	readonly succeeds: (said: Said) => boolean;
}

/** Begin of the true block in scenes that have one. */
export const BLOCKED_FROM = SCENE_HOURS - 14 * 24;
/** More are not tried. */
const MOST_IDENTITIES = 1024;

const honest = (sessionsADay: number): string =>
	`${sessionsADay} on each of ${HONEST_ASNS.length} networks`;

const both = (
	what: string,
	outcome: Flood["outcome"],
	blockedFrom: number | undefined,
	succeeds: Attack["succeeds"],
): readonly Attack[] =>
	(["measured", "empty"] as const).flatMap((where) =>
		[4, 16].map((sessionsADay) => ({
			what: `${what}, ${where === "measured" ? "where honest probes measure" : "on networks where nobody measures"}`,
			honest: honest(sessionsADay),
			scene: {
				sessionsADay,
				...(blockedFrom === undefined ? {} : { blockedFrom }),
			},
			flood: { outcome, where },
			succeeds,
		})),
	);

export const ATTACKS: readonly Attack[] = [
	...both(
		"a headline that the site is blocked",
		"reset",
		undefined,
		({ headline }) => headline,
	),
	...both(
		'"the site works" as a supported claim, while it is blocked',
		"ok",
		BLOCKED_FROM,
		({ finding }) => finding === "working",
	),
	...both(
		"the end of a headline, while the site is blocked",
		"ok",
		BLOCKED_FROM,
		({ ongoing }) => !ongoing,
	),
];

/**
 * Doubles the identities until the attack succeeds, then halves the interval.
 * Undefined: not even with the most that are tried.
 */
export async function leastIdentities(
	attack: Attack,
	networks: number,
): Promise<number | undefined> {
	const scene = await openScene(attack.scene);
	try {
		const succeeds = async (identities: number): Promise<boolean> =>
			attack.succeeds(
				await scene.attack(flood({ ...attack.flood, identities, networks })),
			);
		let [fails, works] = [0, 1];
		while (!(await succeeds(works))) {
			if (works >= MOST_IDENTITIES) return undefined;
			fails = works;
			works *= 2;
		}
		while (works - fails > 1) {
			const middle = Math.floor((fails + works) / 2);
			if (await succeeds(middle)) works = middle;
			else fails = middle;
		}
		return works;
	} finally {
		await scene.close();
	}
}
