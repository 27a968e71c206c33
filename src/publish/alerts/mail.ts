/** A message as a mail: plain text, threads by References, and headers by which a mail program can leave (RFC 8058). */
import { countryName } from "../../reference/index.ts";
import type {
	LedgerMark,
	Notice,
	QueuedMessage,
	Subscription,
} from "../../store/index.ts";
import {
	addressIn,
	type Language,
	languageOf,
	say,
	speakTo,
	subscriptionPath,
	watchPhrase,
} from "../web/index.ts";
import { type AlertSite, messageKey } from "./sender.ts";

export interface Mail {
	readonly subject: string;
	readonly text: string;
	readonly messageId: string;
	readonly references: string | undefined;
	readonly date: Date;
	readonly headers: Readonly<Record<string, string>>;
}

/** In the subscriber's language. */
export function mailOf(
	subscription: Subscription,
	message: QueuedMessage,
	site: AlertSite,
): Mail {
	return speakTo(subscription, () => writeMail(subscription, message, site));
}

function writeMail(
	subscription: Subscription,
	message: QueuedMessage,
	site: AlertSite,
): Mail {
	const language = languageOf(subscription);
	const { host } = new URL(site.address);
	const idOf = (id: string) => `<${messageKey(subscription.id, id)}@${host}>`;
	const stop = `${site.address}${addressIn(language, subscriptionPath(site.key, "stop", subscription.id))}`;
	const question = message.notices.every(({ kind }) => kind === "confirm");
	return {
		subject: `[${site.name}] ${subjectOf(message)}`,
		text: [
			...message.notices.map((notice) => noticeText(notice, site, language)),
			question
				? `-- \n${site.name}, ${site.address}\n${say("mail.forget")} ${stop}`
				: [
						"-- ",
						say("mail.because", {
							site: `${site.name} (${site.address})`,
							what: watchPhrase(subscription.watch),
						}),
						`${say("mail.leave")} ${stop}`,
						say("mail.no_proof"),
						...(message.ledger ? [ledgerText(message.ledger)] : []),
					].join("\n"),
		]
			.join("\n\n")
			.concat("\n"),
		messageId: idOf(message.id),
		references:
			message.follows === undefined ? undefined : idOf(message.follows),
		date: new Date(message.queuedAt),
		headers: {
			"List-Unsubscribe": `<${stop}>`,
			"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
			"Auto-Submitted": "auto-generated",
		},
	};
}

/** Short enough that no mail program breaks its last line. */
function ledgerText({ at, entry, hash }: LedgerMark): string {
	return `Keep this mail: it shows that our ledger of ${entry + 1} entries was not changed after ${at}. Its head:\n${entry}:${hash}`;
}

const MOST_SUBJECT = 150;

/** The only notice's title; of several, how many and the first. */
export function subjectOf({ notices }: Pick<QueuedMessage, "notices">): string {
	const [first, ...others] = notices;
	if (first === undefined) return "";
	const incidents = new Set(notices.map(({ incident }) => incident));
	const isOne = others.length === 0 || (incidents.size === 1 && first.incident);
	const where = new Set(notices.map(({ cc }) => cc));
	const place =
		where.size === 1 && first.cc !== null ? ` in ${countryName(first.cc)}` : "";
	const text = isOne
		? first.title
		: `${notices.length} news${place}: ${first.title}`;
	return text.length <= MOST_SUBJECT
		? text
		: `${text.slice(0, MOST_SUBJECT - 1)}…`;
}

function noticeText(
	{ title, text, path }: Notice,
	site: AlertSite,
	language: Language,
): string {
	return `${title}\n\n${text}\n\n${site.address}${addressIn(language, path)}`;
}
