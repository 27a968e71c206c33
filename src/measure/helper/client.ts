/** What the servers of this folder need of a request: who asks, and the body within a limit. */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Context } from "hono";
import type { Read } from "./ask.ts";

const unpack = promisify(gunzip);

/** The address that a request came from; empty where unknown. Behind a proxy of our own it is the last that the proxy names. */
export function addressOfClient(
	context: Context,
	trustsProxy: boolean,
): string {
	const forwarded = trustsProxy
		? context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim()
		: undefined;
	if (forwarded !== undefined) return forwarded;
	const env = context.env as
		| {
				readonly incoming?: {
					readonly socket?: { readonly remoteAddress?: string };
				};
		  }
		| undefined;
	const address = env?.incoming?.socket?.remoteAddress ?? "";
	return address.replace(/^::ffff:(?=\d)/i, "");
}

export type Body =
	| Read<unknown>
	| { readonly wrong: string; readonly status: 413 | 415 };

/** The JSON of a body, packed with gzip or not, of at most so many bytes unpacked. */
export async function readJson(
	request: Request,
	maxBytes: number,
): Promise<Body> {
	const tooLarge = {
		wrong: `the body is larger than ${maxBytes} bytes`,
		status: 413,
	} as const;
	const encoding = request.headers.get("content-encoding") ?? "identity";
	if (encoding !== "identity" && encoding !== "gzip")
		return { wrong: `content-encoding ${encoding} is not known`, status: 415 };
	const bytes = await readBytes(request, maxBytes);
	if (bytes === undefined) return tooLarge;
	try {
		const text =
			encoding === "gzip"
				? await unpack(bytes, { maxOutputLength: maxBytes })
				: bytes;
		return { value: JSON.parse(text.toString("utf8")) };
	} catch (error) {
		return (error as { readonly code?: string }).code === "ERR_BUFFER_TOO_LARGE"
			? tooLarge
			: { wrong: "the body is no JSON" };
	}
}

async function readBytes(
	request: Request,
	maxBytes: number,
): Promise<Buffer | undefined> {
	const chunks: Uint8Array[] = [];
	let received = 0;
	for await (const chunk of request.body ?? []) {
		received += chunk.length;
		if (received > maxBytes) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
