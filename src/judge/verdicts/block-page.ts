/** What the fingerprints matched on a page amount to. */
import type { FingerprintSet } from "../../reference/index.ts";

/**
 * `known`: a page of a state or provider, seen where it is expected or with no
 * place stated. `product`: a filtering product's page. `elsewhere`: a page of
 * a state or provider that is known from other countries. `vague`: words that
 * block pages use, and sites' own refusals too, or the page of an institution.
 * `none`: nothing, or a match that is marked as not a block page (`fp`), which
 * overrules all but the known.
 */
export type BlockPage = "known" | "product" | "elsewhere" | "vague" | "none";

const SCOPES: Readonly<Record<string, readonly [BlockPage, BlockPage]>> = {
	nat: ["known", "elsewhere"],
	isp: ["known", "elsewhere"],
	injb: ["known", "elsewhere"],
	prov: ["known", "elsewhere"],
	prod: ["product", "vague"],
	inst: ["vague", "vague"],
	vbw: ["vague", "vague"],
};

const ORDER: readonly BlockPage[] = ["known", "product", "elsewhere", "vague"];

export function blockPageOf(
	names: readonly string[],
	fingerprints: FingerprintSet,
	cc: string,
): BlockPage {
	if (names.length === 0) return "none";
	const found = new Set<BlockPage>();
	let notABlockPage = false;
	for (const name of names) {
		const fingerprint = fingerprints.get(name);
		if (fingerprint === undefined) continue;
		if (fingerprint.scope === "fp") notABlockPage = true;
		const kinds = SCOPES[fingerprint.scope];
		if (kinds === undefined) continue;
		const here =
			fingerprint.countries.length === 0 || fingerprint.countries.includes(cc);
		found.add(kinds[here ? 0 : 1]);
	}
	const strongest = ORDER.find((kind) => found.has(kind)) ?? "none";
	return notABlockPage && strongest !== "known" ? "none" : strongest;
}

/** A match says that the page is known and is not a block page. */
export function isKnownInnocent(
	names: readonly string[],
	fingerprints: FingerprintSet,
): boolean {
	return names.some((name) => fingerprints.get(name)?.scope === "fp");
}
