/** `/about`: what the words mean, what the site cannot tell, and whose data they are. */
import { FLOOR_SESSIONS } from "../../../judge/verdicts/index.ts";
import { LAYERS, STATES } from "../../../model/index.ts";
import { NOW_DAYS } from "../../../store/index.ts";
import { Swatch } from "../charts/textures.tsx";
import { HEADLINE_SESSIONS } from "../findings.ts";
import { EnglishPart, inEnglish } from "../language/english.tsx";
import { say } from "../language/speech.ts";
import {
	LAYER_WORDS,
	STATE_MEANINGS,
	STATE_WORDS,
	sentenceCase,
} from "../words.ts";

export function AboutPage(props: { readonly siteName: string }) {
	return (
		<>
			<h1>{say("about.title")}</h1>
			<section aria-labelledby="states">
				<h2 id="states">{say("head.state")}</h2>
				<dl class="facts states">
					{STATES.map((state) => (
						<>
							<dt>
								<Swatch state={state} /> {sentenceCase(STATE_WORDS[state])}
							</dt>
							<dd>
								{STATE_MEANINGS[state]} <code class="light">{state}</code>
							</dd>
						</>
					))}
				</dl>
			</section>
			<EnglishPart>
				<p>
					{props.siteName} reads measurements that people made with probes, and
					says what they show, on how many networks, and by which rule.
				</p>
				<section aria-labelledby="counts">
					<h2 id="counts">How much is enough</h2>
					<ul>
						<li>
							A session is one run of one probe. A network's day needs{" "}
							{FLOOR_SESSIONS} sessions that said anything; with fewer, its cell
							is drawn empty, whatever they said.
						</li>
						<li>
							A sentence on a country needs {HEADLINE_SESSIONS} sessions on at
							least two networks. On one network it needs as many, and names it.
						</li>
						<li>
							“Now” is the shortest window, of at most {NOW_DAYS} days and
							ending with the newest measurements, that has enough sessions.
							When the newest measurements are old, the page says so.
						</li>
						<li>
							Where several addresses of a service were measured, sessions are
							those of the most measured one, so that none is counted twice.
						</li>
					</ul>
					<p>
						These thresholds are provisional: they have not been validated yet.
					</p>
				</section>
				<section aria-labelledby="layers">
					<h2 id="layers">How a measurement is judged</h2>
					<p>
						A measurement is first turned into facts: what was asked, what came
						back, after how long. Rules then say what the facts mean, layer by
						layer, beside what the same address gave elsewhere (the control).
						Each rule has a name, every rule that fired is kept, and the
						measurement's page shows them all.
					</p>
					<ul>
						{LAYERS.map((layer) => (
							<li>{inEnglish(() => LAYER_WORDS[layer])}</li>
						))}
					</ul>
				</section>
				<section aria-labelledby="revisions">
					<h2 id="revisions">What changes, and what can be had again</h2>
					<ul>
						<li>
							Every revision of an incident is kept in the ledger. The address
							that “Cite this page” gives shows it as it was told then, and says
							whether there is a newer one. So does its dossier.
						</li>
						<li>
							Charts and their tables are made from the archive, and only their
							newest state is kept. Their revision is the hash of the table: a
							page that is asked for with another one says that the data have
							changed. To keep a state, save its CSV file.
						</li>
						<li>
							Whoever has the archive can make an earlier state again: the same
							files, reference data and version of the program give the same
							table, byte for byte.
						</li>
					</ul>
				</section>
				<section aria-labelledby="limits">
					<h2 id="limits">What it cannot tell you</h2>
					<ul>
						<li>
							Why something is restricted, or who ordered it. Measurements show
							what happened on a network; orders and statements are documented
							apart and never mixed with them.
						</li>
						<li>
							That something is not restricted. No restriction found means none
							was found where and when somebody measured.
						</li>
						<li>
							Anything of networks nobody measured on. Probes are run by
							volunteers; networks and countries are those they declare.
						</li>
						<li>
							How many people are affected: networks are counted, not their
							users.
						</li>
						<li>
							What a function that no test reaches does. It says “not tested”.
						</li>
					</ul>
				</section>
				<section aria-labelledby="licence">
					<h2 id="licence">Licence and sources</h2>
					<p>
						What Rasai says of measurements (states, counts, sentences) is under{" "}
						<a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>
						. Measurements keep the licence of whoever published them: those of{" "}
						<a href="https://ooni.org/">OONI</a> are under{" "}
						<a href="https://creativecommons.org/licenses/by-nc-sa/4.0/">
							CC BY-NC-SA 4.0
						</a>
						. The record of documented restrictions names its sources entry by
						entry. Emulated data are made by a generator that ships with Rasai,
						and say “emulated” wherever they stand.
					</p>
				</section>
			</EnglishPart>
		</>
	);
}
