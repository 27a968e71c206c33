/** The least force with which an attack succeeds. */
import { type Abroad, abroad, type Flood, flood, HOME } from "./attacks.ts";
import type { Outcome } from "./forge.ts";
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
		return await least(MOST_IDENTITIES, async (identities) =>
			attack.succeeds(
				await scene.attack(flood({ ...attack.flood, identities, networks })),
			),
		);
	} finally {
		await scene.close();
	}
}

/** Networks in other countries on which honest probes measure, once a day each. */
export const HONEST_ABROAD = 6;
const HONEST_FIRST_ASN = 64_512;
const FORGED_FIRST_ASN = 64_600;
/** More are not tried. */
const MOST_NETWORKS = 96;

/** An attack on what others saw, by which a country's rows are judged. */
export interface ControlAttack {
	readonly what: string;
	readonly scene: SceneOptions;
	/** Rows from so many networks abroad. */
	rows(networks: number): readonly string[];
	readonly succeeds: (said: Said) => boolean;
}

interface Truth {
	/** What honest probes meet at home, and abroad, from the middle of the scene on. */
	readonly home: Outcome;
	readonly abroad: Outcome;
	/** Measurements come without what a helper saw: networks abroad are the only control. */
	readonly withoutHelper: boolean;
}

function sceneOf({ home, withoutHelper, ...truth }: Truth): SceneOptions {
	const honest = { networks: HONEST_ABROAD, firstAsn: HONEST_FIRST_ASN };
	return {
		cc: HOME,
		sessionsADay: 4,
		withoutHelper,
		blockedFrom: BLOCKED_FROM,
		blockedBy: home,
		more: [
			...abroad({
				...honest,
				withoutHelper,
				outcome: "ok",
				until: BLOCKED_FROM,
			}),
			...abroad({
				...honest,
				withoutHelper,
				outcome: truth.abroad,
				from: BLOCKED_FROM,
			}),
		],
	};
}

/** Rows of forgers abroad, from a week before the change on. */
const forged = (
	networks: number,
	changes: Partial<Abroad> & Pick<Abroad, "outcome">,
): readonly string[] =>
	abroad({
		networks,
		firstAsn: FORGED_FIRST_ASN,
		from: BLOCKED_FROM - 7 * 24,
		withoutHelper: true,
		...changes,
	});

/** The site goes down for everybody, and nobody asks a helper. */
export const DOWN_EVERYWHERE = sceneOf({
	home: "reset",
	abroad: "reset",
	withoutHelper: true,
});

export const CONTROL_ATTACKS: readonly ControlAttack[] = [
	{
		what: "a finding that the site is restricted, while it is down everywhere: the control is said to work",
		scene: DOWN_EVERYWHERE,
		rows: (networks) => forged(networks, { outcome: "ok" }),
		succeeds: ({ finding }) => finding === "restricted",
	},
	{
		what: "the end of a headline, where no helper looked: the control is said to fail as well",
		scene: sceneOf({ home: "reset", abroad: "ok", withoutHelper: true }),
		rows: (networks) => forged(networks, { outcome: "reset" }),
		succeeds: ({ headline }) => !headline,
	},
	{
		what: "the end of a headline, where no helper looked: networks that were said to work are said to fail in every hour of the block",
		scene: sceneOf({ home: "reset", abroad: "ok", withoutHelper: true }),
		rows: (networks) => [
			...forged(networks, { outcome: "ok", until: BLOCKED_FROM }),
			...forged(networks, {
				outcome: "reset",
				from: BLOCKED_FROM,
				everyHours: 1,
			}),
		],
		succeeds: ({ headline }) => !headline,
	},
	{
		what: "the end of a headline, where a helper looked: the control is said to fail as well",
		scene: sceneOf({ home: "reset", abroad: "ok", withoutHelper: false }),
		rows: (networks) => forged(networks, { outcome: "reset" }),
		succeeds: ({ headline }) => !headline,
	},
	{
		what: "the end of a headline: the address that resolvers lie with is said to serve the site",
		scene: sceneOf({ home: "lie", abroad: "ok", withoutHelper: false }),
		rows: (networks) => forged(networks, { outcome: "lie_is_true" }),
		succeeds: ({ headline }) => !headline,
	},
	{
		what: "the end of a headline: probes of the same version are said to fail everywhere, those of another to work",
		scene: sceneOf({ home: "reset", abroad: "ok", withoutHelper: false }),
		rows: (networks) => [
			...forged(networks, { outcome: "reset" }),
			...forged(6, {
				outcome: "ok",
				version: "9.9.9",
				firstAsn: FORGED_FIRST_ASN + MOST_NETWORKS,
			}),
		],
		succeeds: ({ headline }) => !headline,
	},
];

/** The least networks abroad with which it succeeds. */
export async function leastNetworks(
	attack: ControlAttack,
): Promise<number | undefined> {
	const scene = await openScene(attack.scene);
	try {
		return await least(MOST_NETWORKS, async (networks) =>
			attack.succeeds(await scene.attack(attack.rows(networks))),
		);
	} finally {
		await scene.close();
	}
}

/** The least number for which something holds; undefined where it does for none up to `most`. */
async function least(
	most: number,
	holds: (count: number) => Promise<boolean>,
): Promise<number | undefined> {
	let [fails, works] = [0, 1];
	while (!(await holds(works))) {
		if (works >= most) return undefined;
		fails = works;
		works = Math.min(most, works * 2);
	}
	while (works - fails > 1) {
		const middle = Math.floor((fails + works) / 2);
		if (await holds(middle)) works = middle;
		else fails = middle;
	}
	return works;
}
