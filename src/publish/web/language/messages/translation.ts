import type { en } from "./en.ts";

export type MessageKey = keyof typeof en;

/** A language's messages. Every one was made by a machine and awaits review, but for those named as reviewed. */
export interface Translation {
	/** Messages that a person who speaks the language has read and found right. */
	readonly reviewed: readonly MessageKey[];
	/** ICU messages with the arguments of the English ones. */
	readonly messages: Readonly<Partial<Record<MessageKey, string>>>;
}
