/** What is behind a cell: the measurements of one network, day and target or unit, with links to each. */
import { worldOf } from "../../../model/index.ts";
import { countryName, type ServiceRegistry } from "../../../reference/index.ts";
import {
	type CellKey,
	type MeasurementListItem,
	measurementsOfCell,
	sizeOfCell,
} from "../../../store/index.ts";
import { Swatch } from "../charts/textures.tsx";
import { byStatePhrase, countStates } from "../findings.ts";
import {
	asnName,
	countryPath,
	measurementPath,
	networkPath,
	unitName,
} from "../names.ts";
import type { PageDeps } from "../site-deps.ts";
import { formatDay } from "../times.ts";
import { countOf, mechanismPhrase, STATE_WORDS } from "../words.ts";

/** Most measurements of a list; the count says how many there are. */
const MOST_MEASUREMENTS = 500;

export interface CellView {
	readonly key: CellKey;
	readonly name: string;
	readonly emulated: boolean;
	readonly measurementCount: number;
	readonly sessionCount: number;
	readonly items: readonly MeasurementListItem[];
}

export async function loadCell(
	deps: PageDeps,
	key: CellKey,
): Promise<CellView> {
	const scope = { world: worldOf(key.cc) };
	const [size, items] = await Promise.all([
		sizeOfCell(deps.reader, scope, key),
		measurementsOfCell(deps.reader, scope, key, MOST_MEASUREMENTS),
	]);
	return {
		key,
		name: cellName(deps.services, key),
		emulated: worldOf(key.cc) === "emulated",
		...size,
		items,
	};
}

function cellName(services: ServiceRegistry, { of }: CellKey): string {
	return "unit" in of ? unitName(services, of.unit) : of.target;
}

export function CellPage(props: { readonly view: CellView }) {
	const { view } = props;
	const { cc, asn, day } = view.key;
	const states = countStates(view.items.map((item) => item.state));
	return (
		<>
			<p class="kicker">
				<a href={countryPath(cc)}>{countryName(cc)}</a> ·{" "}
				<a href={networkPath(cc, asn)}>{asnName(asn)}</a>
			</p>
			<h1>
				<bdi>{view.name}</bdi> on {formatDay(day)}
			</h1>
			{view.items.length === 0 ? (
				<p class="standfirst">No measurements.</p>
			) : (
				<>
					<p class="standfirst">
						{countOf(view.measurementCount, "measurement")} in{" "}
						{countOf(view.sessionCount, "session")} on this network:{" "}
						{byStatePhrase(states)}
						{states.insufficient > 0
							? `; ${states.insufficient} cannot be judged`
							: ""}
						.
					</p>
					<p class="quiet">
						One measurement has no evidence floor; a day does. Measurements of
						one session come from the same probe and do not count as
						independent. The chart counts the sessions of the most measured
						address alone.
					</p>
					<MeasurementTable items={view.items} />
					{view.measurementCount > view.items.length ? (
						<p>
							The first {view.items.length} of{" "}
							{countOf(view.measurementCount, "measurement")}.
						</p>
					) : null}
				</>
			)}
		</>
	);
}

function MeasurementTable(props: {
	readonly items: readonly MeasurementListItem[];
}) {
	return (
		<table>
			<thead>
				<tr>
					<th scope="col">Time (UTC)</th>
					<th scope="col">State</th>
					<th scope="col">What was tested</th>
					<th scope="col" class="wide">
						Session
					</th>
				</tr>
			</thead>
			<tbody>
				{props.items.map((item) => (
					<tr>
						<th scope="row">
							<a href={measurementPath(item.uid)}>
								{item.measuredAt.slice(11, 19)}
							</a>
						</th>
						<td>
							<Swatch state={item.state} />{" "}
							<strong>{STATE_WORDS[item.state]}</strong>
							{item.mechanism === "" ? null : (
								<span class="light block">
									{mechanismPhrase(item.mechanism)}
								</span>
							)}
						</td>
						<td>
							<bdi>{item.target}</bdi>
							<span class="light block">
								{item.testName}
								{item.input === "" ? null : (
									<>
										, <bdi>{item.input}</bdi>
									</>
								)}
							</span>
						</td>
						<td class="wide">
							<code>{sessionName(item.reportId)}</code>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** The last characters of a session's id: enough to see which rows share one. */
function sessionName(reportId: string): string {
	return reportId === "" ? "none" : reportId.slice(-8);
}
