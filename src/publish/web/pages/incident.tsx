/** Incident `/incident/ID`: the status line, the strip with brackets, its networks, what stands behind it, and how it was told before. */
import type { Incident } from "../../../model/index.ts";
import { FigureFiles } from "../charts/figure-files.tsx";
import { figureAddress } from "../charts/shown-figure.ts";
import { IncidentCost } from "../cost/running-total.tsx";
import { entryTypeWord } from "../edit/entry-words.ts";
import { EmbedSnippet } from "../embed/snippet.tsx";
import {
	bracketPhrase,
	confoundSentences,
	evidencePhrase,
	INCIDENT_STATUS_WORDS,
	statusSentence,
	statusWord,
} from "../incident-words.ts";
import { English } from "../language/english.tsx";
import { say } from "../language/speech.ts";
import {
	asnName,
	countryPath,
	dossierPath,
	entryPath,
	incidentPath,
	incidentsPath,
	measurementPath,
	networkPath,
	placeName,
} from "../names.ts";
import { formatMoment } from "../times.ts";
import {
	countOf,
	formatCount,
	listOf,
	mechanismPhrase,
	STATE_WORDS,
	sentenceCase,
} from "../words.ts";
import { IncidentSignals } from "./incident-signals.tsx";
import type { IncidentView } from "./incident-view.ts";
import { StripFigure } from "./strip-figure.tsx";

export function IncidentPage({ view }: { readonly view: IncidentView }) {
	const { incident, strip, revisions } = view;
	const confounds = confoundSentences(incident);
	return (
		<>
			<p class="kicker">
				<a href={countryPath(incident.cc)}>{placeName(incident.cc)}</a> ·{" "}
				<a href={incidentsPath(incident.cc)}>{say("frame.incidents")}</a>
			</p>
			<h1>{view.title}</h1>
			<p class="standfirst">{statusSentence(incident)}</p>
			{confounds.length > 0 ? (
				<p class="stale">
					{say("incident.explained", { why: confounds.join(" ") })}
				</p>
			) : null}
			{strip ? (
				<section aria-labelledby="strip">
					<h2 id="strip">{say("incident.strip")}</h2>
					<p class="light">{say("incident.strip_note")}</p>
					<StripFigure data={strip.data} frame={strip.frame} />
				</section>
			) : null}
			{view.tracks ? (
				<section aria-labelledby="tracks">
					<h2 id="tracks">{say("tracks.heading")}</h2>
					<figure>
						<figcaption>{say("tracks.caption")}</figcaption>
						<section
							class="scroll paper"
							aria-label={view.tracks.title}
							tabindex={0}
						>
							<img
								class="tracks"
								src={figureAddress(view.tracks, "svg")}
								alt={view.tracks.title}
								width="700"
							/>
						</section>
						<FigureFiles figure={view.tracks} />
						<EmbedSnippet figure={view.tracks} address={view.address} />
					</figure>
				</section>
			) : null}
			{incident.signals ? <IncidentSignals incident={incident} /> : null}
			{incident.networks.length > 0 && !incident.signals ? (
				<section aria-labelledby="networks">
					<h2 id="networks">{say("head.networks")}</h2>
					<NetworksTable view={view} />
				</section>
			) : null}
			<section aria-labelledby="facts">
				<h2 id="facts">{say("incident.facts")}</h2>
				<Facts incident={incident} />
			</section>
			{view.cost ? (
				<IncidentCost incident={incident} estimate={view.cost} />
			) : null}
			{view.entries.length > 0 ? (
				<RecordEntries entries={view.entries} />
			) : null}
			{view.dossierEndings.length > 0 ? (
				<section aria-labelledby="dossier">
					<h2 id="dossier">{say("incident.dossier")}</h2>
					<p>
						{say("incident.dossier_text")}{" "}
						{view.dossierEndings.map((ending, i) => (
							<>
								{i > 0 ? " · " : ""}
								<a href={dossierPath(incident.id, ending, view.askedRevision)}>
									{ending.toUpperCase()}
								</a>
							</>
						))}
					</p>
				</section>
			) : null}
			{revisions.length > 0 ? (
				<section aria-labelledby="revisions">
					<h2 id="revisions">{say("incident.revisions")}</h2>
					<Revisions revisions={revisions} />
				</section>
			) : null}
		</>
	);
}

