/** `/subscribe`: a form that asks the holder of an address, and links that agree and leave without signing in. */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { formatInstant } from "../../../base/index.ts";
import {
	addressOfClient,
	createRateLimit,
} from "../../../measure/helper/index.ts";
import { worldOf } from "../../../model/index.ts";
import {
	addSubscription,
	changeSubscription,
	readSubscription,
	readSubscriptions,
	removeSubscription,
	type Subscription,
} from "../../../store/index.ts";
import { FORM_HEADERS, isFromOwnPage } from "../headers.ts";
import { say } from "../language/speech.ts";
import { ProblemPage } from "../pages/problem.tsx";
import type { PageDeps } from "../site-deps.ts";
import {
	type LinkPurpose,
	readSubscriptionLink,
	subscriptionPath,
} from "./links.ts";
import type { Subscribing } from "./subscribe-deps.ts";
import {
	AskedPage,
	ConfirmedPage,
	LinkPage,
	StoppedPage,
	SubscribePage,
} from "./subscribe-page.tsx";
import {
	type AskField,
	isForgotten,
	newSubscription,
	readMailAddress,
	readWishes,
} from "./subscription.ts";

const MAX_BODY_BYTES = 8192;
const HOUR_MS = 3_600_000;
/** Questions that one address is sent in a day, whoever asks for them: nobody's mailbox is filled from here. */
const QUESTIONS_A_DAY = 3;
/** Questions sent in an hour in all: a flood of requests is no flood of mail. */
const QUESTIONS_AN_HOUR = 200;

export interface SubscribeDeps
	extends Pick<PageDeps, "services" | "incidents" | "clock"> {
	/** Undefined where no mail can be sent. */
	readonly subscribing: Subscribing | undefined;
	render(page: {
		readonly title: string;
		readonly children: unknown;
	}): string | Promise<string>;
}

export function createSubscribe(deps: SubscribeDeps): Hono {
	const { subscribing, services, render, clock } = deps;
	const app = new Hono();
	const page = (c: Context, title: string, children: unknown, status?: 400) =>
		c.html(render({ title, children }), status ?? 200);
	const refuse = (
		c: Context,
		status: 400 | 403 | 404 | 413 | 429,
		title: string,
		text: string,
	) =>
		c.html(
			render({
				title,
				children: <ProblemPage problem={{ status, title, text }} />,
			}),
			status,
		);
	const formPage = (c: Context, ask: AskField, wrong?: string) =>
		page(
			c,
			say("sub.title"),
			<SubscribePage
				ask={ask}
				services={services}
				takesMail={subscribing !== undefined}
				wrong={wrong}
			/>,
			wrong === undefined ? undefined : 400,
		);
	for (const path of ["/subscribe", "/subscribe/*"])
		app.use(path, async (c, next) => {
			await next();
			for (const [name, value] of Object.entries(FORM_HEADERS))
				c.res.headers.set(name, value);
		});
	app.get("/subscribe", (c) => formPage(c, (name) => c.req.query(name) ?? ""));
	if (subscribing === undefined) return app;

	const nowMs = (): number => clock().getTime();
	const ofLine = createRateLimit(nowMs, {
		perWindow: subscribing.perHour,
		windowMs: HOUR_MS,
	});
	const ofAddress = createRateLimit(nowMs, {
		perWindow: QUESTIONS_A_DAY,
		windowMs: 24 * HOUR_MS,
	});
	const ofAll = createRateLimit(nowMs, {
		perWindow: QUESTIONS_AN_HOUR,
		windowMs: HOUR_MS,
	});

	app.post(
		"/subscribe",
		bodyLimit({
			maxSize: MAX_BODY_BYTES,
			onError: (c) =>
				refuse(c, 413, say("sub.not_taken"), say("form.too_much")),
		}),
		async (c) => {
			if (!isFromOwnPage(c, new URL(c.req.url).origin))
				return refuse(c, 403, say("sub.not_taken"), say("form.not_ours"));
			const form = await c.req.parseBody();
			const ask: AskField = (name) => {
				const value = form[name];
				return typeof value === "string" ? value : "";
			};
			const address = readMailAddress(ask("mail"));
			if (address === undefined) return formPage(c, ask, say("sub.no_address"));
			const wishes = readWishes(ask, { kind: "mail", address }, services);
			if ("wrong" in wishes) return formPage(c, ask, wishes.wrong);
			const { quoted } = wishes.value.watch;
			const incident = quoted && (await deps.incidents()).get(quoted.incident);
			if (quoted && (!incident || worldOf(incident.cc) === "emulated"))
				return formPage(c, ask, say("sub.no_incident"));
			if (
				!ofLine.take(addressOfClient(c, subscribing.trustsProxy)) ||
				!ofAll.take("all")
			)
				return refuse(c, 429, say("sub.not_taken"), say("sub.many"));
			// The answer is the same for an address that was asked often enough: nobody learns whose it is.
			if (ofAddress.take(address)) {
				addSubscription(
					subscribing.paths,
					newSubscription(wishes.value, subscribing.key, clock()),
				);
				subscribing.deliverSoon();
			}
			return page(c, say("sub.look"), <AskedPage />);
		},
	);

	for (const purpose of ["confirm", "stop"] as const) {
		const path = `/subscribe/${purpose}/:token`;
		app.get(path, (c) => {
			const found = subscriptionOf(subscribing, purpose, c, clock());
			return found === undefined
				? refuse(c, 404, say("sub.no_longer"), say("sub.no_longer_text"))
				: page(
						c,
						say(purpose === "confirm" ? "sub.want" : "sub.leave"),
						<LinkPage purpose={purpose} subscription={found} />,
					);
		});
		// Whoever has the link may use it: mail programs send this form without a page (RFC 8058).
		app.post(path, (c) => {
			const found = subscriptionOf(subscribing, purpose, c, clock());
			if (found === undefined)
				return refuse(c, 404, say("sub.no_longer"), say("sub.no_longer_text"));
			if (purpose === "stop") {
				removeSubscription(subscribing.paths, found.id);
				return page(c, say("sub.ended"), <StoppedPage />);
			}
			confirm(subscribing, found, clock());
			return page(
				c,
				say("sub.will_be_told"),
				<ConfirmedPage
					subscription={found}
					stopPath={subscriptionPath(subscribing.key, "stop", found.id)}
				/>,
			);
		});
	}
	return app;
}

function subscriptionOf(
	{ key, paths }: Subscribing,
	purpose: LinkPurpose,
	c: Context,
	now: Date,
): Subscription | undefined {
	const id = readSubscriptionLink(key, purpose, c.req.param("token") ?? "");
	const found = id === undefined ? undefined : readSubscription(paths, id);
	return found && !isForgotten(found, now) ? found : undefined;
}

/** An earlier subscription of the same address to the same goes: nobody is told twice. */
function confirm({ paths }: Subscribing, one: Subscription, now: Date): void {
	const isSame = (other: Subscription): boolean =>
		other.id !== one.id &&
		JSON.stringify([other.channel, other.watch]) ===
			JSON.stringify([one.channel, one.watch]);
	for (const { id } of readSubscriptions(paths).found.filter(isSame))
		removeSubscription(paths, id);
	changeSubscription(paths, one.id, (before) => ({
		...before,
		confirmedAt: before.confirmedAt ?? formatInstant(now),
		queue: before.queue.filter(({ id }) => id !== "confirm"),
	}));
}
