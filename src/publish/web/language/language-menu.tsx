/** The same page in other languages: for readers, for search engines, and the note that says who made the translation. */
import { addressIn } from "./address.ts";
import { LANGUAGE_TRAITS, LANGUAGES } from "./languages.ts";
import { TRANSLATIONS } from "./messages/index.ts";
import { currentSpeech, say, sayWith } from "./speech.ts";

export function LanguageMenu() {
	const { language, address } = currentSpeech();
	return (
		<nav class="languages" aria-label={say("language.menu")}>
			<details>
				<summary>{LANGUAGE_TRAITS[language].name}</summary>
				<ul>
					{LANGUAGES.map((one) => (
						<li>
							<a
								lang={one}
								dir={LANGUAGE_TRAITS[one].direction}
								{...(one === language ? { "aria-current": "page" } : {})}
								hreflang={one}
								href={addressIn(one, address)}
							>
								{LANGUAGE_TRAITS[one].name}
							</a>
						</li>
					))}
				</ul>
			</details>
		</nav>
	);
}

/** Tells search engines of the same page in other languages. */
export function LanguageAlternates() {
	const { address } = currentSpeech();
	return (
		<>
			{LANGUAGES.map((one) => (
				<link rel="alternate" hreflang={one} href={addressIn(one, address)} />
			))}
		</>
	);
}

/** Says in the page's language that nobody has reviewed it; nothing in English, or where all is reviewed. */
export function ReviewNote() {
	const { language, address } = currentSpeech();
	if (language === "en") return null;
	const { reviewed, messages } = TRANSLATIONS[language];
	if (reviewed.length >= Object.keys(messages).length) return null;
	return (
		<p class="review" role="note">
			{sayWith("language.review", {
				english: (parts) => (
					<a lang="en" dir="ltr" hreflang="en" href={address}>
						{parts}
					</a>
				),
			})}
		</p>
	);
}
