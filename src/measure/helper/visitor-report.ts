/**
 * What a visitor of the pages says: a service works for me, or does not, with
 * what their browser found where it was asked to look. Evidence of a class of
 * its own, and weak: browsers do not say why something failed, and anybody can
 * say anything. It may open a suspicion; it is no measurement, is in no cell
 * and no incident, and decides no state (P4, P7).
 */
import { dayOf } from "../../base/index.ts";
import { isRecord } from "../../model/index.ts";
import { isCountryCode } from "../../reference/index.ts";
import type { Read } from "./ask.ts";

export const WAYS = ["image", "fetch", "websocket"] as const;

/** One look of a browser at one address. */
export interface BrowserCheck {
	/** `https://x.com`. */
	readonly origin: string;
	readonly way: (typeof WAYS)[number];
	/** Whether anything came back. */
	readonly came: boolean;
	readonly ms: number;
}

export interface VisitorReport {
	readonly service: string;
	readonly cc: string;
	/** Network of the connection; 0: unknown. */
	readonly asn: number;
	/** UTC, to the hour. */
	readonly receivedAt: string;
	readonly works: boolean;
	/** Empty where the browser did not look. */
	readonly checks: readonly BrowserCheck[];
}

/** What the page offered to look at. */
export interface Offered {
	readonly origins: readonly string[];
	/** To compare with. */
	readonly controls: readonly string[];
}

const MAX_CHECKS_TEXT = 8_000;
const MAX_MS = 60_000;

/** Reads a form that was sent. What was not offered cannot be reported. */
export function readVisitorReport(
	form: Readonly<Record<string, unknown>>,
	{ origins, controls }: Offered,
	takesEmulated: boolean,
): Read<Pick<VisitorReport, "cc" | "works" | "checks">> {
	const { cc, works, checks = "" } = form;
	if (
		typeof cc !== "string" ||
		!isCountryCode(cc) ||
		cc === "ZZ" ||
		(cc === "QZ" && !takesEmulated)
	)
		return { wrong: "Please choose the country that you are in." };
	if (works !== "yes" && works !== "no")
		return { wrong: "Please say whether it works for you." };
	if (typeof checks !== "string" || checks.length > MAX_CHECKS_TEXT)
		return { wrong: CHECKS_WRONG };
	const known = new Set([...origins, ...controls]);
	const read = checks === "" ? [] : readChecks(checks, known);
	return read === undefined
		? { wrong: CHECKS_WRONG }
		: { value: { cc, works: works === "yes", checks: read } };
}

const CHECKS_WRONG = "What the check found cannot be read.";

function readChecks(
	text: string,
	known: ReadonlySet<string>,
): readonly BrowserCheck[] | undefined {
	let list: unknown;
	try {
		list = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (!Array.isArray(list) || list.length > known.size * WAYS.length)
		return undefined;
	const checks: BrowserCheck[] = [];
	for (const item of list) {
		if (!isRecord(item)) return undefined;
		const { origin, came, ms } = item;
		const way = WAYS.find((one) => one === item["way"]);
		if (
			typeof origin !== "string" ||
			!known.has(origin) ||
			way === undefined ||
			typeof came !== "boolean" ||
			!Number.isInteger(ms) ||
			Number(ms) < 0 ||
			Number(ms) > MAX_MS
		)
			return undefined;
		checks.push({ origin, way, came, ms: Number(ms) });
	}
	return checks;
}

/** Reports of one service, country and day. */
export interface VisitorCount {
	readonly service: string;
	readonly cc: string;
	/** UTC. */
	readonly day: string;
	readonly works: number;
	readonly fails: number;
	/** A suspicion, never a finding: it asks for measurements. */
	readonly isSuspicion: boolean;
}

/** Provisional: as many as a headline needs sessions (P7), and more than say the contrary. */
const SUSPICION_REPORTS = 5;

/** Counts by country and day, newest first, of days that are over: a number that grows tells who was there when it grew (P11). */
export function countVisitorReports(
	reports: Iterable<VisitorReport>,
	controls: readonly string[],
	now: Date,
): readonly VisitorCount[] {
	const today = dayOf(now.toISOString());
	const groups = new Map<string, VisitorReport[]>();
	for (const report of reports) {
		const day = dayOf(report.receivedAt);
		if (day >= today) continue;
		const key = `${day} ${report.cc} ${report.service}`;
		groups.set(key, [...(groups.get(key) ?? []), report]);
	}
	return [...groups]
		.sort(([a], [b]) => (a < b ? 1 : -1))
		.map(([key, group]) => {
			const [day = "", cc = "", service = ""] = key.split(" ");
			const works = group.filter((one) => one.works).length;
			const fails = group.length - works;
			const credible = group.filter((one) => isCredibleFailure(one, controls));
			return {
				service,
				cc,
				day,
				works,
				fails,
				isSuspicion:
					credible.length >= SUSPICION_REPORTS && credible.length > works,
			};
		});
}

/** Somebody says that it fails, and what their browser saw does not say the contrary: not that the service answers, nor that nothing does. */
function isCredibleFailure(
	{ works, checks }: VisitorReport,
	controls: readonly string[],
): boolean {
	const looked = (isControl: boolean): readonly BrowserCheck[] =>
		checks.filter(({ origin }) => controls.includes(origin) === isControl);
	const lineWorks =
		looked(true).length === 0 || looked(true).some(({ came }) => came);
	const allCame =
		looked(false).length > 0 && looked(false).every(({ came }) => came);
	return !works && lineWorks && !allCame;
}
