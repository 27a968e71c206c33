/** The form that asks to be told by mail. */
import { INCIDENT_KINDS, type IncidentKind } from "../../../model/index.ts";
import {
	COUNTRY_CODES,
	type ServiceRegistry,
} from "../../../reference/index.ts";
import type { Cadence } from "../../../store/index.ts";
import { moneyRange } from "../cost/money.ts";
import { currentLocale, say, sayWith, wordsOf } from "../language/speech.ts";
import { incidentPath, placeName } from "../names.ts";
import { readQuotedCost } from "./quoted-cost.ts";
import {
	type AskField,
	CONFIRM_HOURS,
	DEFAULT_AHEAD_DAYS,
	DEFAULT_HEARTBEAT_DAYS,
} from "./subscription.ts";

type Option = readonly [value: string, shown: string];

const KIND_WORDS: Readonly<Partial<Record<IncidentKind, string>>> = wordsOf({
	service_block: "kind.block",
	throttling: "kind.throttling",
	mobile_data_shutdown: "kind.mobile",
	fixed_line_shutdown: "kind.fixed",
	regional_shutdown: "kind.regional",
	full_shutdown: "kind.full",
	outage: "kind.outage",
});

const TOPIC_WORDS = wordsOf({
	incidents: "sub.topic_incidents",
	dates: "sub.topic_dates",
	"incidents,dates": "sub.topic_both",
});

export const CADENCE_WORDS = wordsOf<Cadence>({
	each: "sub.each",
	daily: "sub.daily",
	weekly: "sub.weekly",
});

export function SubscribeForm({
	ask,
	services,
}: {
	readonly ask: AskField;
	readonly services: ServiceRegistry;
}) {
	const incident = ask("incident");
	const cost = readQuotedCost(ask("cost"));
	return (
		<form method="post" action="/subscribe">
			{incident === "" ? null : (
				<>
					<input type="hidden" name="incident" value={incident} />
					<input type="hidden" name="revision" value={ask("revision")} />
					<p>
						{sayWith("sub.of_incident", {
							link: (parts) => <a href={incidentPath(incident)}>{parts}</a>,
							all: (parts) => <a href="/subscribe">{parts}</a>,
						})}
					</p>
					{cost === undefined || cost === "wrong" ? null : (
						<>
							<input type="hidden" name="cost" value={ask("cost")} />
							<p>{say("sub.of_cost", { range: moneyRange(cost, "USD") })}</p>
						</>
					)}
				</>
			)}
			<div class="fields">
				<div class="field">
					<label for="mail">{say("sub.address")}</label>
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
					label={say("sub.how_often")}
					options={Object.entries(CADENCE_WORDS)}
				/>
				<Text ask={ask} name="quiet" label={say("sub.quiet")} example="22-7" />
				<Text
					ask={ask}
					name="zone"
					label={say("sub.zone")}
					example="Asia/Karachi"
				/>
				<Text
					ask={ask}
					name="heartbeat"
					label={say("sub.heartbeat")}
					value={DEFAULT_HEARTBEAT_DAYS}
				/>
			</div>
			<p class="actions">
				<button type="submit">{say("sub.ask")}</button>
			</p>
			<p class="light">{say("sub.promise", { hours: CONFIRM_HOURS })}</p>
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
	const countries = COUNTRY_CODES.map((cc): Option => [cc, placeName(cc)]);
	const known = services.services.map(({ id, name }): Option => [id, name]);
	const kinds = INCIDENT_KINDS.flatMap((kind): readonly Option[] => {
		const name = KIND_WORDS[kind];
		return name === undefined ? [] : [[kind, name]];
	});
	return (
		<>
			<Choice
				ask={(name) => ask(name).toUpperCase()}
				name="cc"
				label={say("head.country")}
				options={[["", say("sub.all_countries")], ...countries.sort(byName)]}
			/>
			<Choice
				ask={ask}
				name="service"
				label={say("head.service")}
				options={[["", say("sub.all_services")], ...known.sort(byName)]}
			/>
			<Text ask={ask} name="asn" label={say("sub.network")} example="AS17557" />
			<Choice
				ask={ask}
				name="kind"
				label={say("sub.what")}
				options={[["", say("sub.anything")], ...kinds]}
			/>
			<Choice
				ask={ask}
				name="topics"
				label={say("sub.tell_of")}
				options={Object.entries(TOPIC_WORDS)}
			/>
			<Text
				ask={ask}
				name="ahead"
				label={say("sub.ahead")}
				value={DEFAULT_AHEAD_DAYS}
			/>
		</>
	);
}

const byName = ([, a]: Option, [, b]: Option): number =>
	a.localeCompare(b, currentLocale());

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
