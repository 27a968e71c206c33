/** Who held what since it arrived (docs/methods/evidence.md). */
import type { CustodyItem } from "../../account/evidence/index.ts";
import type { Archive } from "../../store/index.ts";

/** A dated item for every archive file that measurements came in. */
export async function custodyOf(
	archive: Pick<Archive, "get" | "isReleased">,
	fileHashes: Iterable<string>,
	keeper: string,
): Promise<readonly CustodyItem[]> {
	const items: CustodyItem[] = [];
	for (const hash of new Set(fileHashes)) {
		const entry = await archive.get(hash);
		if (!entry) continue;
		const { receivedAt, name, bytes, path } = entry;
		items.push({
			at: receivedAt,
			who: keeper,
			what: archive.isReleased(hash)
				? "received; its bytes were let go since, the records that incidents rest on were kept"
				: path === null
					? "received and kept unchanged since, under its hash; all work is done on copies"
					: "received and left where it lay; its hash is compared at each reading",
			sha256: hash,
			bytes,
			from: sourceName(name),
		});
	}
	return items.sort((a, b) =>
		a.at === b.at
			? (a.sha256 ?? "") < (b.sha256 ?? "")
				? -1
				: 1
			: a.at < b.at
				? -1
				: 1,
	);
}

/** An address as it is; of a file its name, since where it lay on somebody's disk is nobody's business. */
function sourceName(name: string): string {
	return /^[a-z]+:\/\//i.test(name)
		? name
		: (name.split(/[/\\]/).at(-1) ?? name);
}
