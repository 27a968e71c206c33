/** Heads that a witness kept, out of a file from anywhere. */
import { isRecord } from "../../model/index.ts";
import type { KnownHeads } from "./verifier/index.ts";

/** Undefined where the text is no `heads.json` and quotes no head. */
export function readKnownHeads(text: string): KnownHeads | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return quotedHeads(text);
	}
	const isList = (
		list: unknown,
		isItem: (item: Readonly<Record<string, unknown>>) => boolean,
	) =>
		Array.isArray(list) && list.every((item) => isRecord(item) && isItem(item));
	return isRecord(value) &&
		value["schema"] === "rasai-heads/1" &&
		isList(
			value["heads"],
			({ entry, hash }) =>
				Number.isSafeInteger(entry) && typeof hash === "string",
		) &&
		isList(
			value["revoked"],
			({ key, at }) => typeof key === "string" && typeof at === "string",
		)
		? (value as unknown as KnownHeads)
		: undefined;
}

/** `ENTRY:HASH`, as mails and the feed have it. */
const QUOTED = /(?<![0-9a-z])(\d{1,15}):([0-9a-f]{64})(?![0-9a-f])/g;
/** How mails break lines of their own, in "quoted-printable". */
const SOFT_BREAK = /=\r?\n/g;

/** Heads in a mail, a feed or any other text. When they were is not read: nothing hangs on it. */
function quotedHeads(text: string): KnownHeads | undefined {
	const heads = [...text.replace(SOFT_BREAK, "").matchAll(QUOTED)].map(
		([, entry, hash = ""]) => ({ at: "", entry: Number(entry), hash }),
	);
	return heads.length === 0
		? undefined
		: { schema: "rasai-heads/1", heads, revoked: [] };
}
