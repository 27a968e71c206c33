/** The cookies of one visit: kept from hop to hop, never written down (P11). */

export interface CookieJar {
	/** Takes the `Set-Cookie` values of an answer from this URL. */
	take(url: URL, values: readonly string[]): void;
	/** The value of a Cookie header for a request to this URL; undefined where there is none. */
	headerFor(url: URL): string | undefined;
	/** Every value that was set, to be looked for in what is written down. */
	secrets(): readonly string[];
}

interface Cookie {
	readonly name: string;
	readonly value: string;
	/** Host that it goes to; those below it too where `wide`. */
	readonly host: string;
	readonly wide: boolean;
	readonly secureOnly: boolean;
}

/** As much of RFC 6265 as one visit of some seconds needs: no paths, no dates. */
export function createCookieJar(): CookieJar {
	const cookies = new Map<string, Cookie>();
	const secrets = new Set<string>();
	return {
		take(url, values) {
			for (const text of values) {
				const cookie = parseCookie(url, text);
				if (cookie === undefined) continue;
				cookies.set(`${cookie.host}\n${cookie.name}`, cookie);
				if (cookie.value !== "") secrets.add(cookie.value);
			}
		},
		headerFor(url) {
			const sent = [...cookies.values()].filter(
				({ host, wide, secureOnly }) =>
					(url.hostname === host ||
						(wide && url.hostname.endsWith(`.${host}`))) &&
					(!secureOnly || url.protocol === "https:"),
			);
			return sent.length === 0
				? undefined
				: sent.map(({ name, value }) => `${name}=${value}`).join("; ");
		},
		secrets: () => [...secrets],
	};
}

function parseCookie(url: URL, text: string): Cookie | undefined {
	const [pair = "", ...attributes] = text.split(";");
	const split = pair.indexOf("=");
	if (split <= 0) return undefined;
	const named = new Map(
		attributes.map((attribute) => {
			const [name = "", value = ""] = attribute.trim().split("=");
			return [name.toLowerCase(), value.replace(/^\./, "").toLowerCase()];
		}),
	);
	const domain = named.get("domain");
	if (domain && domain !== url.hostname && !url.hostname.endsWith(`.${domain}`))
		return undefined;
	return {
		name: pair.slice(0, split).trim(),
		value: pair.slice(split + 1).trim(),
		host: domain || url.hostname,
		wide: Boolean(domain),
		secureOnly: named.has("secure"),
	};
}
