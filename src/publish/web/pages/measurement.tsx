/** `/measurement/UID`: the evidence behind a cell. Facts first, then the rules that fired on them, then what they were held against (P1, P5). */
import {
	LAYERS,
	type Observation,
	type Rule,
	type TargetVerdict,
} from "../../../model/index.ts";
import type { ExplainedMeasurement } from "../../../pipeline/index.ts";
import { Swatch } from "../charts/textures.tsx";
import { factDuration, factOutcome, factSubject } from "../facts-in-words.ts";
import { English } from "../language/english.tsx";
import { say } from "../language/speech.ts";
import {
	asnName,
	cellPath,
	countryPath,
	networkPath,
	placeName,
} from "../names.ts";
import { formatMoment } from "../times.ts";
import {
	countOf,
	formatCount,
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
				<a href={countryPath(probeCc)}>{placeName(probeCc)}</a> ·{" "}
				<a href={networkPath(probeCc, probeAsn)}>{asnName(probeAsn)}</a> ·{" "}
				{formatMoment(header.measuredAt)}
			</p>
			<h1>
				<bdi>{names.length === 1 ? names[0] : header.testName}</bdi>:{" "}
				{STATE_WORDS[verdict.state]}
			</h1>
			<p class="standfirst">
				<English>{verdict.why}</English>
			</p>
			<p class="quiet">{say("meas.one")}</p>
			{otherCount > 0 ? (
				<p class="stale">{say("meas.others", { count: otherCount })}</p>
			) : null}
			<section aria-labelledby="summary">
				<h2 id="summary">{say("meas.summary")}</h2>
				<Summary explained={explained} />
			</section>
			<section aria-labelledby="facts">
				<h2 id="facts">{say("meas.facts")}</h2>
				<Facts
					title={say("meas.by_probe")}
					facts={observations.filter((fact) => fact.vantage === "probe")}
				/>
				<Facts
					title={say("meas.by_helper")}
					facts={observations.filter((fact) => fact.vantage === "helper")}
				/>
			</section>
			<section aria-labelledby="rules">
				<h2 id="rules">{say("meas.rules")}</h2>
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
				<h2 id="control">{say("meas.held")}</h2>
				<Control explained={explained} />
			</section>
			<section aria-labelledby="record">
				<h2 id="record">{say("meas.place")}</h2>
				<Place explained={explained} />
			</section>
		</>
	);
}

function Summary(props: { readonly explained: ExplainedMeasurement }) {
	const { header, verdict } = props.explained;
	return (
		<dl class="facts">
			<dt>{say("head.state")}</dt>
			<dd>
				<Swatch state={verdict.state} /> {STATE_WORDS[verdict.state]}
			</dd>
			{verdict.mechanism === undefined ? null : (
				<>
					<dt>{say("meas.mechanism")}</dt>
					<dd>
						<English>
							{sentenceCase(mechanismPhrase(verdict.mechanism))}
						</English>{" "}
						<code class="light">{verdict.mechanism}</code>
					</dd>
				</>
			)}
			<dt>{say("meas.locus")}</dt>
			<dd>{sentenceCase(LOCUS_WORDS[verdict.locus])}</dd>
			<dt>{say("meas.measured")}</dt>
			<dd>{formatMoment(header.measuredAt)}</dd>
			<dt>{say("head.network")}</dt>
			<dd>
				{asnName(header.probeAsn)} <bdi>{header.probeNetworkName}</bdi>,{" "}
				{placeName(header.probeCc)}; {say("meas.declared")}
			</dd>
			<dt>{say("network.resolver")}</dt>
			<dd>
				{header.resolverAsn === 0
					? say("incident.not_known")
					: asnName(header.resolverAsn)}{" "}
				<bdi>{header.resolverNetworkName}</bdi>
			</dd>
			<dt>{say("meas.test")}</dt>
			<dd>
				{header.testName} {header.testVersion}
				{header.input === "" ? null : (
					<>
						{": "}
						<bdi>
							<code>{header.input}</code>
						</bdi>
					</>
				)}
			</dd>
			<dt>{say("meas.probe")}</dt>
			<dd>
				{[header.softwareName, header.softwareVersion, header.platform]
					.filter((part) => part !== "")
					.join(" ") || say("incident.not_known")}
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
							{say("meas.fact")}
						</th>
						<th scope="col" class="wide">
							{say("meas.layer")}
						</th>
						<th scope="col">{say("meas.done")}</th>
					</tr>
				</thead>
				<tbody>
					{shown.map((fact) => (
						<tr id={`fact-${fact.position}`}>
							<th scope="row" class="number">
								{formatCount(fact.position)}
							</th>
							<td class="wide">{fact.layer}</td>
							<td>
								<span class="light">
									<English>
										{sentenceCase(factSubject(fact))}
										{fact.role === "" ? "" : ` (${fact.role})`}
										{fact.depth > 0
											? `, after ${countOf(fact.depth, "redirect")}`
											: ""}
									</English>
								</span>
								<span class="block">
									<strong class={fact.failure === undefined ? "" : "failed"}>
										<English>{sentenceCase(factOutcome(fact))}</English>
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
				<p>{say("meas.first", { shown: shown.length, all: facts.length })}</p>
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
			{target.fired.length === 0 ? <p>{say("network.no_rule")}</p> : null}
			<ul class="record">
				{target.fired.map(({ rule, layer, positions }) => (
					<li>
						<p class="said">
							<code>{rule}</code>
							{deciding.has(rule) ? (
								<strong> {say("meas.decided")}</strong>
							) : null}
						</p>
						<p class="said">
							<English>{rules.find(({ id }) => id === rule)?.comment}</English>
						</p>
						<p class="when">
							{LAYER_WORDS[layer]};{" "}
							{positions.length === 0 ? (
								say("meas.whole")
							) : (
								<>
									{say("meas.on_facts")}{" "}
									{positions.map((position, index) => (
										<>
											{index > 0 ? ", " : ""}
											<a href={`#fact-${position}`}>{formatCount(position)}</a>
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
					{say("meas.that_day", { target: target.target })}
				</a>
			</p>
		</>
	);
}
