/** What it takes to send a message by one way, and what a try can come to. */
import { sha256Hex } from "../../base/index.ts";
import type { QueuedMessage, Subscription } from "../../store/index.ts";

/** `failed`: it may work later. `refused`: it never will, for this message or this address. */
export type Outcome =
	| { readonly result: "sent" }
	| { readonly result: "failed" | "refused"; readonly problem: string };

export interface Sender {
	/** Tries once. Every fault is an outcome; throws `aborted` alone. */
	send(
		subscription: Subscription,
		message: QueuedMessage,
		signal: AbortSignal,
	): Promise<Outcome>;
}

/** What messages say of the site they come from. */
export interface AlertSite {
	readonly name: string;
	/** `https://rasai.example`, without a slash at its end. */
	readonly address: string;
	/** Links that leave are made with it. */
	readonly key: Uint8Array;
}

/** The same for every try of a message, and for no other message: whoever gets it twice can tell. */
export function messageKey(subscription: string, message: string): string {
	return sha256Hex(`${subscription} ${message}`).slice(0, 32);
}
