/** Passkeys (WebAuthn level 2): made by somebody who is signed in, and signing in from then on. */
import {
	type AuthenticationResponseJSON,
	generateAuthenticationOptions,
	generateRegistrationOptions,
	type RegistrationResponseJSON,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { type Clock, formatInstant, sha256Hex } from "../../base/index.ts";
import { isRecord } from "../../model/index.ts";
import {
	type Editor,
	readEditors,
	type WorkspacePaths,
} from "../../store/index.ts";
import { keepPasskey, startSession } from "./sign-in.ts";

/** A ceremony is over by then. */
const CHALLENGE_MS = 5 * 60_000;
/** Ceremonies that may be under way at once; the oldest is forgotten beyond. */
const MAX_CHALLENGES = 1000;

/** The site as browsers see it. */
export interface SiteOrigin {
	/** `https://rasai.example`. */
	readonly origin: string;
	/** The host name alone. */
	readonly hostname: string;
	readonly siteName: string;
}

export interface Passkeys {
	/** What a browser needs to make one. */
	creation(site: SiteOrigin, editor: Editor): Promise<unknown>;
	/** Keeps the one that a browser made; says whether it is a good one. */
	keep(site: SiteOrigin, editor: Editor, made: unknown): Promise<boolean>;
	/** What a browser needs to sign in with one. */
	request(site: SiteOrigin): Promise<unknown>;
	/** Starts a session for whoever signed; undefined where nobody we know did. */
	signIn(site: SiteOrigin, signed: unknown): Promise<string | undefined>;
}

export function createPasskeys(
	folder: Pick<WorkspacePaths, "private">,
	clock: Clock,
): Passkeys {
	const challenges = new Map<string, number>();
	const expect = (challenge: string): void => {
		challenges.set(challenge, clock().getTime() + CHALLENGE_MS);
		for (const oldest of challenges.keys()) {
			if (challenges.size <= MAX_CHALLENGES) break;
			challenges.delete(oldest);
		}
	};
	/** A challenge is good once. */
	const isExpected = (challenge: string): boolean => {
		const until = challenges.get(challenge);
		challenges.delete(challenge);
		return until !== undefined && until > clock().getTime();
	};

	return {
		async creation({ siteName, hostname }, { pseudonym, passkeys }) {
			const options = await generateRegistrationOptions({
				rpName: siteName,
				rpID: hostname,
				userName: pseudonym,
				userID: new Uint8Array(Buffer.from(sha256Hex(pseudonym), "hex")),
				excludeCredentials: passkeys.map(({ id }) => ({ id })),
				authenticatorSelection: {
					residentKey: "required",
					userVerification: "required",
				},
			});
			expect(options.challenge);
			return options;
		},
		async keep({ origin, hostname }, { pseudonym }, made) {
			if (!isRecord(made)) return false;
			const found = await verifyRegistrationResponse({
				response: made as unknown as RegistrationResponseJSON,
				expectedChallenge: isExpected,
				expectedOrigin: origin,
				expectedRPID: hostname,
			}).catch(() => undefined);
			if (!found?.verified) return false;
			const { id, publicKey, counter } = found.registrationInfo.credential;
			keepPasskey(folder, pseudonym, {
				id,
				publicKey: Buffer.from(publicKey).toString("base64url"),
				counter,
				addedAt: formatInstant(clock()),
			});
			return true;
		},
		async request({ hostname }) {
			const options = await generateAuthenticationOptions({
				rpID: hostname,
				userVerification: "required",
			});
			expect(options.challenge);
			return options;
		},
		async signIn({ origin, hostname }, signed) {
			if (!isRecord(signed)) return undefined;
			const owner = readEditors(folder).editors.find(({ passkeys }) =>
				passkeys.some(({ id }) => id === signed["id"]),
			);
			const passkey = owner?.passkeys.find(({ id }) => id === signed["id"]);
			if (!owner || !passkey) return undefined;
			const { id, publicKey, counter } = passkey;
			const found = await verifyAuthenticationResponse({
				response: signed as unknown as AuthenticationResponseJSON,
				expectedChallenge: isExpected,
				expectedOrigin: origin,
				expectedRPID: hostname,
				credential: {
					id,
					publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")),
					counter,
				},
			}).catch(() => undefined);
			if (!found?.verified) return undefined;
			keepPasskey(folder, owner.pseudonym, {
				...passkey,
				counter: found.authenticationInfo.newCounter,
			});
			return startSession(folder, owner.pseudonym, clock());
		},
	};
}
