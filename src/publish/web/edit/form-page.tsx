/** The form of an entry, with faults in words beside their fields. */
import type { Fault } from "../../../account/record/index.ts";
import type { Field, FieldGroup } from "./entry-fields.ts";
import { fieldGroups } from "./entry-fields.ts";
import { type FormTexts, OTHER } from "./entry-form.ts";

export interface FormPageProps {
	readonly title: string;
	readonly formToken: string;
	readonly texts: FormTexts;
	readonly faults: readonly Fault[];
	readonly claimCount: number;
	/** Members that say what is edited: `draft`, `entry`, `basedOn`. */
	readonly hidden: Readonly<Record<string, string>>;
}

export function FormPage(props: FormPageProps) {
	const { faults, texts } = props;
	const groups = fieldGroups(props.claimCount);
	const placed = placeFaults(faults, groups);
	return (
		<>
			<p class="kicker">
				<a href="/edit">Editing the record</a>
			</p>
			<h1>{props.title}</h1>
			{faults.length > 0 ? (
				<div class="faults" role="alert">
					<p>
						<strong>
							{faults.length === 1
								? "One thing is to be mended. Nothing was saved."
								: `${faults.length} things are to be mended. Nothing was saved.`}
						</strong>
					</p>
					<ul>
						{[...placed].flatMap(([at, problems]) =>
							problems.map((problem) => (
								<li>
									<a href={`#${idOf(at)}`}>{nameOf(at, groups)}</a>: {problem}
								</li>
							)),
						)}
					</ul>
				</div>
			) : null}
			<form method="post" action="/edit/save" class="entry">
				<Hidden values={{ ...props.hidden, formToken: props.formToken }} />
				{groups.map((group) => (
					<Group group={group} texts={texts} faults={placed} />
				))}
				<details open={placed.has(OTHER) || (texts[OTHER] ?? "") !== ""}>
					<summary>Other parts, as JSON</summary>
					<p class="quiet">
						Court, deadlines, a whole restriction, estimates, findings. Leave it
						as it is if you are not sure.
					</p>
					<Input
						field={{ at: OTHER, label: "Other parts", kind: "area" }}
						text={texts[OTHER] ?? ""}
						problems={placed.get(OTHER) ?? []}
					/>
				</details>
				<p class="actions">
					<button type="submit">See what changes</button>
					<a href="/edit">Leave without saving</a>
				</p>
			</form>
		</>
	);
}

export function Hidden(props: {
	readonly values: Readonly<Record<string, string>>;
}) {
	return (
		<>
			{Object.entries(props.values).map(([name, value]) => (
				<input type="hidden" name={name} value={value} />
			))}
		</>
	);
}

type Placed = ReadonlyMap<string, readonly string[]>;

function Group(props: {
	readonly group: FieldGroup;
	readonly texts: FormTexts;
	readonly faults: Placed;
}) {
	const { group, texts, faults } = props;
	const isOpen =
		group.isOpen ||
		group.fields.some(({ at }) => (texts[at] ?? "") !== "" || faults.has(at));
	return (
		<details open={isOpen}>
			<summary>{group.title}</summary>
			{group.text ? <p class="quiet">{group.text}</p> : null}
			<div class="fields">
				{group.fields.map((field) => (
					<Input
						field={field}
						text={texts[field.at] ?? ""}
						problems={faults.get(field.at) ?? []}
					/>
				))}
			</div>
		</details>
	);
}

function Input(props: {
	readonly field: Field;
	readonly text: string;
	readonly problems: readonly string[];
}) {
	const { field, text, problems } = props;
	const id = idOf(field.at);
	const shared = {
		id,
		name: field.at,
		"aria-describedby": field.hint || problems.length > 0 ? `${id}-more` : null,
		"aria-invalid": problems.length > 0 ? "true" : null,
	};
	const label = (
		<label for={id}>
			{field.label}
			{field.isNeeded ? <span class="light"> (needed)</span> : null}
		</label>
	);
	const more =
		field.hint || problems.length > 0 ? (
			<p id={`${id}-more`} class="hint">
				{problems.map((problem) => (
					<strong class="fault">{problem} </strong>
				))}
				{field.hint}
			</p>
		) : null;
	if (field.kind === "flag")
		return (
			<div class="field flag">
				<input
					type="checkbox"
					value="yes"
					checked={text === "yes"}
					{...shared}
				/>
				{label}
				{more}
			</div>
		);
	const isLong = field.kind === "area" || field.kind === "lines";
	return (
		<div class={`field${field.kind === "area" ? " long" : ""}`}>
			{label}
			{field.kind === "choice" ? (
				<select {...shared}>
					<option value="" />
					{field.choices?.map((choice) => (
						<option value={choice} selected={choice === text}>
							{choice.replaceAll("_", " ")}
						</option>
					))}
				</select>
			) : isLong ? (
				<textarea rows={field.kind === "area" ? 4 : 2} {...shared}>
					{text}
				</textarea>
			) : (
				<input type="text" value={text} autocomplete="off" {...shared} />
			)}
			{more}
		</div>
	);
}

/** Each fault at the field it belongs to; at the other parts where none shows it. */
function placeFaults(
	faults: readonly Fault[],
	groups: readonly FieldGroup[],
): Placed {
	const names = groups.flatMap(({ fields }) => fields.map(({ at }) => at));
	const placed = new Map<string, string[]>();
	for (const { at, problem } of faults) {
		const field =
			names.find((name) => name === at) ??
			names.find(
				(name) => at.startsWith(`${name}.`) || at.startsWith(`${name}[`),
			);
		const text = field ? problem : at === OTHER ? problem : `${at}: ${problem}`;
		placed.set(field ?? OTHER, [...(placed.get(field ?? OTHER) ?? []), text]);
	}
	return placed;
}

function nameOf(at: string, groups: readonly FieldGroup[]): string {
	return (
		groups.flatMap(({ fields }) => fields).find((field) => field.at === at)
			?.label ?? "Other parts"
	);
}

function idOf(at: string): string {
	return `f-${at.replace(/[^a-zA-Z0-9]+/g, "-")}`;
}
