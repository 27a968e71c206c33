/** What a measurement was held against, and where its raw record stands. */
import type { ExplainedMeasurement } from "../../../pipeline/index.ts";
import { groupBy } from "../findings.ts";
import { formatDay } from "../times.ts";
import { CONTROL_WORDS, listOf } from "../words.ts";

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
						What networks of all countries saw from{" "}
						{formatDay(control.sinceDay)} up to {formatDay(control.untilDay)}.
						Judging leaves out the measurement's own country.
					</caption>
					<thead>
						<tr>
							<th scope="col">What</th>
							<th scope="col" class="number">
								Networks, yes
							</th>
							<th scope="col" class="number">
								Networks, no
							</th>
							<th scope="col" class="wide">
								Countries
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
									{rows.reduce((sum, row) => sum + row.okNetworks, 0)}
								</td>
								<td class="number">
									{rows.reduce((sum, row) => sum + row.failedNetworks, 0)}
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

const CONTROL_KIND_WORDS = {
	address: "Got this address",
	asn: "Got an address of this network",
	resolution: "Resolved the name",
	tcp: "Connected",
	tls: "Completed TLS",
	http: "Loaded the page",
} as const;

export function Place(props: { readonly explained: ExplainedMeasurement }) {
	const { place, verdict, reference } = props.explained;
	return (
		<dl class="facts">
			<dt>File in the archive</dt>
			<dd>
				<code>{place.fileHash}</code>
			</dd>
			{place.member === "" ? null : (
				<>
					<dt>Member</dt>
					<dd>
						<bdi>
							<code>{place.member}</code>
						</bdi>
					</dd>
				</>
			)}
			<dt>Line</dt>
			<dd>{place.line}</dd>
			<dt>SHA-256 of the record</dt>
			<dd>
				<code>{place.recordHash}</code>
			</dd>
			<dt>uid</dt>
			<dd>
				<code>{place.uid}</code>
			</dd>
			<dt>Rules, reference data</dt>
			<dd>
				<code>{verdict.ruleset}</code>, <code>{reference}</code>
			</dd>
			{place.problems.length === 0 ? null : (
				<>
					<dt>Fields left out</dt>
					<dd>{place.problems.join("; ")}</dd>
				</>
			)}
		</dl>
	);
}