function NetworksTable({ view }: { readonly view: IncidentView }) {
	const { incident, networkNames } = view;
	const { cc } = incident;
	return (
		<table>
			<caption>{say("incident.networks_caption")}</caption>
			<thead>
				<tr>
					<th scope="col">{say("head.network")}</th>
					<th scope="col">{say("head.state")}</th>
					<th scope="col">{say("incident.when")}</th>
					<th scope="col" class="wide">
						{say("incident.how")}
					</th>
				</tr>
			</thead>
			<tbody>
				{incident.networks.map((network) => {
					const { asn, state, sessions, of, onset, ending, mechanism } =
						network;
					const name = networkNames.get(asn) ?? "";
					return (
						<tr>
							<th scope="row">
								<a href={networkPath(cc, asn)}>{asnName(asn)}</a>
								{name === "" ? null : (
									<>
										{" "}
										<bdi class="light">{name}</bdi>
									</>
								)}
							</th>
							<td>
								{STATE_WORDS[state]},{" "}
								{say("weight.sessions", { count: sessions, total: of })}
							</td>
							<td>
								{onset === null
									? say("incident.not_alone")
									: say("incident.began_at", {
											when: bracketPhrase(onset, cc),
										})}
								{ending === null
									? ""
									: ` ${say("incident.ended_at", { when: bracketPhrase(ending, cc) })}`}
							</td>
							<td class="wide">
								{mechanism === null ? (
									say("incident.not_known")
								) : (
									<English>{mechanismPhrase(mechanism)}</English>
								)}
							</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}

function Facts({ incident }: { readonly incident: Incident }) {
	const { basis, mechanism, counts, witness, targets, onset, ending, cc } =
		incident;
	const isMeasured = basis !== "documented";
	return (
		<dl class="facts">
			<dt>{say("incident.status")}</dt>
			<dd>{statusWord(incident)}</dd>
			<dt>{say("incident.head_began")}</dt>
			<dd>{bracketPhrase(onset, cc)}</dd>
			<dt>{say("incident.head_ended")}</dt>
			<dd>
				{ending === null
					? say("incident.not_shown")
					: bracketPhrase(ending, cc)}
			</dd>
			<dt>{say("incident.how")}</dt>
			<dd>
				{mechanism === null ? (
					say("incident.not_known")
				) : (
					<>
						<English>{sentenceCase(mechanismPhrase(mechanism))}</English>{" "}
						<code>{mechanism}</code>
					</>
				)}
			</dd>
			{incident.cause ? (
				<>
					<dt>{say("incident.cause")}</dt>
					<dd>{incident.cause.why}</dd>
				</>
			) : null}
			<dt>{say("head.evidence")}</dt>
			<dd>
				{isMeasured && incident.service !== null
					? `${evidencePhrase(incident)}, ${countOf(counts.measurements, "measurement")}`
					: sentenceCase(evidencePhrase(incident))}
				{basis === "both" ? "; the record tells of it too" : ""}
			</dd>
			{witness === null ? null : (
				<>
					<dt>{say("incident.witness")}</dt>
					<dd>
						<a href={measurementPath(witness)}>
							<bdi>{witness}</bdi>
						</a>
					</dd>
				</>
			)}
			{incident.detectableAt === null ? null : (
				<>
					<dt>{say("incident.detectable")}</dt>
					<dd>
						{say("incident.with_data", {
							moment: formatMoment(incident.detectableAt),
						})}
					</dd>
				</>
			)}
			{targets.length === 0 ? null : (
				<>
					<dt>{say("incident.targets")}</dt>
					<dd>
						<bdi>{listOf(targets)}</bdi>
					</dd>
				</>
			)}
			{incident.aliases.length === 0 ? null : (
				<>
					<dt>{say("incident.aliases")}</dt>
					<dd>{listOf(incident.aliases)}</dd>
				</>
			)}
		</dl>
	);
}

function RecordEntries({ entries }: Pick<IncidentView, "entries">) {
	return (
		<section aria-labelledby="record" class="documented">
			<h2 id="record">{say("head.documented")}</h2>
			<p>
				{sentenceCase(countOf(entries.length, "entry", "entries"))} of the
				record {entries.length === 1 ? "is" : "are"} about it. What they say is
				theirs; no measurement changes it.
			</p>
			<ul class="record">
				{entries.map(({ id, type, when, summary }) => (
					<li>
						<p class="when">
							{when.date}, <a href={entryPath(id)}>{entryTypeWord(type)}</a>
						</p>
						<bdi>{summary}</bdi>
					</li>
				))}
			</ul>
		</section>
	);
}

function Revisions(props: { readonly revisions: readonly Incident[] }) {
	return (
		<table>
			<caption>{say("incident.revisions_caption")}</caption>
			<thead>
				<tr>
					<th scope="col" class="number">
						{say("incident.revision")}
					</th>
					<th scope="col">{say("incident.told_at")}</th>
					<th scope="col">{say("incident.status")}</th>
					<th scope="col">{say("incident.changed")}</th>
				</tr>
			</thead>
			<tbody>
				{props.revisions.map((one) => (
					<tr>
						<td class="number">
							<a href={`${incidentPath(one.id)}?revision=${one.revision}`}>
								{formatCount(one.revision)}
							</a>
						</td>
						<td>{formatMoment(one.revisedAt)}</td>
						<td>{INCIDENT_STATUS_WORDS[one.status]}</td>
						<td>
							<English>{one.reason}</English>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
