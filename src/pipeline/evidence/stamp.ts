/** Asking an authority for a time-stamp (RFC 3161, section 3.4: over HTTP). */
import { checkStamp, stampRequest } from "../../account/evidence/index.ts";
import { type HttpClient, messageOf, RasaiError } from "../../base/index.ts";

export interface StampSource {
	readonly http: HttpClient;
	readonly address: string;
	/** Certificates that are trusted behind its stamps: PEM. */
	readonly trustedPem: string;
	/** Random bytes, so that an old answer cannot be played back. */
	readonly nonce: Uint8Array;
	readonly signal?: AbortSignal | undefined;
}

/** A stamp is some kilobytes. */
const LIMITS = { totalMs: 30_000, maxBytes: 64 * 1024 };

/** A checked stamp over a text. Throws `http_failed` where there is none, or one that does not fit. */
export async function requestStamp(
	text: string,
	{ http, address, trustedPem, nonce, signal }: StampSource,
): Promise<Uint8Array> {
	const { status, body } = await http.request(address, {
		method: "POST",
		headers: { "content-type": "application/timestamp-query" },
		body: stampRequest(text, nonce),
		limits: LIMITS,
		signal,
	});
	const chunks: Uint8Array[] = [];
	for await (const chunk of body) chunks.push(chunk);
	const token = Uint8Array.from(Buffer.concat(chunks));
	try {
		if (status !== 200) throw new Error(`it answered ${status}`);
		await checkStamp(token, Buffer.from(text), { trustedPem, nonce });
		return token;
	} catch (cause) {
		throw new RasaiError(
			"http_failed",
			`${address} gave no good time-stamp: ${messageOf(cause)}`,
			{ cause },
		);
	}
}
