/** The form that asks to be told by mail. */
import { INCIDENT_KINDS, type IncidentKind } from "../../../model/index.ts";
import {
	COUNTRY_CODES,
	countryName,
	type ServiceRegistry,
} from "../../../reference/index.ts";
import { incidentPath } from "../names.ts";
import {
	type AskField,
	CONFIRM_HOURS,
	DEFAULT_AHEAD_DAYS,
	DEFAULT_HEARTBEAT_DAYS,
} from "./subscription.ts";

type Option = readonly [value: string, shown: string];

const KIND_NAMES: Readonly<Partial<Record<IncidentKind, string>>> = {
	service_block: "a service is blocked",
	throttling: "a service is slowed",
	mobile_data_shutdown: "mobile internet is cut",
	fixed_line_shutdown: "fixed lines are cut",
	regional_shutdown: "the internet of a region is cut",
	full_shutdown: "the internet is cut",
	outage: "an outage, its cause not established",
};

const TOPIC_OPTIONS: readonly Option[] = [
	["incidents", "restrictions"],
	["dates", "deadlines and occasions ahead"],
	["incidents,dates", "both"],
];

const CADENCE_OPTIONS: readonly Option[] = [
	["each", "as it happens"],
	["daily", "once a day, where there is news"],
	["weekly", "once a week, where there is news"],
];

export function SubscribeForm({
	ask,
	services,
}: {
	readonly ask: AskField;
	readonly services: ServiceRegistry;
}) {
	const incident = ask("incident");
	return (
		<form method="post" action="/subscribe">
			{incident === "" ? null : (
				<>
					<input type="hidden" name="incident" value={incident} />
					<input type="hidden" name="revision" value={ask("revision")} />
					<p>
						You will be told whenever{" "}
						<a href={incidentPath(incident)}>this incident</a> is told
						otherwise: its times, its networks, what stands behind it, its end,
						or that it is taken back. Leave this out to{" "}
						<a href="/subscribe">watch a country or a service</a>.
					</p>
				</>
			)}
			<div class="fields">
				<div class="field">
					<label for="mail">Your mail address</label>
					<input
						id="mail"
						name="mail"
						type="email"
						required
						autocomplete="email"
						value={ask("mail")}
					/>
				</div>
				{incident === "" ? <WatchFields ask={ask} services={services} /> : null}
				<Choice
					ask={ask}
					name="cadence"
					label="How often"
					options={CADENCE_OPTIONS}
				/>
				<Text
					ask={ask}
					name="quiet"
					label="Quiet hours, from and until"
					example="22-7"
				/>
				<Text
					ask={ask}
					name="zone"
					label="Your time zone"
					example="Asia/Karachi"
				/>
				<Text
					ask={ask}
					name="heartbeat"
					label="Sign of life after days without news"
					value={DEFAULT_HEARTBEAT_DAYS}
				/>
			</div>
			<p class="actions">
				<button type="submit">Send me the question</button>
			</p>
			<p class="light">
				A mail asks whether you want this. Nothing else is sent until you agree;
				after {CONFIRM_HOURS} hours without an answer the address is forgotten.
				Mail is plain text, without pictures and without links that count who
				opens them. Every mail has a link that ends it at once, without signing
				in, and removes the address. Mail is no secret: your provider and ours
				can read what you watch.
			</p>
		</form>
	);
}

function WatchFields({
	ask,
	services,
}: {
	readonly ask: AskField;
	readonly services: ServiceRegistry;
}) {
	const countries = COUNTRY_CODES.map((cc): Option => [cc, countryName(cc)]);
	const known = services.services.map(({ id, name }): Option => [id, name]);
	const kinds = INCIDENT_KINDS.flatMap((kind): readonly Option[] => {
		const name = KIND_NAMES[kind];
		return name === undefined ? [] : [[kind, name]];
	});
	return (
		<>
			<Choice
				ask={(name) => ask(name).toUpperCase()}
				name="cc"
				label="Country"
				options={[["", "All countries"], ...countries.sort(byName)]}
			/>
			<Choice
				ask={ask}
				name="service"
				label="Service"
				options={[["", "All services"], ...known.sort(byName)]}
			/>
			<Text
				ask={ask}
				name="asn"
				label="Network, by its number"
				example="AS17557"
			/>
			<Choice
				ask={ask}
				name="kind"
				label="What happens"
				options={[["", "Anything"], ...kinds]}
			/>
			<Choice
				ask={ask}
				name="topics"
				label="Tell me of"
				options={TOPIC_OPTIONS}
			/>
			<Text
				ask={ask}
				name="ahead"
				label="Days ahead, of deadlines"
				value={DEFAULT_AHEAD_DAYS}
			/>
		</>
	);
}

const byName = ([, a]: Option, [, b]: Option): number => a.localeCompare(b);

function Choice({
	ask,
	name,
	label,
	options,
}: {
	readonly ask: AskField;
	readonly name: string;
	readonly label: string;
	readonly options: readonly Option[];
}) {
	return (
		<div class="field">
			<label for={name}>{label}</label>
			<select id={name} name={name}>
				{options.map(([value, shown]) => (
					<option value={value} selected={ask(name) === value}>
						{shown}
					</option>
				))}
			</select>
		</div>
	);
}

/** `value`: a number that stands there unless something else is asked for. */
function Text({
	ask,
	name,
	label,
	example,
	value,
}: {
	readonly ask: AskField;
	readonly name: string;
	readonly label: string;
	readonly example?: string;
	readonly value?: number;
}) {
	return (
		<div class="field">
			<label for={name}>{label}</label>
			<input
				id={name}
				name={name}
				type="text"
				inputmode={value === undefined ? undefined : "numeric"}
				placeholder={example}
				value={ask(name) || value?.toString()}
			/>
		</div>
	);
}
