/** The tables of an estimate: methods, their inputs, sectors, hours. */
import type {
	HoursOfKind,
	MethodEstimate,
} from "../../../account/costs/index.ts";
import { countryName } from "../../../reference/index.ts";
import { countOf, sentenceCase } from "../words.ts";
import type { CostView } from "./cost-answer.tsx";
import {
	FIELD_WORDS,
	hoursWords,
	KIND_CHOICES,
	SECTOR_WORDS,
} from "./cost-words.ts";
import { moneyCell } from "./money.ts";

interface Methods {
	readonly methods: readonly MethodEstimate[];
}

const COUNTS_WORDS: Readonly<Record<MethodEstimate["counts"], string>> = {
	economy: "the whole economy",
	part: "a part: not in the range",
	historical: "nothing now",
};

/** Applicable methods: those of the whole economy first, then parts. */
const given = ({ methods }: Methods): readonly MethodEstimate[] => [
	...methods.filter(({ applies, counts }) => applies && counts === "economy"),
	...methods.filter(({ applies, counts }) => applies && counts !== "economy"),
];

export function MethodsTable(props: Methods) {
	const rows = given(props);
	if (rows.length === 0) return <p>No method has its inputs.</p>;
	return (
		<table>
			<caption>
				Dollars, to three digits. Methods count different things and must not be
				added up.
			</caption>
			<thead>
				<tr>
					<th scope="col">Method</th>
					<th scope="col" class="number">
						Low, $
					</th>
					<th scope="col" class="number">
						Middle, $
					</th>
					<th scope="col" class="number">
						High, $
					</th>
					<th scope="col" class="wide">
						Counts
					</th>
					<th scope="col" class="wide">
						Years of inputs
					</th>
				</tr>
			</thead>
			<tbody>
				{rows.map(({ method, low, mid, high, counts, vintage }) => (
					<tr>
						<th scope="row">
							<a href={`#m-${method}`}>{method}</a>
							<span class="narrow light">
								{counts === "part" ? "a part" : ""} {vintage.join(", ")}
							</span>
						</th>
						{[low, mid, high].map((amount) => (
							<td class="number">{amount === null ? "" : moneyCell(amount)}</td>
						))}
						<td class="wide">{COUNTS_WORDS[counts]}</td>
						<td class="wide">{vintage.join(", ")}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** How each method came to its figures. */
export function MethodDetails(props: Methods) {
	return (
		<>
			{given(props).map((one) => (
				<details id={`m-${one.method}`}>
					<summary>How {one.method} comes to it</summary>
					<dl class="facts">
						<dt>Formula</dt>
						<dd>{one.formula}</dd>
						<dt>Source</dt>
						<dd>{one.source}</dd>
						<dt>Leaves out</dt>
						<dd>{one.leavesOut}</dd>
						<dt>Caution</dt>
						<dd>{one.caution}</dd>
					</dl>
					<InputsTable method={one} />
				</details>
			))}
		</>
	);
}

function InputsTable({ method }: { readonly method: MethodEstimate }) {
	return (
		<table>
			<thead>
				<tr>
					<th scope="col">Input</th>
					<th scope="col" class="number">
						Value
					</th>
					<th scope="col">Year</th>
					<th scope="col">From</th>
				</tr>
			</thead>
			<tbody>
				{method.inputs.map(({ name, value, year, from }) => (
					<tr>
						<th scope="row">
							<bdi>{name}</bdi>
						</th>
						<td class="number">
							{value >= 1e6
								? moneyCell(value)
								: Number(value.toPrecision(6)).toLocaleString("en-GB", {
										maximumFractionDigits: 6,
									})}
						</td>
						<td>{year ?? "–"}</td>
						<td>
							<bdi>{from}</bdi>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

export function LackingList({ methods }: Methods) {
	const lacking = methods.filter(({ applies }) => !applies);
	if (lacking.length === 0) return <p>None: every method has its inputs.</p>;
	return (
		<ul>
			{lacking.map(({ method, lacks, give }) => (
				<li>
					<strong>{method}</strong>: {lacks}.
					{give === null ? null : (
						<>
							{" "}
							<a href={`#f-${give}`}>Give “{FIELD_WORDS[give]}”</a>.
						</>
					)}
				</li>
			))}
		</ul>
	);
}

export function SectorsTable(props: Methods) {
	const rows = given(props).flatMap(({ method, sectors }) =>
		Object.entries(sectors ?? {}).map(([sector, usd]) => ({
			method,
			sector,
			usd,
		})),
	);
	if (rows.length === 0)
		return (
			<p>
				No method that has its inputs here tells sectors apart. That is known of
				Pakistan alone.
			</p>
		);
	return (
		<table>
			<caption>
				Middle figures of methods that tell sectors apart. Those of two methods
				overlap and must not be added up.
			</caption>
			<thead>
				<tr>
					<th scope="col">Sector</th>
					<th scope="col">Method</th>
					<th scope="col" class="number">
						Dollars
					</th>
				</tr>
			</thead>
			<tbody>
				{rows.map(({ method, sector, usd }) => (
					<tr>
						<th scope="row">{SECTOR_WORDS[sector] ?? sector}</th>
						<td>{method}</td>
						<td class="number">{moneyCell(usd)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** Hours of this event, then those of the country's incidents; never added up over kinds. */
export function HoursTable({ view }: { readonly view: CostView }) {
	const { estimate, hours } = view;
	return (
		<>
			<p>
				An hour of one kind says little of an hour of another, so they are never
				added up.{" "}
				{estimate.hoursByKind
					.map((one) => `This event: ${KIND_CHOICES[one.kind]}, ${both(one)}.`)
					.join(" ")}
			</p>
			{hours.length === 0 ? null : (
				<table>
					<caption>
						All incidents in {countryName(estimate.event.cc)} that are known
						here, documented ones among them. Hours of two at once count twice.
					</caption>
					<thead>
						<tr>
							<th scope="col">Kind</th>
							<th scope="col" class="number">
								Hours
							</th>
							<th scope="col" class="number">
								Incidents
							</th>
							<th scope="col">Hours not known</th>
						</tr>
					</thead>
					<tbody>
						{hours.map(({ kind, clockHours, incidentCount, unknownCount }) => (
							<tr>
								<th scope="row">{sentenceCase(KIND_CHOICES[kind])}</th>
								<td class="number">{hoursWords(clockHours)}</td>
								<td class="number">{incidentCount}</td>
								<td>
									{unknownCount === 0
										? "–"
										: `of ${countOf(unknownCount, "incident")}`}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</>
	);
}

function both({ clockHours, countedHours }: HoursOfKind): string {
	return Math.abs(clockHours - countedHours) < 0.5
		? hoursWords(clockHours)
		: `${hoursWords(clockHours)} by the clock, ${hoursWords(countedHours)} counted by the networks still cut`;
}
