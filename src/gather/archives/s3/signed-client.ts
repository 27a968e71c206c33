/** Requests signed for S3 (AWS Signature Version 4), sent by the one guarded client. */
import { AwsV4Signer } from "aws4fetch";
import { type Clock, type HttpClient, sha256Hex } from "../../../base/index.ts";

export interface S3Keys {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
}

export interface SigningOptions {
	readonly keys: S3Keys;
	readonly region: string;
	readonly clock: Clock;
}

/** A client whose requests are signed, the hash of their body included. Redirects are answers: a signature is for one host. */
export function signedClient(
	http: HttpClient,
	{ keys, region, clock }: SigningOptions,
): HttpClient {
	return {
		async request(url, request = {}) {
			const signer = new AwsV4Signer({
				method: request.method ?? "GET",
				url: String(url),
				headers: {
					...request.headers,
					"x-amz-content-sha256": sha256Hex(request.body ?? ""),
				},
				...keys,
				service: "s3",
				region,
				// 20261124T180000Z
				datetime: clock()
					.toISOString()
					.replace(/\.\d+|[-:]/g, ""),
			});
			const signed = await signer.sign();
			return http.request(signed.url, {
				...request,
				headers: Object.fromEntries(signed.headers),
				followRedirects: false,
			});
		},
	};
}
