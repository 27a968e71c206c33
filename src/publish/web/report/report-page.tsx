/** The pages on which visitors say whether a service works for them: the hosts are named before anything is asked of them. */
import type { Offered, VisitorCount } from "../../../measure/helper/index.ts";
import {
	COUNTRY_CODES,
	countryName,
	type Service,
	type ServiceRegistry,
} from "../../../reference/index.ts";

export const REPORT_TITLE = "Does it work for you?";

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
			<h1>{REPORT_TITLE}</h1>
			<p>
				Choose a service. The next page names what a check would contact, and
				nothing is contacted before you press a button.
			</p>
			<form method="get" action="/report">
				<p>
					<label for="service">Service</label>{" "}
					<select id="service" name="service">
						{sorted.map(({ id, name }) => (
							<option value={id}>{name}</option>
						))}
					</select>{" "}
					<button type="submit">Go on</button>
				</p>
			</form>
			<h2>What visitors say</h2>
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
		.map((cc) => ({ cc, name: countryName(cc) }))
		.sort((a, b) => a.name.localeCompare(b.name));
	return (
		<>
			<h1>{service.name}: does it work for you?</h1>
			{wrong ? (
				<p class="problem" role="alert">
					{wrong}
				</p>
			) : null}
			<p>
				<strong>Think first.</strong> Your internet provider sees that you are
				on this site, and which sites a check contacts. If that could put you in
				danger, do not go on.
			</p>
			<section
				class="browser-check"
				hidden
				data-origins={JSON.stringify(origins)}
				data-controls={JSON.stringify(controls)}
			>
				<h2>Let this browser look</h2>
				<p>If you press the button, your browser contacts:</p>
				<ul>
					{origins.map((origin) => (
						<li>{hostOf(origin)}</li>
					))}
				</ul>
				<p>and, to know whether your line works at all:</p>
				<ul>
					{controls.map((origin) => (
						<li>{hostOf(origin)}</li>
					))}
				</ul>
				<p>
					It asks each for a small picture, a page, and a lasting connection. If
					you are signed in at one of them, it may recognise you, as when any
					page shows its pictures. What is found stays in this browser until you
					send it below.
				</p>
				<p>
					<button type="button">Look now</button>
				</p>
				<p role="status" />
				<div class="scroll" hidden>
					<table>
						<thead>
							<tr>
								<th scope="col">Address</th>
								<th scope="col">Picture</th>
								<th scope="col">Page</th>
								<th scope="col">Lasting connection</th>
							</tr>
						</thead>
						<tbody />
					</table>
				</div>
			</section>
			<noscript>
				<p>
					Without script this page contacts nothing. You can still say what you
					see.
				</p>
			</noscript>
			<h2>Say what you see</h2>
			<form method="post" action="/report">
				<input type="hidden" name="service" value={service.id} />
				<input type="hidden" name="checks" value="" autocomplete="off" />
				<fieldset>
					<legend>{service.name}, here and now</legend>
					<p>
						<label>
							<input type="radio" name="works" value="yes" required /> works for
							me
						</label>
					</p>
					<p>
						<label>
							<input type="radio" name="works" value="no" required /> does not
							work for me
						</label>
					</p>
				</fieldset>
				<p>
					<label for="cc">Country you are in</label>{" "}
					<select id="cc" name="cc" required>
						<option value="">Choose</option>
						{countries.map(({ cc, name }) => (
							<option value={cc}>{name}</option>
						))}
					</select>
				</p>
				<p>
					<button type="submit">Send</button>
				</p>
			</form>
			<h2>What is kept</h2>
			<ul>
				<li>
					The service, your answer, the country, the hour, what the check found,
					and the number of your internet provider.
				</li>
				<li>
					Not your address. It is looked at to find the provider and to count a
					line once a day, and forgotten.
				</li>
				<li>
					Shown are numbers by country and day, from the day after. Reports are
					weak evidence: they can raise a suspicion that somebody should
					measure, and never decide that something is blocked.
				</li>
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
			<h1>Thank you</h1>
			<p>
				{isRepeat
					? `Somebody on your line has reported ${service.name} today already: a line counts once a day.`
					: `Your report about ${service.name} is kept. It shows in the numbers of today, from tomorrow on.`}
			</p>
			<p>
				<a href="/report">Another service</a>
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
	if (counts.length === 0)
		return <p>No reports of the last days. Those of today show tomorrow.</p>;
	return (
		<>
			<p>
				Where at least five say that a service does not work, more than say that
				it works, there is a <strong>suspicion</strong>: it should be measured.
				It is no finding.
			</p>
			<div class="scroll">
				<table>
					<thead>
						<tr>
							<th scope="col">Day (UTC)</th>
							<th scope="col">Country</th>
							<th scope="col">Service</th>
							<th scope="col">Works</th>
							<th scope="col">Does not</th>
							<th scope="col">Suspicion</th>
						</tr>
					</thead>
					<tbody>
						{counts.map(({ day, cc, service, works, fails, isSuspicion }) => (
							<tr>
								<td>{day}</td>
								<td>
									{countryName(cc)}
									{cc === "QZ" ? " (emulated)" : ""}
								</td>
								<td>{services.get(service)?.name ?? service}</td>
								<td>{works}</td>
								<td>{fails}</td>
								<td>{isSuspicion ? "yes" : "no"}</td>
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
