/** The page that checks an evidence file in the reader's own browser. */

import { englishMarks } from "../language/english.tsx";
import { say, sayWith } from "../language/speech.ts";

/** What is asked; the script shows it, since without script it could do nothing. No form: nothing is sent, and a mirror keeps it. */
export function VerifierForm() {
	return (
		<>
			<noscript>
				<p>
					{say("evidence.no_script")}{" "}
					<code dir="ltr">rasai evidence verify FILE --key FINGERPRINT</code>
				</p>
			</noscript>
			<fieldset class="verifier" hidden>
				<legend>{say("evidence.checked")}</legend>
				<p>
					<label>
						{say("evidence.file")}
						<br />
						<input type="file" accept=".zip,application/zip" />
					</label>
				</p>
				<p>
					<label>
						{say("evidence.key")}
						<br />
						<input
							name="key"
							size={64}
							autocomplete="off"
							spellcheck={false}
							pattern="[0-9a-fA-F]{64}"
						/>
					</label>
				</p>
				<p>
					<label>
						{say("evidence.heads")}
						<br />
						<input type="file" accept=".json,application/json" />
					</label>
				</p>
			</fieldset>
			<div class="verified" role="status" {...englishMarks()} />
		</>
	);
}

export function EvidencePage() {
	return (
		<>
			<h1>{say("frame.evidence")}</h1>
			<p class="standfirst">{say("evidence.intro")}</p>
			<VerifierForm />
			<script src="/evidence/verify.js" />
			<script src="/evidence/page.js" />
			<section aria-labelledby="trust">
				<h2 id="trust">{say("evidence.trust")}</h2>
				<ul>
					<li>
						{sayWith("evidence.save", {
							save: (parts) => (
								<a href="/evidence/verifier.html" download>
									{parts}
								</a>
							),
							script: (parts) => <a href="/evidence/verify.js">{parts}</a>,
						})}
					</li>
					<li>{say("evidence.fingerprint")}</li>
					<li>
						{sayWith("evidence.ledger", {
							heads: (parts) => <a href="/evidence/heads.json">{parts}</a>,
							feed: (parts) => <a href="/evidence/heads.atom">{parts}</a>,
						})}
					</li>
				</ul>
			</section>
		</>
	);
}

/** The form and both scripts as a page of its own. */
export function StandalonePage(props: {
	readonly siteName: string;
	readonly script: string;
	readonly policy: string;
}) {
	return (
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content={props.policy} />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<title>{`Check an evidence file · ${props.siteName}`}</title>
			</head>
			<body>
				<main>
					<h1>{say("frame.evidence")}</h1>
					<p>
						Everything is checked by this page alone. It works without a
						connection and is not allowed to make one.
					</p>
					<VerifierForm />
				</main>
				<script dangerouslySetInnerHTML={{ __html: props.script }} />
			</body>
		</html>
	);
}
