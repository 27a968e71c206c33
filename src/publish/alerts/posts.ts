/**
 * News as posts, in the forms that Telegram's Bot API and ActivityPub servers
 * take. Only texts are made: whoever runs an account posts them.
 */
import { countryName } from "../../reference/index.ts";
import type { Notice } from "../../store/index.ts";
import type { AlertSite } from "./sender.ts";

/** Of `sendMessage`: after its entities are read, 1 to 4096 characters. */
const TELEGRAM_LENGTH = 4096;
/** What Mastodon takes where its operator has set nothing else; a link counts as 23. */
const POST_LENGTH = 500;
const LINK_LENGTH = 23;

export interface TelegramPost {
	readonly text: string;
	readonly parse_mode: "HTML";
	readonly link_preview_options: { readonly is_disabled: true };
}

/** A Note of ActivityStreams 2.0, to be wrapped in a Create by the server that posts it. */
export interface ActivityNote {
	readonly "@context": "https://www.w3.org/ns/activitystreams";
	readonly type: "Note";
	readonly published: string;
	readonly content: string;
	readonly url: string;
	readonly to: readonly ["https://www.w3.org/ns/activitystreams#Public"];
	readonly tag: readonly { readonly type: "Hashtag"; readonly name: string }[];
}

export interface Posts {
	/** Title, text and address, short enough for any of them. */
	readonly text: string;
	readonly telegram: TelegramPost;
	readonly activitypub: ActivityNote;
}

type PostSite = Pick<AlertSite, "address">;

export function postsOf(notice: Notice, site: PostSite): Posts {
	return {
		text: plainPost(notice, site),
		telegram: telegramPost(notice, site),
		activitypub: activityNote(notice, site),
	};
}

function plainPost({ title, text, path }: Notice, site: PostSite): string {
	const words = cut(`${title}\n\n${text}`, POST_LENGTH - LINK_LENGTH - 2);
	return `${words}\n\n${site.address}${path}`;
}

function telegramPost(
	{ title, text, path }: Notice,
	site: PostSite,
): TelegramPost {
	const url = `${site.address}${path}`;
	const shownTitle = cut(title, 400);
	const room = TELEGRAM_LENGTH - shownTitle.length - url.length - 4;
	return {
		text: `<b>${escapeHtml(shownTitle)}</b>\n\n${escapeHtml(cut(text, room))}\n\n${escapeHtml(url)}`,
		parse_mode: "HTML",
		link_preview_options: { is_disabled: true },
	};
}

function activityNote(
	{ title, text, path, cc, at }: Notice,
	site: PostSite,
): ActivityNote {
	const url = `${site.address}${path}`;
	const tags = [
		"#InternetShutdown",
		...(cc === null
			? []
			: [`#${countryName(cc).replace(/[^\p{L}\p{N}]/gu, "")}`]),
	];
	const room = POST_LENGTH - LINK_LENGTH - tags.join(" ").length - 6;
	const words = cut(`${title}\n\n${text}`, room);
	return {
		"@context": "https://www.w3.org/ns/activitystreams",
		type: "Note",
		published: at,
		content: [
			...words.split(/\n{2,}/).map(escapeHtml),
			`<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`,
			escapeHtml(tags.join(" ")),
		]
			.map((part) => `<p>${part.replaceAll("\n", "<br>")}</p>`)
			.join(""),
		url,
		to: ["https://www.w3.org/ns/activitystreams#Public"],
		tag: tags.map((name) => ({ type: "Hashtag", name })),
	};
}

/** At most so many characters, cut between words. */
function cut(text: string, length: number): string {
	if (text.length <= length) return text;
	const part = text.slice(0, length - 1);
	const space = part.lastIndexOf(" ");
	return `${part.slice(0, space > length / 2 ? space : length - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
