/** What each signal shows of an outage, those that did not fall included: where they disagree is a result. */
import type { Incident, IncidentSignal } from "../../../model/index.ts";
import { bracketPhrase } from "../incident-words.ts";
import { gaugeWords, signalPlace } from "../outage-words.ts";
import { sentenceCase } from "../words.ts";

const percent = (part: number): string => `${Math.round(part * 100)}%`;

export function IncidentSignals({ incident }: { readonly incident: Incident }) {
	const { signals = [], cc } = incident;
	const licences = [...new Set(signals.map(({ licence }) => licence))].sort();
	return (
		<section aria-labelledby="signals">
			<h2 id="signals">What each signal shows</h2>
			<table>
				<caption>
					Each signal has its own beginning and end; those of one gauge (one
					owner's probing, one company's traffic) are one witness. The level is
					the part of the usual value, of the same hours of the week before.
					Routes may stay while nothing gets through.
				</caption>
				<thead>
					<tr>
						<th scope="col">Signal</th>
						<th scope="col">When</th>
						<th scope="col" class="number">
							Level meanwhile
						</th>
						<th scope="col" class="number">
							Lowest
						</th>
					</tr>
				</thead>
				<tbody>
					{signals.map((signal) => (
						<tr>
							<th scope="row">
								{gaugeWords(signal.gauge)}{" "}
								<span class="light">
									{signal.source} {signal.measure}
									{signal.verified ? "" : ", unverified against a live source"}
								</span>
								<br />
								<bdi>{sentenceCase(signalPlace(signal))}</bdi>
							</th>
							<td>
								<Falls signal={signal} cc={cc} />
							</td>
							<td class="number">
								{signal.level === null ? "not known" : percent(signal.level)}
							</td>
							<td class="number">
								{signal.lowest === null ? "" : percent(signal.lowest)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
			<p class="light">
				Licences of these data: <bdi>{licences.join("; ")}</bdi>.
			</p>
		</section>
	);
}

function Falls({
	signal,
	cc,
}: {
	readonly signal: IncidentSignal;
	readonly cc: string;
}) {
	if (signal.falls.length === 0) return <>Did not fall.</>;
	return (
		<>
			{signal.falls.map(({ onset, ending, depth, restoredPartially }) => (
				<p>
					Fell by {percent(depth)} {bracketPhrase(onset, cc)};{" "}
					{ending === null
						? "not back by its last reading"
						: `back ${bracketPhrase(ending, cc)}`}
					{restoredPartially ? ", in part before" : ""}.
				</p>
			))}
		</>
	);
}
