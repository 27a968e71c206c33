/** The pages on which visitors say whether a service works for them: the hosts are named before anything is asked of them. */
import type { Offered, VisitorCount } from "../../../measure/helper/index.ts";
import {
	COUNTRY_CODES,
	type Service,
	type ServiceRegistry,
} from "../../../reference/index.ts";
import { English } from "../language/english.tsx";
import { currentLocale, say, sayWith, wordsOf } from "../language/speech.ts";
import { placeName } from "../names.ts";
import { formatDay } from "../times.ts";
import { formatCount } from "../words.ts";

/** What the page's script says; it fills in the names in braces. */
const SCRIPT_WORDS = wordsOf({
	none: "report.found_none",
	all: "report.found_all",
	some: "report.found_some",
	silent: "report.found_silent",
});

const scriptWords = (): string =>
	JSON.stringify({
		...SCRIPT_WORDS,
		looking: say("report.looking", { host: "{host}" }),
		came: say("report.answered", { ms: "{ms}" }),
		not: say("report.silent", { ms: "{ms}" }),
	});

export function ChooseService({
	services,
	counts,
}: {
	readonly services: ServiceRegistry;
	readonly counts: readonly VisitorCount[];
}) {
	const sorted = [...services.services].sort((a, b) =>
		a.name.localeCompare(b.name),
	);
	return (
		<>
			<h1>{say("frame.report")}</h1>
			<p>{say("report.choose")}</p>
			<form method="get" action="/report">
				<p>
					<label for="service">{say("head.service")}</label>{" "}
					<select id="service" name="service">
						{sorted.map(({ id, name }) => (
							<option value={id}>{name}</option>
						))}
					</select>{" "}
					<button type="submit">{say("report.go_on")}</button>
				</p>
			</form>
			<h2>{say("report.visitors")}</h2>
			<Counts services={services} counts={counts} />
		</>
	);
}

export function ReportForm({
	service,
	offered: { origins, controls },
	takesEmulated,
	wrong,
}: {
	readonly service: Service;
	readonly offered: Offered;
	readonly takesEmulated: boolean;
	/** Why what was sent cannot be taken. */
	readonly wrong?: string | undefined;
}) {
	const countries = [...COUNTRY_CODES, ...(takesEmulated ? ["QZ"] : [])]
		.map((cc) => ({ cc, name: placeName(cc) }))
		.sort((a, b) => a.name.localeCompare(b.name));
	return (
		<>
			<h1>{say("report.title_of", { service: service.name })}</h1>
			{wrong ? (
				<p class="problem" role="alert">
					<English>{wrong}</English>
				</p>
			) : null}
			<p>
				{sayWith("report.think", {
					strong: (parts) => <strong>{parts}</strong>,
				})}
			</p>
			<section
				class="browser-check"
				hidden
				data-origins={JSON.stringify(origins)}
				data-controls={JSON.stringify(controls)}
				data-words={scriptWords()}
				data-locale={currentLocale()}
			>
				<h2>{say("report.look_heading")}</h2>
				<p>{say("report.contacts")}</p>
				<ul>
					{origins.map((origin) => (
						<li>{hostOf(origin)}</li>
					))}
				</ul>
				<p>{say("report.compares")}</p>
				<ul>
					{controls.map((origin) => (
						<li>{hostOf(origin)}</li>
					))}
				</ul>
				<p>{say("report.asks")}</p>
				<p>
					<button type="button">{say("report.look")}</button>
				</p>
				<p role="status" />
				<div class="scroll" hidden>
					<table>
						<thead>
							<tr>
								<th scope="col">{say("report.address")}</th>
								<th scope="col">{say("report.picture")}</th>
								<th scope="col">{say("report.page")}</th>
								<th scope="col">{say("report.lasting")}</th>
							</tr>
						</thead>
						<tbody />
					</table>
				</div>
			</section>
			<noscript>
				<p>{say("report.no_script")}</p>
			</noscript>
			<h2>{say("report.say_heading")}</h2>
			<form method="post" action="/report">
				<input type="hidden" name="service" value={service.id} />
				<input type="hidden" name="checks" value="" autocomplete="off" />
				<fieldset>
					<legend>{say("report.here_now", { service: service.name })}</legend>
					<p>
						<label>
							<input type="radio" name="works" value="yes" required />{" "}
							{say("report.works")}
						</label>
					</p>
					<p>
						<label>
							<input type="radio" name="works" value="no" required />{" "}
							{say("report.works_not")}
						</label>
					</p>
				</fieldset>
				<p>
					<label for="cc">{say("report.country")}</label>{" "}
					<select id="cc" name="cc" required>
						<option value="">{say("form.choose")}</option>
						{countries.map(({ cc, name }) => (
							<option value={cc}>{name}</option>
						))}
					</select>
				</p>
				<p>
					<button type="submit">{say("form.send")}</button>
				</p>
			</form>
			<h2>{say("report.kept")}</h2>
			<ul>
				<li>{say("report.kept_what")}</li>
				<li>{say("report.kept_not")}</li>
				<li>{say("report.kept_shown")}</li>
			</ul>
			<script src="/report.js" defer />
		</>
	);
}

export function Thanks({
	service,
	isRepeat,
}: {
	readonly service: Service;
	readonly isRepeat: boolean;
}) {
	return (
		<>
			<h1>{say("report.thanks")}</h1>
			<p>
				{say(isRepeat ? "report.repeat" : "report.taken", {
					service: service.name,
				})}
			</p>
			<p>
				<a href="/report">{say("report.another")}</a>
			</p>
		</>
	);
}

function Counts({
	services,
	counts,
}: {
	readonly services: ServiceRegistry;
	readonly counts: readonly VisitorCount[];
}) {
	if (counts.length === 0) return <p>{say("report.none")}</p>;
	return (
		<>
			<p>
				{sayWith("report.suspicion_means", {
					strong: (parts) => <strong>{parts}</strong>,
				})}
			</p>
			<div class="scroll">
				<table>
					<thead>
						<tr>
							<th scope="col">{say("chart.day")}</th>
							<th scope="col">{say("head.country")}</th>
							<th scope="col">{say("head.service")}</th>
							<th scope="col">{say("report.head_works")}</th>
							<th scope="col">{say("report.head_fails")}</th>
							<th scope="col">{say("report.suspicion")}</th>
						</tr>
					</thead>
					<tbody>
						{counts.map(({ day, cc, service, works, fails, isSuspicion }) => (
							<tr>
								<td>{formatDay(day)}</td>
								<td>{placeName(cc)}</td>
								<td>{services.get(service)?.name ?? service}</td>
								<td>{formatCount(works)}</td>
								<td>{formatCount(fails)}</td>
								<td>{say(isSuspicion ? "word.yes" : "word.no")}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</>
	);
}

function hostOf(origin: string): string {
	return new URL(origin).host;
}
