/** Heads that a witness kept, out of a file from anywhere. */
import { isRecord } from "../../model/index.ts";
import type { KnownHeads } from "./verifier/index.ts";

/** Undefined where the text is not such a file. */
export function readKnownHeads(text: string): KnownHeads | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
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
