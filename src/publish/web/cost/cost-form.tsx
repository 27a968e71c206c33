/** The form of the calculator: what was cut, for how long, and every number that methods rest on. It needs no script. */
import {
	type Assumption,
	type CostEstimate,
	type CostSources,
	readWhen,
} from "../../../account/costs/index.ts";
import { countryName, type ServiceRegistry } from "../../../reference/index.ts";
import {
	ASSUMPTION_NAMES,
	type CostField,
	type CostTexts,
	type FieldFault,
} from "./cost-query.ts";
import { FIELD_WORDS, KIND_CHOICES } from "./cost-words.ts";

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
			<FaultList faults={faults} nothingWas="estimated" />
			{texts.incident === undefined ? (
				<EventFields {...props} />
			) : (
				<input type="hidden" name="incident" value={texts.incident} />
			)}
			<div class="fields">
				<TextField
					at="scope"
					hint="0.06 or 6%. Needed where some areas or some networks were cut; else the whole country is taken."
					text={texts.scope}
					faults={faults}
				/>
			</div>
			<details open={isOpen}>
				<summary>Every number that methods rest on</summary>
				<p class="quiet">
					What you fill in stands in place of what is published, and in the
					address, so that others see what you assumed.
				</p>
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
					{estimate === undefined ? "Estimate" : "Estimate again"}
				</button>
				{estimate === undefined ? null : <a href="/cost">Begin anew</a>}
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
				hint={`The ${known.length} that indicators ship for.`}
				choices={listed.map((one) => [one.toLowerCase(), countryName(one)])}
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
				hint="Weights are known for X and Telegram; give your own below for others."
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
				hint="Or leave it empty and give the hours."
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
					`${Number(value.toPrecision(4))}${year === undefined ? "" : ` of ${year}`}`,
				);
	if (used.size > 0) return `In use: ${[...used].join("; ")}.`;
	return name === "marketRate"
		? "Only where a source that you trust states one."
		: undefined;
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
						<strong class="fault">It {problem}. </strong>
					))}
					{props.hint}
				</p>
			) : null}
		</div>
	);
}

/** All faults above a form, each a link to its field. */
export function FaultList(props: {
	readonly faults: readonly FieldFault[];
	readonly nothingWas: string;
}) {
	if (props.faults.length === 0) return null;
	return (
		<div class="faults" role="alert">
			<p>
				<strong>
					{props.faults.length === 1
						? "One thing is to be mended."
						: `${props.faults.length} things are to be mended.`}{" "}
					Nothing was {props.nothingWas}.
				</strong>
			</p>
			<ul>
				{props.faults.map(({ at, problem }) => (
					<li>
						<a href={`#f-${at}`}>{FIELD_WORDS[at]}</a>: {problem}
					</li>
				))}
			</ul>
		</div>
	);
}
