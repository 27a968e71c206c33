/** By what the stored facts were read: facts outlive the code and the fingerprints that made them, until a rebuild (P3). */
import { readManifest } from "./manifest.ts";

/** Every code and fingerprints that stored facts were made by, with the number of days that hold such facts. */
export async function factsOrigins(
	derived: string,
): Promise<ReadonlyMap<string, number>> {
	const { partitions } = await readManifest(derived);
	const days = new Map<string, number>();
	for (const [folder, { from }] of Object.entries(partitions)) {
		if (!folder.includes("/measurements/")) continue;
		for (const origin of from.split(" "))
			days.set(origin, (days.get(origin) ?? 0) + 1);
	}
	return days;
}
