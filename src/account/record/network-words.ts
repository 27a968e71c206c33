/** What sources call the network itself, apart from services on it: "mobile data", "3G; 4G", "fixed and mobile internet". */
import type { SignalAccess } from "../../model/index.ts";

const NETWORK =
	/\b(internet|mobile|cellular|[2345]g|lte|dsl|broadband|fixed|fibre|fiber|land ?lines?|bandwidth|connectivity)\b/i;
const MOBILE = /\b(mobile|cellular|[2345]g|lte|wireless local loop)\b/i;
const FIXED = /\b(fixed|dsl|broadband|fibre|fiber|land ?lines?)\b/i;

/** Which access some names mean; null for the internet as a whole, undefined where they mean services and no network. */
export function networkAccess(
	names: readonly string[],
): SignalAccess | null | undefined {
	const meant = names.filter((name) => NETWORK.test(name));
	if (meant.length === 0) return undefined;
	const isMobile = meant.some((name) => MOBILE.test(name));
	const isFixed = meant.some((name) => FIXED.test(name));
	// "The internet and mobile service" is more than mobile.
	const isWhole = meant.some((name) =>
		/\binternet\b/i.test(name.replace(/\bmobile internet\b/gi, "")),
	);
	if (isMobile === isFixed) return null;
	if (isMobile) return isWhole ? null : "mobile";
	return "fixed";
}
