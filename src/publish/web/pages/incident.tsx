/** Incident `/incident/ID`: the status line, the strip with brackets, its networks, what stands behind it, and how it was told before. */
import type { Incident } from "../../../model/index.ts";
import { IncidentCost } from "../cost/running-total.tsx";
import { entryTypeWord } from "../edit/entry-words.ts";
import {
	bracketPhrase,
	confoundSentences,
	evidencePhrase,
	INCIDENT_STATUS_WORDS,
	statusSentence,
	statusWord,
} from "../incident-words.ts";
import { say } from "../language/speech.ts";
import {
	asnName,
	countryPath,
	dossierPath,
	entryPath,
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
					What else explains it, so that it is not published as a restriction:{" "}
					{confounds.join(" ")}
				</p>
			) : null}
			{strip ? (
				<section aria-labelledby="strip">
					<h2 id="strip">{say("incident.strip")}</h2>
					<p class="light">
						A solid frame over the cells spans when it began on a network, a
						dashed one when it ended; the narrower, the surer. The same
						intervals stand in the table of networks below.
					</p>
					<StripFigure data={strip.data} frame={strip.frame} />
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
					<h2 id="dossier">Dossier</h2>
					<p>
						What was measured, said and due, with numbered exhibits and all that
						speaks against it, to be saved and printed:{" "}
						{view.dossierEndings.map((ending, i) => (
							<>
								{i > 0 ? " · " : ""}
								<a href={dossierPath(incident.id, ending)}>
									{ending.toUpperCase()}
								</a>
							</>
						))}
					</p>
				</section>
			) : null}
			{revisions.length > 0 ? (
				<section aria-labelledby="revisions">
					<h2 id="revisions">How it was told</h2>
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
			<caption>
				Sessions are those within the incident that showed the restriction, of
				all that said anything either way, each counted once. Networks are
				self-declared by probes.
			</caption>
			<thead>
				<tr>
					<th scope="col">{say("head.network")}</th>
					<th scope="col">{say("head.state")}</th>
					<th scope="col">When, in UTC</th>
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
								{STATE_WORDS[state]}, {formatCount(sessions)} of{" "}
								{countOf(of, "session")}
							</td>
							<td>
								{onset === null
									? "Not told on this network alone."
									: `Began ${bracketPhrase(onset, cc)}.`}
								{ending === null ? "" : ` Ended ${bracketPhrase(ending, cc)}.`}
							</td>
							<td class="wide">
								{mechanism === null ? "not known" : mechanismPhrase(mechanism)}
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
			<dd>{ending === null ? "not shown" : bracketPhrase(ending, cc)}</dd>
			<dt>{say("incident.how")}</dt>
			<dd>
				{mechanism === null ? (
					"not known"
				) : (
					<>
						{sentenceCase(mechanismPhrase(mechanism))} <code>{mechanism}</code>
					</>
				)}
			</dd>
			{incident.cause ? (
				<>
					<dt>Cause</dt>
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
					<dt>A measurement that shows it</dt>
					<dd>
						<a href={measurementPath(witness)}>
							<bdi>{witness}</bdi>
						</a>
					</dd>
				</>
			)}
			{incident.detectableAt === null ? null : (
				<>
					<dt>Could first be told</dt>
					<dd>with the data of {formatMoment(incident.detectableAt)}</dd>
				</>
			)}
			{targets.length === 0 ? null : (
				<>
					<dt>Targets</dt>
					<dd>
						<bdi>{listOf(targets)}</bdi>
					</dd>
				</>
			)}
			{incident.aliases.length === 0 ? null : (
				<>
					<dt>Other ids that lead here</dt>
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
			<caption>
				What was told is never forgotten: late data revise it, and each revision
				is kept in the ledger.
			</caption>
			<thead>
				<tr>
					<th scope="col" class="number">
						Revision
					</th>
					<th scope="col">Told at</th>
					<th scope="col">Status</th>
					<th scope="col">What changed, and why</th>
				</tr>
			</thead>
			<tbody>
				{props.revisions.map((one) => (
					<tr>
						<td class="number">{formatCount(one.revision)}</td>
						<td>{formatMoment(one.revisedAt)}</td>
						<td>{INCIDENT_STATUS_WORDS[one.status]}</td>
						<td>{one.reason}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
