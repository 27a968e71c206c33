/** The pages on which somebody asks to be told, agrees, and leaves. */
import { EMULATED_CC } from "../../../model/index.ts";
import {
	COUNTRY_CODES,
	type ServiceRegistry,
} from "../../../reference/index.ts";
import type { Subscription } from "../../../store/index.ts";
import { English } from "../language/english.tsx";
import { say } from "../language/speech.ts";
import {
	countryPath,
	incidentPath,
	networkPath,
	placeName,
	recordPath,
	servicePath,
} from "../names.ts";
import { countOf, sentenceCase } from "../words.ts";
import { CADENCE_WORDS, SubscribeForm } from "./subscribe-form.tsx";
import { type AskField, CONFIRM_HOURS, watchPhrase } from "./subscription.ts";

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
			<h1>{say("sub.title")}</h1>
			{wrong ? (
				<p class="problem" role="alert">
					<English>{wrong}</English>
				</p>
			) : null}
			<h2>{say("sub.by_feed")}</h2>
			<p>{say("sub.feed_text")}</p>
			<ul>
				{feedsOf(ask, services).map(({ href, name }) => (
					<li>
						<a href={href}>{name}</a>
					</li>
				))}
			</ul>
			<h2>{say("sub.by_mail")}</h2>
			{isEmulated(ask) ? (
				<p>{say("sub.emulated")}</p>
			) : takesMail ? (
				<SubscribeForm ask={ask} services={services} />
			) : (
				<p>{say("sub.no_mail")}</p>
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
						name: say("sub.feed_incident"),
					},
				]),
		...(isNetwork
			? [
					{
						href: `${networkPath(cc, Number(asn))}.atom`,
						name: say("sub.feed_network", {
							network: `AS${asn}`,
							country: placeName(cc),
						}),
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
						name: `${placeName(cc)} (Atom)`,
					},
					{
						href: `${recordPath(cc)}.ics`,
						name: say("sub.feed_dates", { country: placeName(cc) }),
					},
				]
			: []),
		{ href: "/now.atom", name: `${say("sub.all_countries")} (Atom)` },
	];
}

const isEmulated = (ask: AskField): boolean =>
	ask("cc").toUpperCase() === EMULATED_CC;

export function AskedPage() {
	return (
		<>
			<h1>{say("sub.look")}</h1>
			<p>{say("sub.look_text", { hours: CONFIRM_HOURS })}</p>
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
			<h1>{say(isConfirm ? "sub.want" : "sub.want_leave")}</h1>
			<p>{say("sub.watched", { what: watchPhrase(subscription.watch) })}</p>
			<form method="post">
				<p class="actions">
					<button type="submit">
						{say(isConfirm ? "sub.yes" : "sub.end")}
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
			<h1>{say("sub.will_be_told")}</h1>
			<p>
				{say("sub.watched", { what: watchPhrase(watch) })}{" "}
				{sentenceCase(CADENCE_WORDS[cadence])}.{" "}
				{quiet
					? say("sub.quiet_hours", {
							from: `${quiet.from}:00`,
							until: `${quiet.until}:00`,
							zone,
						})
					: ""}
			</p>
			{heartbeatDays > 0 ? (
				<p>{say("sub.life", { days: countOf(heartbeatDays, "day") })}</p>
			) : null}
			<p>
				<a href={stopPath}>{say("sub.end_it")}</a>
			</p>
		</>
	);
}

export function StoppedPage() {
	return (
		<>
			<h1>{say("sub.ended")}</h1>
			<p>{say("sub.removed")}</p>
		</>
	);
}
