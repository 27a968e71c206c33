/** The emulated internet's own authority, and the certificates it signs. */
import {
	certificatePem,
	makeCertificate,
	privateKeyPem,
} from "../certificate.ts";

export interface Credentials {
	readonly cert: string;
	readonly key: string;
}

const DATES = {
	notBefore: new Date(Date.UTC(2020, 0, 1)),
	notAfter: new Date(Date.UTC(2099, 0, 1)),
};
const ROOT = { name: "Emulated Root", keySeed: "emulated root" };
const STRANGE = { name: "Emulated National Gateway", keySeed: "strange root" };

function rootOf({ name, keySeed }: typeof ROOT): string {
	return certificatePem(
		makeCertificate({
			...DATES,
			keySeed,
			subject: name,
			names: [],
			issuer: name,
			issuerKeySeed: keySeed,
			isAuthority: true,
		}),
	);
}

/** PEM of the authority that emulated clients trust. */
export const TRUSTED_ROOT = rootOf(ROOT);

/** Signing takes milliseconds, and every scenario wants the same ones. */
const made = new Map<string, Credentials>();

/** A certificate for these names. `by`: `trusted`; an authority that nobody knows, sent along; or itself. */
export function credentialsFor(
	names: readonly string[],
	by: "trusted" | "strange" | "itself" = "trusted",
	notAfter = DATES.notAfter,
): Credentials {
	const subject = names[0] ?? "";
	const keySeed = `emulated ${by} ${subject}`;
	const place = `${keySeed} ${names.join()} ${notAfter.toISOString()}`;
	const known = made.get(place);
	if (known !== undefined) return known;
	const signer =
		by === "itself"
			? { name: subject, keySeed }
			: by === "trusted"
				? ROOT
				: STRANGE;
	const leaf = certificatePem(
		makeCertificate({
			...DATES,
			notAfter,
			keySeed,
			subject,
			names,
			issuer: signer.name,
			issuerKeySeed: signer.keySeed,
		}),
	);
	const credentials = {
		cert: by === "strange" ? `${leaf}${rootOf(STRANGE)}` : leaf,
		key: privateKeyPem(keySeed),
	};
	made.set(place, credentials);
	return credentials;
}
