/** What readers written from field lists alone have in common: they say so in every datum. */
import type { SignalKey } from "../../model/index.ts";

export function unverifiedKey(
	key: Pick<
		SignalKey,
		"source" | "measure" | "unit" | "entity" | "licence" | "trouble"
	>,
): SignalKey {
	return { ...key, access: null, verified: false };
}
