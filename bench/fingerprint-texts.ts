/** The published fingerprints where they are at hand, else as many made-up ones of like lengths. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createRandom } from "../src/measure/lab/index.ts";
import type { FingerprintTexts } from "../src/reference/index.ts";

const HEADER =
	"name,scope,location_found,pattern_type,pattern,confidence_no_fp,expected_countries";
/** As many as OONI published in 2026, most of them texts inside a body. */
const MADE_UP = 1900;
const WORDS =
	"access denied blocked order court ministry notice website policy filter prohibited network operator content law page".split(
		" ",
	);

export function fingerprintTexts(): FingerprintTexts & {
	readonly from: string;
} {
	const folder = join(
		process.env["RASAI_SHARED"] ?? "../shared",
		"data/fingerprints",
	);
	if (existsSync(folder))
		return {
			dns: readFileSync(join(folder, "fingerprints_dns.csv"), "utf8"),
			http: readFileSync(join(folder, "fingerprints_http.csv"), "utf8"),
			from: "published",
		};
	const random = createRandom("fingerprints");
	const rows = Array.from({ length: MADE_UP }, (_, index) => {
		const words = Array.from(
			{ length: 1 + random.poisson(4) },
			() => `${random.pick(WORDS)}${random.chance(0.3) ? random.hex(5) : ""}`,
		);
		return `made.${index},nat,body,contains,<title>${words.join(" ")} ${index}</title>,5,`;
	});
	return { dns: HEADER, http: [HEADER, ...rows].join("\n"), from: "made-up" };
}
