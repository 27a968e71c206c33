/**
 * Sends messages to a program, signed as Standard Webhooks describe it
 * (standardwebhooks.com): the receiver can tell that it comes from here, that
 * it is recent, and whether it came before.
 */
import { createHmac, randomBytes } from "node:crypto";
import {
	type Clock,
	type HttpClient,
	messageOf,
	throwIfAborted,
} from "../../base/index.ts";
import type { QueuedMessage, Subscription } from "../../store/index.ts";
import { subjectOf } from "./mail.ts";
import { postsOf } from "./posts.ts";
import { type AlertSite, messageKey, type Sender } from "./sender.ts";

const SECRET_PREFIX = "whsec_";
/** Time of a whole try; less than the first wait before a new one. */
const LIMITS = {
	connectMs: 10_000,
	idleMs: 20_000,
	totalMs: 60_000,
	maxBytes: 65_536,
};

export function createWebhookSecret(): string {
	return `${SECRET_PREFIX}${randomBytes(24).toString("base64")}`;
}

/** `v1,` and the HMAC-SHA256 of id, time and body. */
export function signWebhook(
	secret: string,
	id: string,
	timestamp: number,
	body: string,
): string {
	const key = Buffer.from(secret.slice(SECRET_PREFIX.length), "base64");
	return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}

/** `http` keeps to public addresses, but for those that the operator allows. */
export function createWebhookSender(
	site: AlertSite,
	http: HttpClient,
	clock: Clock,
): Sender {
	return {
		async send(subscription, message, signal) {
			const { channel } = subscription;
			if (channel.kind !== "webhook")
				return { result: "refused", problem: "no webhook" };
			const id = messageKey(subscription.id, message.id);
			const body = webhookBody(subscription, message, site);
			const timestamp = Math.floor(clock().getTime() / 1000);
			try {
				const answer = await http.request(channel.url, {
					method: "POST",
					headers: {
						"content-type": "application/json",
						"webhook-id": id,
						"webhook-timestamp": String(timestamp),
						"webhook-signature": signWebhook(
							channel.secret,
							id,
							timestamp,
							body,
						),
					},
					body,
					signal,
					limits: LIMITS,
					followRedirects: false,
				});
				answer.discard();
				if (answer.status >= 200 && answer.status < 300)
					return { result: "sent" };
				const problem = `answered with status ${answer.status}`;
				// Gone for good, by its own word.
				return {
					result: answer.status === 410 ? "refused" : "failed",
					problem,
				};
			} catch (error) {
				throwIfAborted(signal);
				return { result: "failed", problem: messageOf(error) };
			}
		},
	};
}

/** The same bytes at every try. */
export function webhookBody(
	subscription: Subscription,
	message: QueuedMessage,
	site: AlertSite,
): string {
	const idOf = (id: string): string => messageKey(subscription.id, id);
	return JSON.stringify({
		type: "rasai.alert",
		id: idOf(message.id),
		/** The message that this one follows up. */
		follows: message.follows === undefined ? null : idOf(message.follows),
		timestamp: message.queuedAt,
		site: { name: site.name, url: site.address },
		subscription: subscription.id,
		title: subjectOf(message),
		/** Head of the ledger, for others to keep. */
		ledger: message.ledger ?? null,
		notices: message.notices.map(({ path, ...notice }) => ({
			...notice,
			url: `${site.address}${path}`,
			posts: postsOf({ ...notice, path }, site),
		})),
	});
}
