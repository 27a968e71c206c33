/** The pages on which somebody asks to be told, agrees, and leaves. */
import {
	EMULATED_CC,
	INCIDENT_KINDS,
	type IncidentKind,
} from "../../../model/index.ts";
import {
	COUNTRY_CODES,
	countryName,
	type ServiceRegistry,
} from "../../../reference/index.ts";
import type { Subscription } from "../../../store/index.ts";
import {
	countryPath,
	incidentPath,
	networkPath,
	recordPath,
	servicePath,
} from "../names.ts";
import { countOf } from "../words.ts";
import {
	type AskField,
	CONFIRM_HOURS,
	DEFAULT_AHEAD_DAYS,
	DEFAULT_HEARTBEAT_DAYS,
	watchPhrase,
} from "./subscription.ts";

export const SUBSCRIBE_TITLE = "Be told when something changes";

const KIND_NAMES: Readonly<Partial<Record<IncidentKind, string>>> = {
	service_block: "a service is blocked",
	throttling: "a service is slowed",
	mobile_data_shutdown: "mobile internet is cut",
	fixed_line_shutdown: "fixed lines are cut",
	regional_shutdown: "the internet of a region is cut",
	full_shutdown: "the internet is cut",
	outage: "an outage, its cause not established",
};

export function SubscribePage({
	ask,
	services,
	takesMail,
	wrong,
}: {
	/** What is asked for already, by the address or by a form that was sent. */
	readonly ask: AskField;
	readonly services: ServiceRegistry;
	/** Mail can be sent from here. */
	readonly takesMail: boolean;
	readonly wrong?: string | undefined;
}) {
	return (
		<>
			<h1>{SUBSCRIBE_TITLE}</h1>
			{wrong ? (
				<p class="problem" role="alert">
					{wrong}
				</p>
			) : null}
			<h2>By a feed</h2>
			<p>
				A feed needs no mail address. Give one of these addresses to a feed
				reader or a calendar:
			</p>
			<ul>
				{feedsOf(ask, services).map(({ href, name }) => (
					<li>
						<a href={href}>{name}</a>
					</li>
				))}
			</ul>
			<h2>By mail</h2>
			{isEmulated(ask) ? (
				<p>Emulated data are never sent to anybody.</p>
			) : takesMail ? (
				<SubscribeForm ask={ask} services={services} />
			) : (
				<p>
					This site sends no mail: its operator has set up no mail server. Feeds
					carry the same news.
				</p>
			)}
		</>
	);
}

/** Feeds of what the address asks for; of the whole site where it asks for nothing. */
function feedsOf(
	ask: AskField,
	services: ServiceRegistry,
): readonly { readonly href: string; readonly name: string }[] {
	const [cc, asn, service, incident] = [
		ask("cc").toUpperCase(),
		ask("asn").replace(/^as/i, ""),
		services.get(ask("service")),
		ask("incident"),
	];
	const isCountry = COUNTRY_CODES.includes(cc) || isEmulated(ask);
	const isNetwork = isCountry && /^\d{1,10}$/.test(asn);
	return [
		...(incident === ""
			? []
			: [
					{
						href: `${incidentPath(incident)}.atom`,
						name: "How this incident is told, revision by revision (Atom)",
					},
				]),
		...(isNetwork
			? [
					{
						href: `${networkPath(cc, Number(asn))}.atom`,
						name: `AS${asn} in ${countryName(cc)} (Atom)`,
					},
				]
			: []),
		...(service === undefined
			? []
			: [
					{
						href: `${servicePath(service.id)}.atom`,
						name: `${service.name} (Atom)`,
					},
				]),
		...(isCountry
			? [
					{
						href: `${countryPath(cc)}.atom`,
						name: `${countryName(cc)} (Atom)`,
					},
					{
						href: `${recordPath(cc)}.ics`,
						name: `Deadlines in ${countryName(cc)} (calendar)`,
					},
				]
			: []),
		{ href: "/now.atom", name: "All countries (Atom)" },
	];
}

const isEmulated = (ask: AskField): boolean =>
	ask("cc").toUpperCase() === EMULATED_CC;

