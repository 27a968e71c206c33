/** `/measurement/UID`: the evidence behind a cell. Facts first, then the rules that fired on them, then what they were held against (P1, P5). */
import {
	LAYERS,
	type Observation,
	type Rule,
	type TargetVerdict,
} from "../../../model/index.ts";
import type { ExplainedMeasurement } from "../../../pipeline/index.ts";
import { countryName } from "../../../reference/index.ts";
import { Swatch } from "../charts/textures.tsx";
import { factDuration, factOutcome, factSubject } from "../facts-in-words.ts";
import { asnName, cellPath, countryPath, networkPath } from "../names.ts";
import { formatMoment } from "../times.ts";
import {
	countOf,
	LAYER_WORDS,
	LOCUS_WORDS,
	mechanismPhrase,
	STATE_WORDS,
	sentenceCase,
} from "../words.ts";
import { Control, Place } from "./measurement-evidence.tsx";

/** Most facts of one vantage on a page; the JSON file has all. */
const MOST_FACTS = 150;

export function MeasurementPage(props: {
	readonly explained: ExplainedMeasurement;
	/** Records received under the same uid with other content. */
	readonly otherCount: number;
}) {
	const { explained, otherCount } = props;
	const { header, verdict, observations } = explained;
	const { probeCc, probeAsn } = header;
	const names = verdict.targets.map(({ target }) => target);
	return (
		<>
			<p class="kicker">
				<a href={countryPath(probeCc)}>{countryName(probeCc)}</a> ·{" "}
				<a href={networkPath(probeCc, probeAsn)}>{asnName(probeAsn)}</a> ·{" "}
				{formatMoment(header.measuredAt)}
			</p>
			<h1>
				<bdi>{names.length === 1 ? names[0] : header.testName}</bdi>:{" "}
				{STATE_WORDS[verdict.state]}
			</h1>
			<p class="standfirst">{verdict.why}</p>
			<p class="quiet">
				One measurement, by one probe. It sets no state of a network or a
				country by itself.
			</p>
			{otherCount > 0 ? (
				<p class="stale">
					{countOf(otherCount, "more record was", "more records were")} received
					under this uid with other content. All are kept, and none serves as a
					control.
				</p>
			) : null}
			<section aria-labelledby="summary">
				<h2 id="summary">In short</h2>
				<Summary explained={explained} />
			</section>
			<section aria-labelledby="facts">
				<h2 id="facts">What happened</h2>
				<Facts
					title="Seen by the probe"
					facts={observations.filter((fact) => fact.vantage === "probe")}
				/>
				<Facts
					title="Seen by the helper, from elsewhere"
					facts={observations.filter((fact) => fact.vantage === "helper")}
				/>
			</section>
			<section aria-labelledby="rules">
				<h2 id="rules">Rules that fired</h2>
				{verdict.targets.map((target) => (
					<TargetRules
						target={target}
						rules={explained.rules}
						alone={verdict.targets.length === 1}
						href={cellPath(probeCc, probeAsn, header.measuredAt.slice(0, 10), {
							service: "",
							function: "",
							target: target.target,
						})}
					/>
				))}
			</section>
			<section aria-labelledby="control">
				<h2 id="control">What it was held against</h2>
				<Control explained={explained} />
			</section>
			<section aria-labelledby="record">
				<h2 id="record">Where the raw record stands</h2>
				<Place explained={explained} />
			</section>
		</>
	);
}

