/**
 * Links that confirm and end a subscription without signing in. The link is
 * made from the subscription's id and a key of the installation: nothing is
 * kept that could be stolen to make one.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

export type LinkPurpose = "confirm" | "stop";

const TOKEN = /^([a-z0-9]{8,64})\.([A-Za-z0-9_-]{43})$/;

/** Path of the page that does it. */
export function subscriptionPath(
	key: Uint8Array,
	purpose: LinkPurpose,
	id: string,
): string {
	return `/subscribe/${purpose}/${id}.${codeOf(key, purpose, id)}`;
}

/** Id of the subscription that a link is for; undefined where the link is not ours. */
export function readSubscriptionLink(
	key: Uint8Array,
	purpose: LinkPurpose,
	token: string,
): string | undefined {
	const [, id = "", code = ""] = TOKEN.exec(token) ?? [];
	if (id === "") return undefined;
	const expected = codeOf(key, purpose, id);
	return timingSafeEqual(Buffer.from(code), Buffer.from(expected))
		? id
		: undefined;
}

function codeOf(key: Uint8Array, purpose: LinkPurpose, id: string): string {
	return createHmac("sha256", key)
		.update(`${purpose} ${id}`)
		.digest("base64url");
}
