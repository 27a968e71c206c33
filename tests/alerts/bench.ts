/** Subscriptions on the disk, a log of alerts, real senders, and a clock that the test turns. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { createHttpClient, formatInstant } from "../../src/base/index.ts";
import type { Incident } from "../../src/model/index.ts";
import type { Alert, AlertKind } from "../../src/pipeline/index.ts";
import {
	createMailSender,
	createWebhookSender,
	type DateAhead,
	type DeliverOptions,
	deliverAlerts,
} from "../../src/publish/alerts/index.ts";
import {
	estimateIncident,
	newSubscription,
	type Wishes,
} from "../../src/publish/web/index.ts";
import {
	addSubscription,
	type FollowStatus,
	type LedgerMark,
	readSubscription,
	type Subscription,
} from "../../src/store/index.ts";
import { readShippedServices } from "../browser/filled-site.ts";
import { blockOfX, bookOf } from "../browser/incidents.ts";
import { readShippedCosts } from "../browser/shipped-costs.ts";

const KEY = Buffer.alloc(32, 7);
const SITE = { name: "Rasai", address: "https://rasai.example", key: KEY };
const services = readShippedServices();
const costs = readShippedCosts();

export const WATCH_PK: Wishes = {
	channel: { kind: "mail", address: "reader@mail.example" },
	watch: {
		topics: ["incidents"],
		cc: ["PK"],
		asns: [],
		services: [],
		kinds: [],
		aheadDays: 7,
	},
	cadence: "each",
	quiet: undefined,
	zone: "Asia/Karachi",
	heartbeatDays: 0,
};

export function openBench(t: TestContext, smtpPort: number) {
	const dir = mkdtempSync(join(tmpdir(), "rasai-alerts-"));
	t.after(() => rmSync(dir, { recursive: true, force: true }));
	const paths = { private: dir };
	let now = new Date("2026-02-01T06:00:00Z");
	const told: Incident[] = [];
	const alerts: Alert[] = [];
	let dates: readonly DateAhead[] = [];
	let followed: FollowStatus | undefined;
	let ledger: LedgerMark | undefined;
	const clock = () => now;
	const options: DeliverOptions = {
		paths,
		clock,
		signal: new AbortController().signal,
		news: async () => ({
			alerts: [...alerts],
			book: bookOf(told, services),
			services,
			costs,
			followed,
			ledger,
		}),
		dates: async (cc) => dates.filter((date) => date.cc === cc),
		senders: {
			mail: createMailSender(SITE, {
				host: "127.0.0.1",
				port: smtpPort,
				security: "none",
				user: undefined,
				password: undefined,
				from: "alerts@rasai.example",
				limits: { idleMs: 300, totalMs: 2000 },
			}),
			webhook: createWebhookSender(
				SITE,
				createHttpClient({ allowLoopback: true }),
				clock,
			),
		},
	};
	return {
		paths,
		options,
		deliver: (changes: Partial<DeliverOptions> = {}) =>
			deliverAlerts({ ...options, ...changes }),
		subscribe: (
			changes: Partial<Wishes> = {},
			watch: Partial<Wishes["watch"]> = {},
			isAgreed = true,
		): string => {
			const one = newSubscription(
				{ ...WATCH_PK, ...changes, watch: { ...WATCH_PK.watch, ...watch } },
				KEY,
				now,
				isAgreed,
			);
			addSubscription(paths, one);
			return one.id;
		},
		read: (id: string): Subscription | undefined => readSubscription(paths, id),
		at: (instant: string) => {
			now = new Date(instant);
		},
		minutesLater: (minutes: number) => {
			now = new Date(now.getTime() + minutes * 60_000);
		},
		/** An incident as it is now told, with the alert that says so. */
		tell: (
			kind: AlertKind | undefined,
			changes: Partial<Incident> = {},
			cc = "PK",
		): Incident => {
			const id = changes.id ?? `${cc.toLowerCase()}-x-2026-01-30`;
			const before = told.filter((one) => one.id === id).length;
			const incident = blockOfX(cc, 4, {
				aliases: [],
				revision: before + 1,
				revisedAt: formatInstant(now),
				reason: before === 0 ? "First found." : "Later data move its times.",
				...changes,
				id,
			});
			told.push(incident);
			if (kind !== undefined)
				alerts.push({
					incident: id,
					revision: incident.revision,
					kind,
					at: formatInstant(now),
					cc,
					service: incident.service,
					scope: incident.scope,
					text: `${kind} ${id}`,
				});
			return incident;
		},
		setDates: (given: readonly DateAhead[]) => {
			dates = given;
		},
		setFollowed: (status: FollowStatus) => {
			followed = status;
		},
		setLedger: (mark: LedgerMark) => {
			ledger = mark;
		},
		/** Its range of costs as a page tells it then. */
		quote: (incident: Incident, until: string) => {
			const range = estimateIncident(
				{ costs, services, clock: () => new Date(until) },
				incident,
			)?.range;
			return { low: range?.low ?? 0, high: range?.high ?? 0, until };
		},
		log: () => readFileSync(join(dir, "deliveries.jsonl"), "utf8"),
	};
}

/** A header of a raw mail, unfolded. */
export function headerOf(
	mail: string | undefined,
	name: string,
): string | undefined {
	const head = (mail ?? "")
		.split("\r\n\r\n")[0]
		?.replaceAll(/\r\n[ \t]+/g, " ");
	return new RegExp(`^${name}: (.*)$`, "im").exec(head ?? "")?.[1]?.trim();
}

/** The text of a raw mail in quoted-printable. */
export function textOf(mail: string | undefined): string {
	const body = (mail ?? "").split("\r\n\r\n").slice(1).join("\r\n\r\n");
	const bytes = body
		.replaceAll("=\r\n", "")
		.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
			String.fromCharCode(Number.parseInt(hex, 16)),
		);
	return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n");
}
