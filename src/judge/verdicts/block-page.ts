/** What the fingerprints matched on a page amount to. */
import type { FingerprintSet } from "../../reference/index.ts";

/**
 * `known`: a page of a state or provider, seen where it is expected or with no
 * place stated. `product`: a filtering product's or an institution's page.
 * `vague`: words that block pages use, or a page known from other countries. `none`: nothing, or a match that is marked as not a
 * block page (`fp`), which overrules the vague ones.
 */
export type BlockPage = "known" | "product" | "vague" | "none";

const SCOPES: Readonly<Record<string, BlockPage>> = {
	nat: "known",
	isp: "known",
	injb: "known",
	prov: "known",
	prod: "product",
	inst: "product",
	vbw: "vague",
};

const ORDER: readonly BlockPage[] = ["known", "product", "vague"];

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
		const kind = SCOPES[fingerprint.scope];
		if (kind === undefined) continue;
		const here =
			fingerprint.countries.length === 0 || fingerprint.countries.includes(cc);
		found.add(here ? kind : "vague");
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
