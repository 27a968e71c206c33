/** The attacks: each gives the rows of so many identities on so many networks. */
import { type Outcome, row } from "./forge.ts";
import { EMPTY_ASNS, HONEST_ASNS, SCENE_HOURS } from "./scene.ts";

/** How many speak, and from where. */
export interface Force {
	readonly identities: number;
	readonly networks: number;
}

export interface Flood extends Force {
	readonly outcome: Outcome;
	/** Networks with honest probes on them, or those that nobody measures on. */
	readonly where: "measured" | "empty";
	/** Rows of each identity. */
	readonly rowsEach?: number;
	/** Hours before the end of the scene in which they are said to be made. */
	readonly hours?: number;
	/** Hours before the end of the scene at which the last of them is said to be made. */
	readonly endsHoursAgo?: number;
}

/** Forged sessions, spread evenly over the networks and the hours. */
export function flood(options: Flood): readonly string[] {
	const { identities, networks, outcome, where } = options;
	const { rowsEach = 1, hours = 48, endsHoursAgo = 0 } = options;
	const asns = where === "measured" ? HONEST_ASNS : EMPTY_ASNS;
	const rows: string[] = [];
	for (let i = 0; i < identities; i += 1)
		for (let copy = 0; copy < rowsEach; copy += 1) {
			const spread = (i * rowsEach + copy) / (identities * rowsEach);
			const hour =
				SCENE_HOURS - endsHoursAgo - hours + Math.floor(spread * hours);
			const asn = asns[i % networks] as number;
			rows.push(
				row({ outcome, identity: `forged-${asn}-${i}`, asn, hour, copy }),
			);
		}
	return rows;
}

/** Countries that ISO 3166 leaves to users; to Rasai they are as good as any. */
export const HOME = "QM";
const ABROAD = ["QN", "QO", "QP"] as const;

export interface Abroad {
	readonly networks: number;
	readonly outcome: Outcome;
	/** Numbers of the networks begin here: honest ones and forged ones are not the same. */
	readonly firstAsn: number;
	readonly version?: string;
	readonly withoutHelper?: boolean;
	/** Hours of the scene, all of them where absent. */
	readonly from?: number;
	readonly until?: number;
	/** Hours between two sessions of a network; a day where absent. */
	readonly everyHours?: number;
}

/** Sessions on networks of other countries, which are the control where no helper looked. */
export function abroad(options: Abroad): readonly string[] {
	const { networks, firstAsn } = options;
	const { outcome, version, withoutHelper = true } = options;
	const { from = 0, until = SCENE_HOURS, everyHours = 24 } = options;
	const rows: string[] = [];
	for (let i = 0; i < networks; i += 1)
		for (let hour = from + (i % everyHours); hour < until; hour += everyHours) {
			const asn = firstAsn + i;
			rows.push(
				row({
					outcome,
					identity: `abroad-${asn}-${hour}`,
					asn,
					cc: ABROAD[i % ABROAD.length] as string,
					hour,
					withoutHelper,
					...(version === undefined ? {} : { version }),
				}),
			);
		}
	return rows;
}