function SubscribeForm({
	ask,
	services,
}: {
	readonly ask: AskField;
	readonly services: ServiceRegistry;
}) {
	const countries = COUNTRY_CODES.map((cc) => ({
		cc,
		name: countryName(cc),
	})).sort((a, b) => a.name.localeCompare(b.name));
	const sorted = [...services.services].sort((a, b) =>
		a.name.localeCompare(b.name),
	);
	const incident = ask("incident");
	const topics = ask("topics");
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
				{incident === "" ? (
					<>
						<div class="field">
							<label for="cc">Country</label>
							<select id="cc" name="cc">
								<option value="">All countries</option>
								{countries.map(({ cc, name }) => (
									<option value={cc} selected={ask("cc").toUpperCase() === cc}>
										{name}
									</option>
								))}
							</select>
						</div>
						<div class="field">
							<label for="service">Service</label>
							<select id="service" name="service">
								<option value="">All services</option>
								{sorted.map(({ id, name }) => (
									<option value={id} selected={ask("service") === id}>
										{name}
									</option>
								))}
							</select>
						</div>
						<div class="field">
							<label for="asn">Network, by its number</label>
							<input
								id="asn"
								name="asn"
								type="text"
								placeholder="AS17557"
								value={ask("asn")}
							/>
						</div>
						<div class="field">
							<label for="kind">What happens</label>
							<select id="kind" name="kind">
								<option value="">Anything</option>
								{INCIDENT_KINDS.filter((kind) => KIND_NAMES[kind]).map(
									(kind) => (
										<option value={kind} selected={ask("kind") === kind}>
											{KIND_NAMES[kind]}
										</option>
									),
								)}
							</select>
						</div>
						<div class="field">
							<label for="topics">Tell me of</label>
							<select id="topics" name="topics">
								<option value="incidents">restrictions</option>
								<option value="dates" selected={topics === "dates"}>
									deadlines and occasions ahead
								</option>
								<option
									value="incidents,dates"
									selected={topics === "incidents,dates"}
								>
									both
								</option>
							</select>
						</div>
						<div class="field">
							<label for="ahead">Days ahead, of deadlines</label>
							<input
								id="ahead"
								name="ahead"
								type="text"
								inputmode="numeric"
								value={ask("ahead") || String(DEFAULT_AHEAD_DAYS)}
							/>
						</div>
					</>
				) : null}
				<div class="field">
					<label for="cadence">How often</label>
					<select id="cadence" name="cadence">
						<option value="each">as it happens</option>
						<option value="daily" selected={ask("cadence") === "daily"}>
							once a day, where there is news
						</option>
						<option value="weekly" selected={ask("cadence") === "weekly"}>
							once a week, where there is news
						</option>
					</select>
				</div>
				<div class="field">
					<label for="quiet">Quiet hours, from and until</label>
					<input
						id="quiet"
						name="quiet"
						type="text"
						placeholder="22-7"
						value={ask("quiet")}
					/>
				</div>
				<div class="field">
					<label for="zone">Your time zone</label>
					<input
						id="zone"
						name="zone"
						type="text"
						placeholder="Asia/Karachi"
						value={ask("zone")}
					/>
				</div>
				<div class="field">
					<label for="heartbeat">Sign of life after days without news</label>
					<input
						id="heartbeat"
						name="heartbeat"
						type="text"
						inputmode="numeric"
						value={ask("heartbeat") || String(DEFAULT_HEARTBEAT_DAYS)}
					/>
				</div>
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

export function AskedPage() {
	return (
		<>
			<h1>Look into your mail</h1>
			<p>
				If the address can be reached, a mail with a link is on its way to it.
				Nothing else is sent until you have opened that link and agreed, within{" "}
				{CONFIRM_HOURS} hours.
			</p>
		</>
	);
}

/** Opening a link does nothing by itself: programs that look into mail open links too. */
export function LinkPage({
	purpose,
	subscription,
}: {
	readonly purpose: "confirm" | "stop";
	readonly subscription: Subscription;
}) {
	const isConfirm = purpose === "confirm";
	return (
		<>
			<h1>{isConfirm ? "Do you want to be told?" : "Do you want to leave?"}</h1>
			<p>What is watched: {watchPhrase(subscription.watch)}.</p>
			<form method="post">
				<p class="actions">
					<button type="submit">
						{isConfirm ? "Yes, tell me" : "End it and forget my address"}
					</button>
				</p>
			</form>
		</>
	);
}

export function ConfirmedPage({
	subscription,
	stopPath,
}: {
	readonly subscription: Subscription;
	readonly stopPath: string;
}) {
	const { watch, cadence, quiet, zone, heartbeatDays } = subscription;
	return (
		<>
			<h1>You will be told</h1>
			<p>
				What is watched: {watchPhrase(watch)}.{" "}
				{cadence === "each"
					? "You are told as it happens"
					: `You are told ${cadence}`}
				{quiet
					? `, not between ${quiet.from}:00 and ${quiet.until}:00 (${zone})`
					: ""}
				.
			</p>
			{heartbeatDays > 0 ? (
				<p>
					After {countOf(heartbeatDays, "day")} without news a mail says that
					nothing happened. Where even that does not come, something is broken.
				</p>
			) : null}
			<p>
				<a href={stopPath}>End it</a>
			</p>
		</>
	);
}

export function StoppedPage() {
	return (
		<>
			<h1>It has ended</h1>
			<p>Your address and all that was kept with it are removed.</p>
		</>
	);
}
