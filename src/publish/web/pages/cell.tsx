/** What is behind a cell: the measurements of one network, day and target or unit, with links to each. */
import { worldOf } from "../../../model/index.ts";
import type { ServiceRegistry } from "../../../reference/index.ts";
import {
	type CellKey,
	type MeasurementListItem,
	measurementsOfCell,
	sizeOfCell,
} from "../../../store/index.ts";
import { Swatch } from "../charts/textures.tsx";
import { byStatePhrase, countStates } from "../findings.ts";
import { English } from "../language/english.tsx";
import { say } from "../language/speech.ts";
import {
	asnName,
	countryPath,
	measurementPath,
	networkPath,
	placeName,
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
				<a href={countryPath(cc)}>{placeName(cc)}</a> ·{" "}
				<a href={networkPath(cc, asn)}>{asnName(asn)}</a>
			</p>
			<h1>{say("cell.title", { name: view.name, day: formatDay(day) })}</h1>
			{view.items.length === 0 ? (
				<p class="standfirst">{say("chart.none_measured")}</p>
			) : (
				<>
					<p class="standfirst">
						{say("cell.volume", {
							measurements: countOf(view.measurementCount, "measurement"),
							sessions: countOf(view.sessionCount, "session"),
							states: byStatePhrase(states),
						})}{" "}
						{states.insufficient > 0
							? say("cell.unjudged", { count: states.insufficient })
							: ""}
					</p>
					<p class="quiet">{say("cell.floor")}</p>
					<MeasurementTable items={view.items} />
					{view.measurementCount > view.items.length ? (
						<p>
							{say("cell.first", {
								shown: view.items.length,
								all: view.measurementCount,
							})}
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
					<th scope="col">{say("cell.time")}</th>
					<th scope="col">{say("head.state")}</th>
					<th scope="col">{say("cell.tested")}</th>
					<th scope="col" class="wide">
						{say("head.sessions")}
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
									<English>{mechanismPhrase(item.mechanism)}</English>
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
