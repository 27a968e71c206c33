/** The pages on which somebody asks to be told, agrees, and leaves. */
import { EMULATED_CC } from "../../../model/index.ts";
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
import { SubscribeForm } from "./subscribe-form.tsx";
import { type AskField, CONFIRM_HOURS, watchPhrase } from "./subscription.ts";

export const SUBSCRIBE_TITLE = "Be told when something changes";

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
