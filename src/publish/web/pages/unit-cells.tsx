/** The cells of a row that tells a unit's networks by state; on a narrow screen all stand in one. */
import { Shares } from "../charts/shares.tsx";
import { byStatePhrase, type Finding } from "../findings.ts";
import { say } from "../language/speech.ts";
import { formatAgo } from "../times.ts";
import { countOf, formatCount, sentenceCase } from "../words.ts";

export function UnitHeads(props: { readonly subject: string }) {
	return (
		<tr>
			<th scope="col">{props.subject}</th>
			<th scope="col">{say("head.by_state")}</th>
			<th scope="col" class="number wide">
				{say("head.sessions")}
			</th>
			<th scope="col" class="wide">
				{say("head.last_measured")}
			</th>
		</tr>
	);
}

export function UnitCells(props: {
	readonly finding: Finding;
	readonly now: Date;
}) {
	const { finding, now } = props;
	const below = finding.byState.insufficient;
	const sessions = countOf(finding.sessionCount, "session");
	const ago = formatAgo(finding.lastMeasuredAt, now);
	return (
		<>
			<td>
				<Shares byState={finding.byState} />
				{sentenceCase(byStatePhrase(finding.byState))}
				{below > 0 && finding.measuredCount > 0 ? (
					<span class="light">; {say("finding.below", { count: below })}</span>
				) : null}
				<span class="narrow light">
					{sessions}, {ago}
				</span>
			</td>
			<td class="number wide">{formatCount(finding.sessionCount)}</td>
			<td class="wide">{ago}</td>
		</>
	);
}
