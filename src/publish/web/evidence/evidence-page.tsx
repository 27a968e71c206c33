/** The page that checks an evidence file in the reader's own browser. */

/** What is asked; the script shows it, since without script it could do nothing. No form: nothing is sent, and a mirror keeps it. */
export function VerifierForm() {
	return (
		<>
			<noscript>
				<p>
					Checking in the browser needs script. Without it, use the program:{" "}
					<code>rasai evidence verify FILE --key FINGERPRINT</code>
				</p>
			</noscript>
			<fieldset class="verifier" hidden>
				<legend>What is checked</legend>
				<p>
					<label>
						Evidence file: choose it, or drop it anywhere on this page
						<br />
						<input type="file" accept=".zip,application/zip" />
					</label>
				</p>
				<p>
					<label>
						Fingerprint of the keeper’s root key, as you had it from the keeper
						by another way
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
						heads.json, as somebody else kept it (where you have one)
						<br />
						<input type="file" accept=".json,application/json" />
					</label>
				</p>
			</fieldset>
			<div class="verified" role="status" />
		</>
	);
}

export function EvidencePage() {
	return (
		<>
			<h1>Check an evidence file</h1>
			<p class="standfirst">
				A dossier’s grounds come as one signed file. Your browser checks it
				here, by itself: the file goes nowhere, and this page is not allowed to
				connect to anything.
			</p>
			<VerifierForm />
			<script src="/evidence/verify.js" />
			<script src="/evidence/page.js" />
			<section aria-labelledby="trust">
				<h2 id="trust">Trust neither this page nor the file</h2>
				<ul>
					<li>
						<a href="/evidence/verifier.html" download>
							Save the verifier
						</a>{" "}
						as one page that works without a connection. Have an expert read it:
						it is <a href="/evidence/verify.js">one script</a> and needs nothing
						else.
					</li>
					<li>
						A fingerprint that you take from the file, or from here, proves
						nothing. Ask the keeper for it.
					</li>
					<li>
						<a href="/evidence/heads.json">Heads of the ledger</a> (
						<a href="/evidence/heads.atom">feed</a>): who keeps them from day to
						day can show later that nothing before was changed.
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
					<h1>Check an evidence file</h1>
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
