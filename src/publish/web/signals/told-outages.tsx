/** Outages as their sources tell them, beside what is found here: whose word, under which terms, and whether an incident of ours is of the same time. Never a finding of ours (P12). */
import type { Incident, ToldOutage } from "../../../model/index.ts";
import { EnglishPart } from "../language/english.tsx";
import { incidentPath } from "../names.ts";
import { formatMoment } from "../times.ts";
import { countOf } from "../words.ts";

/** How far apart two accounts of one beginning may lie: sources look at steps of up to some hours. Provisional. */
const APART_MS = 6 * 3_600_000;

export function ToldOutages(props: {
	readonly told: readonly ToldOutage[];
	/** Kept beyond what this page holds. */
	readonly moreCount: number;
	readonly incidents: readonly Incident[];
}) {
	const { told, moreCount, incidents } = props;
	if (told.length === 0) return null;
	const sources = [...new Set(told.map(({ source }) => source))].sort();
	return (
		<section aria-labelledby="told">
			<EnglishPart>
				<h3 id="told">Outages told by others</h3>
				<p>
					{`${countOf(told.length, "outage")} told by ${sources.join(", ")}, the newest first${moreCount > 0 ? `; ${moreCount} older ones are not listed` : ""}. What they say is theirs, and decides nothing here. The last column says whether an outage or a cut found here is of the same time.`}
				</p>
				<section
					class="scroll"
					aria-label="Outages told by others"
					tabindex={0}
				>
					<table>
						<caption>Times in UTC, as the source gives them.</caption>
						<thead>
							<tr>
								<th scope="col">Began</th>
								<th scope="col">Ended</th>
								<th scope="col">Told by</th>
								<th scope="col">What it says</th>
								<th scope="col">Found here</th>
							</tr>
						</thead>
						<tbody>
							{told.map((one) => (
								<ToldRow one={one} same={incidentOfSameTime(one, incidents)} />
							))}
						</tbody>
					</table>
				</section>
				<p class="quiet">
					{`Licences: ${[...new Set(told.map(({ source, licence }) => `${source}: ${licence}`))].sort().join("; ")}.`}
					{told.some(({ verified }) => !verified)
						? " A part was read from field lists and not verified against the live source."
						: ""}
				</p>
			</EnglishPart>
		</section>
	);
}

function ToldRow(props: {
	readonly one: ToldOutage;
	readonly same: Incident | undefined;
}) {
	const { one, same } = props;
	return (
		<tr>
			<th scope="row">{formatMoment(one.startedAt)}</th>
			<td>{one.endedAt === null ? "not said" : formatMoment(one.endedAt)}</td>
			<td class="day">
				{one.url !== null && /^https?:/.test(one.url) ? (
					<a href={one.url} rel="nofollow">
						<bdi>{one.source}</bdi>
					</a>
				) : (
					<bdi>{one.source}</bdi>
				)}
			</td>
			<td class="saying">
				<bdi>{saying(one)}</bdi>
			</td>
			<td class="day">
				{same === undefined ? (
					"none"
				) : (
					<a href={incidentPath(same.id)}>
						<bdi>{same.id}</bdi>
					</a>
				)}
			</td>
		</tr>
	);
}

/** In the source's own words, where it has any. */
function saying(one: ToldOutage): string {
	const { measure, entity, access, cause, scope, description, depth } = one;
	return [
		...(measure === null ? [] : [measure]),
		...(entity.area === null ? [] : [entity.area]),
		...(entity.asn === null ? [] : [`AS${entity.asn}`]),
		...(access === null ? [] : [access]),
		...(scope === null ? [] : [scope]),
		...(cause === null ? [] : [`cause: ${cause}`]),
		...(depth === null ? [] : [`${Math.round(depth * 100)}% missing`]),
		...(description === null ? [] : [description]),
	].join(", ");
}

/** An outage or a cut of the network itself, not withdrawn, that overlaps what is told. */
export function incidentOfSameTime(
	{ startedAt, endedAt }: ToldOutage,
	incidents: readonly Incident[],
): Incident | undefined {
	const since = Date.parse(startedAt) - APART_MS;
	const until =
		endedAt === null
			? Date.parse(startedAt) + APART_MS
			: Date.parse(endedAt) + APART_MS;
	return incidents.find(
		({ service, status, onset, ending }) =>
			service === null &&
			status !== "withdrawn" &&
			Date.parse(onset.at ?? onset.latest) <= until &&
			(ending === null
				? Number.POSITIVE_INFINITY
				: Date.parse(ending.at ?? ending.latest)) >= since,
	);
}