function Summary(props: { readonly explained: ExplainedMeasurement }) {
	const { header, verdict } = props.explained;
	return (
		<dl class="facts">
			<dt>State</dt>
			<dd>
				<Swatch state={verdict.state} /> {STATE_WORDS[verdict.state]}
			</dd>
			{verdict.mechanism === undefined ? null : (
				<>
					<dt>Mechanism</dt>
					<dd>
						{sentenceCase(mechanismPhrase(verdict.mechanism))}{" "}
						<code class="light">{verdict.mechanism}</code>
					</dd>
				</>
			)}
			<dt>Where the cause sits</dt>
			<dd>{sentenceCase(LOCUS_WORDS[verdict.locus])}</dd>
			<dt>Measured</dt>
			<dd>{formatMoment(header.measuredAt)}</dd>
			<dt>Network</dt>
			<dd>
				{asnName(header.probeAsn)} <bdi>{header.probeNetworkName}</bdi>,{" "}
				{countryName(header.probeCc)}; as the probe declares
			</dd>
			<dt>Resolver's network</dt>
			<dd>
				{header.resolverAsn === 0 ? "Not known" : asnName(header.resolverAsn)}{" "}
				<bdi>{header.resolverNetworkName}</bdi>
			</dd>
			<dt>Test</dt>
			<dd>
				{header.testName} {header.testVersion}
				{header.input === "" ? null : (
					<>
						{" of "}
						<bdi>
							<code>{header.input}</code>
						</bdi>
					</>
				)}
			</dd>
			<dt>Probe</dt>
			<dd>
				{[header.softwareName, header.softwareVersion, header.platform]
					.filter((part) => part !== "")
					.join(" ") || "Not known"}
			</dd>
		</dl>
	);
}

function Facts(props: {
	readonly title: string;
	readonly facts: readonly Observation[];
}) {
	const { facts } = props;
	const shown = facts.slice(0, MOST_FACTS);
	if (facts.length === 0) return null;
	return (
		<>
			<h3>{props.title}</h3>
			<table>
				<thead>
					<tr>
						<th scope="col" class="number">
							Fact
						</th>
						<th scope="col" class="wide">
							Layer
						</th>
						<th scope="col">What was done, and what came of it</th>
					</tr>
				</thead>
				<tbody>
					{shown.map((fact) => (
						<tr id={`fact-${fact.position}`}>
							<th scope="row" class="number">
								{fact.position}
							</th>
							<td class="wide">{fact.layer}</td>
							<td>
								<bdi class="light">
									{sentenceCase(factSubject(fact))}
									{fact.role === "" ? "" : ` (${fact.role})`}
									{fact.depth > 0
										? `, after ${countOf(fact.depth, "redirect")}`
										: ""}
								</bdi>
								<span class="block">
									<strong class={fact.failure === undefined ? "" : "failed"}>
										{sentenceCase(factOutcome(fact))}
									</strong>{" "}
									<span class="light">
										{factDuration(fact)}
										{fact.failure === undefined ? null : (
											<>
												{" "}
												<code>{fact.failure}</code>
											</>
										)}
									</span>
								</span>
							</td>
						</tr>
					))}
				</tbody>
			</table>
			{facts.length > shown.length ? (
				<p>
					The first {shown.length} of {countOf(facts.length, "fact")}; the JSON
					file has all.
				</p>
			) : null}
		</>
	);
}

function TargetRules(props: {
	readonly target: TargetVerdict;
	readonly rules: readonly Rule[];
	readonly alone: boolean;
	readonly href: string;
}) {
	const { target, rules } = props;
	const deciding = new Set(LAYERS.map((layer) => target.layers[layer].rule));
	return (
		<>
			{props.alone ? null : (
				<h3>
					<bdi>{target.target}</bdi>: {STATE_WORDS[target.state]}
				</h3>
			)}
			{target.fired.length === 0 ? <p>None.</p> : null}
			<ul class="record">
				{target.fired.map(({ rule, layer, positions }) => (
					<li>
						<p class="said">
							<code>{rule}</code>
							{deciding.has(rule) ? <strong> decided its layer</strong> : null}
						</p>
						<p class="said">{rules.find(({ id }) => id === rule)?.comment}</p>
						<p class="when">
							{LAYER_WORDS[layer]}; on{" "}
							{positions.length === 0 ? (
								"the measurement as a whole"
							) : (
								<>
									{positions.length === 1 ? "fact " : "facts "}
									{positions.map((position, index) => (
										<>
											{index > 0 ? ", " : ""}
											<a href={`#fact-${position}`}>{position}</a>
										</>
									))}
								</>
							)}
						</p>
					</li>
				))}
			</ul>
			<p>
				<a href={props.href}>
					Measurements of <bdi>{target.target}</bdi> on this network that day
				</a>
			</p>
		</>
	);
}
