/** The form of the calculator: what was cut, for how long, and every number that methods rest on. It needs no script. */
import {
	type Assumption,
	type CostEstimate,
	type CostSources,
	readWhen,
} from "../../../account/costs/index.ts";
import type { ServiceRegistry } from "../../../reference/index.ts";
import { English } from "../language/english.tsx";
import { say } from "../language/speech.ts";
import { placeName } from "../names.ts";
import {
	ASSUMPTION_NAMES,
	type CostField,
	type CostTexts,
	type FieldFault,
} from "./cost-query.ts";
import { FIELD_WORDS, KIND_CHOICES } from "./cost-words.ts";
import { formatNumber } from "./money.ts";

interface CostFormProps {
	readonly costs: CostSources;
	readonly services: ServiceRegistry;
	readonly texts: CostTexts;
	readonly faults: readonly FieldFault[];
	/** What the form led to; undefined where nothing was asked yet. */
	readonly estimate: CostEstimate | undefined;
}

export function CostForm(props: CostFormProps) {
	const { texts, faults, estimate } = props;
	const isOpen = ASSUMPTION_NAMES.some(
		(name) =>
			texts[name] !== undefined || faults.some((fault) => fault.at === name),
	);
	return (
		<form method="get" action="/cost" class="entry">
			<FaultList faults={faults} />
			{texts.incident === undefined ? (
				<EventFields {...props} />
			) : (
				<input type="hidden" name="incident" value={texts.incident} />
			)}
			<div class="fields">
				<TextField
					at="scope"
					hint={say("cost.hint_scope")}
					text={texts.scope}
					faults={faults}
				/>
			</div>
			<details open={isOpen}>
				<summary>{say("cost.assumptions")}</summary>
				<p class="quiet">{say("cost.assumptions_text")}</p>
				<div class="fields">
					{ASSUMPTION_NAMES.map((name) => (
						<TextField
							at={name}
							hint={usedWords(estimate, name)}
							text={texts[name]}
							faults={faults}
						/>
					))}
				</div>
			</details>
			<p class="actions">
				<button type="submit">
					{say(estimate === undefined ? "cost.estimate" : "cost.again")}
				</button>
				{estimate === undefined ? null : <a href="/cost">{say("cost.anew")}</a>}
			</p>
		</form>
	);
}

function EventFields({ costs, services, texts, faults }: CostFormProps) {
	const cc = texts.cc?.toUpperCase();
	const known = costs.indicators.countries.map((one) => one.cc);
	const listed =
		cc === undefined || known.includes(cc) ? known : [...known, cc];
	return (
		<div class="fields">
			<SelectField
				at="cc"
				hint={say("cost.hint_countries", { count: known.length })}
				choices={listed.map((one) => [one.toLowerCase(), placeName(one)])}
				text={cc?.toLowerCase()}
				faults={faults}
			/>
			<SelectField
				at="kind"
				choices={Object.entries(KIND_CHOICES)}
				text={texts.kind}
				faults={faults}
			/>
			<TextField
				at="service"
				hint={say("cost.hint_service")}
				text={texts.service}
				faults={faults}
				list="services"
			/>
			<datalist id="services">
				{services.services.map(({ name }) => (
					<option value={name} />
				))}
			</datalist>
			<TextField
				at="since"
				text={instantField(texts.since)}
				faults={faults}
				type="datetime-local"
			/>
			<TextField
				at="until"
				hint={say("cost.hint_until")}
				text={instantField(texts.until)}
				faults={faults}
				type="datetime-local"
			/>
			<TextField at="hours" text={texts.hours} faults={faults} />
		</div>
	);
}

/** As a browser's field of date and time takes it. */
function instantField(text: string | undefined): string | undefined {
	return text === undefined ? undefined : readWhen(text)?.slice(0, 16);
}

/** What the estimate rests on where the field is empty; undefined where nothing does. */
function usedWords(
	estimate: CostEstimate | undefined,
	name: Assumption,
): string | undefined {
	const used = new Set<string>();
	for (const { inputs } of estimate?.methods ?? [])
		for (const { name: input, value, year, from } of inputs)
			if (input === name && from !== "as asked")
				used.add(
					`${formatNumber(value, 4)}${year === undefined ? "" : ` (${year})`}`,
				);
	if (used.size > 0)
		return say("cost.in_use", { values: [...used].join("; ") });
	return name === "marketRate" ? say("cost.hint_rate") : undefined;
}

interface FieldProps {
	readonly at: CostField;
	readonly hint?: string | undefined;
	readonly text: string | undefined;
	readonly faults: readonly FieldFault[];
}

function TextField(
	props: FieldProps & { readonly type?: string; readonly list?: string },
) {
	const { at, text, type = "text", list } = props;
	return (
		<Field {...props}>
			<input
				{...fieldAttributes(props)}
				type={type}
				value={text ?? ""}
				autocomplete="off"
				{...(list === undefined ? {} : { list })}
				{...(at === "service" || type !== "text"
					? {}
					: { inputmode: "decimal" })}
			/>
		</Field>
	);
}

function SelectField(
	props: FieldProps & {
		readonly choices: readonly (readonly [value: string, label: string])[];
	},
) {
	const { choices, text } = props;
	return (
		<Field {...props}>
			<select {...fieldAttributes(props)}>
				<option value="" />
				{choices.map(([value, label]) => (
					<option value={value} selected={value === text}>
						{label}
					</option>
				))}
			</select>
		</Field>
	);
}

const problemsOf = ({
	at,
	faults,
}: {
	readonly at: string;
	readonly faults: readonly FieldFault[];
}): readonly string[] =>
	faults.flatMap((fault) => (fault.at === at ? [fault.problem] : []));

/** What ties a control to its label, its hint and its faults. */
export function fieldAttributes(props: {
	readonly at: string;
	readonly hint?: string | undefined;
	readonly faults: readonly FieldFault[];
}) {
	const hasProblem = problemsOf(props).length > 0;
	return {
		id: `f-${props.at}`,
		name: props.at,
		...(props.hint || hasProblem
			? { "aria-describedby": `f-${props.at}-more` }
			: {}),
		...(hasProblem ? { "aria-invalid": "true" as const } : {}),
	};
}

export function Field(props: {
	readonly at: FieldFault["at"];
	/** Its usual words, where left out. */
	readonly label?: string;
	readonly hint?: string | undefined;
	readonly faults: readonly FieldFault[];
	readonly children: unknown;
}) {
	const problems = problemsOf(props);
	return (
		<div class="field">
			<label for={`f-${props.at}`}>
				{props.label ?? FIELD_WORDS[props.at]}
			</label>
			{props.children}
			{props.hint || problems.length > 0 ? (
				<p id={`f-${props.at}-more`} class="hint">
					{problems.map((problem) => (
						<strong class="fault">
							<English>It {problem}. </English>
						</strong>
					))}
					{props.hint}
				</p>
			) : null}
		</div>
	);
}

/** All faults above a form, each a link to its field. */
export function FaultList(props: { readonly faults: readonly FieldFault[] }) {
	if (props.faults.length === 0) return null;
	return (
		<div class="faults" role="alert">
			<p>
				<strong>{say("form.faults", { count: props.faults.length })}</strong>
			</p>
			<ul>
				{props.faults.map(({ at, problem }) => (
					<li>
						<a href={`#f-${at}`}>{FIELD_WORDS[at]}</a>:{" "}
						<English>{problem}</English>
					</li>
				))}
			</ul>
		</div>
	);
}
