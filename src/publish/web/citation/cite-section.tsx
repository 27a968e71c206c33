/** How a page is quoted, under it; and over it, that what was quoted has changed. */
import { addressIn } from "../language/address.ts";
import { currentSpeech, say, sayWith } from "../language/speech.ts";
import { formatDay, formatMoment } from "../times.ts";
import type { Citation } from "./citation.ts";

export function CiteSection(props: {
	readonly citation: Citation;
	readonly siteName: string;
	/** Where others reach the site; undefined where it has no address. */
	readonly address: string | undefined;
	readonly now: Date;
}) {
	const { citation, siteName, now } = props;
	const { address, title, revision, toldAt, hash, of } = citation;
	const site = props.address?.replace(/\/$/, "") ?? "";
	return (
		<section class="cite" aria-labelledby="cite">
			<h2 id="cite">{say("cite.heading")}</h2>
			<p>
				{say("cite.line", {
					site: siteName,
					title,
					revision,
					day: formatDay(toldAt ?? now.toISOString()),
				})}{" "}
				<a href={address}>
					<bdi>{`${site}${addressIn(currentSpeech().language, address)}`}</bdi>
				</a>
			</p>
			<p class="quiet">
				{of.kind === "ledger"
					? say("cite.of_ledger")
					: sayWith("cite.of_table", {
							link: (words) => (
								<a href={`${of.path}.csv?${of.query}`}>{words}</a>
							),
						})}{" "}
				<code>{hash}</code>
			</p>
		</section>
	);
}

export function CiteNotice({ citation }: { readonly citation: Citation }) {
	const { notice, revision, toldAt } = citation;
	if (notice === undefined) return null;
	return (
		<p class="stale" role="note">
			{notice.kind === "changed"
				? sayWith(
						"cite.changed",
						{ link: (words) => <a href="/about#revisions">{words}</a> },
						{ asked: notice.asked, shown: revision },
					)
				: sayWith(
						"cite.newer",
						{ link: (words) => <a href={notice.path}>{words}</a> },
						{
							revision,
							moment: formatMoment(toldAt ?? ""),
							newest: formatMoment(notice.toldAt),
						},
					)}
		</p>
	);
}
