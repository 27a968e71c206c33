/** The tables of an estimate: methods, their inputs, sectors, hours. */
import type {
	HoursOfKind,
	MethodEstimate,
} from "../../../account/costs/index.ts";
import { English } from "../language/english.tsx";
import { say, wordsOf } from "../language/speech.ts";
import { placeName } from "../names.ts";
import { formatCount, sentenceCase } from "../words.ts";
import type { CostView } from "./cost-answer.tsx";
import {
	FIELD_WORDS,
	hoursWords,
	KIND_CHOICES,
	SECTOR_WORDS,
} from "./cost-words.ts";
import { formatNumber, moneyCell } from "./money.ts";

interface Methods {
	readonly methods: readonly MethodEstimate[];
}

const COUNTS_WORDS = wordsOf<MethodEstimate["counts"]>({
	economy: "cost.economy",
	part: "cost.part",
	historical: "cost.historical",
});

/** Applicable methods: those of the whole economy first, then parts. */
const given = ({ methods }: Methods): readonly MethodEstimate[] => [
	...methods.filter(({ applies, counts }) => applies && counts === "economy"),
	...methods.filter(({ applies, counts }) => applies && counts !== "economy"),
];

export function MethodsTable(props: Methods) {
	const rows = given(props);
	if (rows.length === 0) return <p>{say("cost.no_method")}</p>;
	return (
		<table>
			<caption>{say("cost.caption")}</caption>
			<thead>
				<tr>
					<th scope="col">{say("cost.method")}</th>
					<th scope="col" class="number">
						{say("cost.low")}
					</th>
					<th scope="col" class="number">
						{say("cost.middle")}
					</th>
					<th scope="col" class="number">
						{say("cost.high")}
					</th>
					<th scope="col" class="wide">
						{say("cost.counts")}
					</th>
					<th scope="col" class="wide">
						{say("cost.years")}
					</th>
				</tr>
			</thead>
			<tbody>
				{rows.map(({ method, low, mid, high, counts, vintage }) => (
					<tr>
						<th scope="row">
							<a href={`#m-${method}`}>
								<English>{method}</English>
							</a>
							<span class="narrow light">
								{counts === "part" ? COUNTS_WORDS.part : ""}{" "}
								{vintage.join(", ")}
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
					<summary>{say("cost.how", { method: one.method })}</summary>
					<dl class="facts">
						<dt>{say("cost.formula")}</dt>
						<dd>
							<English>{one.formula}</English>
						</dd>
						<dt>{say("cost.source")}</dt>
						<dd>
							<English>{one.source}</English>
						</dd>
						<dt>{say("cost.leaves_out")}</dt>
						<dd>
							<English>{one.leavesOut}</English>
						</dd>
						<dt>{say("cost.caution")}</dt>
						<dd>
							<English>{one.caution}</English>
						</dd>
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
					<th scope="col">{say("cost.input")}</th>
					<th scope="col" class="number">
						{say("cost.value")}
					</th>
					<th scope="col">{say("cost.year")}</th>
					<th scope="col">{say("cost.from")}</th>
				</tr>
			</thead>
			<tbody>
				{method.inputs.map(({ name, value, year, from }) => (
					<tr>
						<th scope="row">
							<English>{name}</English>
						</th>
						<td class="number">
							{value >= 1e6 ? moneyCell(value) : formatNumber(value, 6)}
						</td>
						<td>{year ?? "–"}</td>
						<td>
							<English>{from}</English>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

export function LackingList({ methods }: Methods) {
	const lacking = methods.filter(({ applies }) => !applies);
	if (lacking.length === 0) return <p>{say("cost.all_have")}</p>;
	return (
		<ul>
			{lacking.map(({ method, lacks, give }) => (
				<li>
					<English>
						<strong>{method}</strong>: {lacks}.
					</English>
					{give === null ? null : (
						<>
							{" "}
							<a href={`#f-${give}`}>
								{say("cost.give", { field: FIELD_WORDS[give] })}
							</a>
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
	if (rows.length === 0) return <p>{say("cost.no_sectors")}</p>;
	return (
		<table>
			<caption>{say("cost.sectors_caption")}</caption>
			<thead>
				<tr>
					<th scope="col">{say("cost.sector")}</th>
					<th scope="col">{say("cost.method")}</th>
					<th scope="col" class="number">
						{say("cost.dollars")}
					</th>
				</tr>
			</thead>
			<tbody>
				{rows.map(({ method, sector, usd }) => (
					<tr>
						<th scope="row">{SECTOR_WORDS[sector] ?? sector}</th>
						<td>
							<English>{method}</English>
						</td>
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
				{say("cost.never_added")}{" "}
				{estimate.hoursByKind
					.map((one) =>
						say("cost.this_event", {
							kind: KIND_CHOICES[one.kind],
							hours: both(one),
						}),
					)
					.join(" ")}
			</p>
			{hours.length === 0 ? null : (
				<table>
					<caption>
						{say("cost.hours_caption", {
							country: placeName(estimate.event.cc),
						})}
					</caption>
					<thead>
						<tr>
							<th scope="col">{say("cost.kind")}</th>
							<th scope="col" class="number">
								{say("cost.hours_head")}
							</th>
							<th scope="col" class="number">
								{say("frame.incidents")}
							</th>
							<th scope="col">{say("cost.hours_unknown")}</th>
						</tr>
					</thead>
					<tbody>
						{hours.map(({ kind, clockHours, incidentCount, unknownCount }) => (
							<tr>
								<th scope="row">{sentenceCase(KIND_CHOICES[kind])}</th>
								<td class="number">{hoursWords(clockHours)}</td>
								<td class="number">{formatCount(incidentCount)}</td>
								<td>{unknownCount === 0 ? "–" : formatCount(unknownCount)}</td>
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
		: say("cost.by_clock", {
				clock: hoursWords(clockHours),
				counted: hoursWords(countedHours),
			});
}
