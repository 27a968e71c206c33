/** What a measurement was held against, and where its raw record stands. */
import type { ExplainedMeasurement } from "../../../pipeline/index.ts";
import { groupBy } from "../findings.ts";
import { say, wordsOf } from "../language/speech.ts";
import { formatDay } from "../times.ts";
import { CONTROL_WORDS, formatCount, listOf } from "../words.ts";

const MOST_CONTROL_ROWS = 40;

export function Control(props: { readonly explained: ExplainedMeasurement }) {
	const { verdict, networks, control } = props.explained;
	const groups = [
		...groupBy(networks, (row) => `${row.kind}\t${row.hostname}\t${row.key}`),
	].slice(0, MOST_CONTROL_ROWS);
	return (
		<>
			<p>{CONTROL_WORDS[verdict.control]}</p>
			{groups.length === 0 ? null : (
				<table>
					<caption>
						{say("meas.networks_saw", {
							since: formatDay(control.sinceDay),
							until: formatDay(control.untilDay),
						})}
					</caption>
					<thead>
						<tr>
							<th scope="col">{say("meas.what")}</th>
							<th scope="col" class="number">
								{say("meas.yes")}
							</th>
							<th scope="col" class="number">
								{say("meas.no")}
							</th>
							<th scope="col" class="wide">
								{say("meas.countries")}
							</th>
						</tr>
					</thead>
					<tbody>
						{groups.map(([, rows]) => (
							<tr>
								<th scope="row">
									{CONTROL_KIND_WORDS[rows[0].kind]}{" "}
									<bdi class="light">
										{rows[0].hostname} {rows[0].key}
									</bdi>
								</th>
								<td class="number">
									{formatCount(
										rows.reduce((sum, row) => sum + row.okNetworks, 0),
									)}
								</td>
								<td class="number">
									{formatCount(
										rows.reduce((sum, row) => sum + row.failedNetworks, 0),
									)}
								</td>
								<td class="wide">
									{listOf([...new Set(rows.map((row) => row.cc))].slice(0, 12))}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</>
	);
}

const CONTROL_KIND_WORDS = wordsOf({
	address: "meas.got_address",
	asn: "meas.got_asn",
	resolution: "meas.resolved",
	tcp: "meas.connected",
	tls: "meas.tls",
	http: "meas.loaded",
});

export function Place(props: { readonly explained: ExplainedMeasurement }) {
	const { place, verdict, reference } = props.explained;
	return (
		<dl class="facts">
			<dt>{say("meas.file")}</dt>
			<dd>
				<code>{place.fileHash}</code>
			</dd>
			{place.member === "" ? null : (
				<>
					<dt>{say("meas.member")}</dt>
					<dd>
						<bdi>
							<code>{place.member}</code>
						</bdi>
					</dd>
				</>
			)}
			<dt>{say("meas.line")}</dt>
			<dd>{place.line}</dd>
			<dt>{say("meas.hash")}</dt>
			<dd>
				<code>{place.recordHash}</code>
			</dd>
			<dt>uid</dt>
			<dd>
				<code>{place.uid}</code>
			</dd>
			<dt>{say("meas.reference")}</dt>
			<dd>
				<code>{verdict.ruleset}</code>, <code>{reference}</code>
			</dd>
			{place.problems.length === 0 ? null : (
				<>
					<dt>{say("meas.left_out")}</dt>
					<dd>{place.problems.join("; ")}</dd>
				</>
			)}
		</dl>
	);
}
