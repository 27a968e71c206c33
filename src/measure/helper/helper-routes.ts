/** The helper over HTTP: `POST /`. It answers so many at once and sheds what is more, so that it never slows down unseen. */
import { Hono } from "hono";
import { readAsk } from "./ask.ts";
import { addressOfClient, readJson } from "./client.ts";
import { createLook, type LookOptions } from "./look.ts";
import { createRateLimit } from "./rate-limit.ts";

export interface HelperOptions extends LookOptions {
	/** Requests answered at once; more are told to come back. */
	readonly maxInFlight: number;
	/** Requests that one client may send in a minute. */
	readonly perMinute: number;
	/** Take the client's address from X-Forwarded-For: only behind a proxy of our own. */
	readonly trustsProxy: boolean;
}

const MAX_BODY_BYTES = 65_536;
const RETRY_AFTER_S = "5";

export function helperRoutes(options: HelperOptions): Hono {
	const look = createLook(options);
	const limit = createRateLimit(options.nowMs, {
		perWindow: options.perMinute,
		windowMs: 60_000,
	});
	let inFlight = 0;
	const app = new Hono();
	app.post("/", async (context) => {
		if (!limit.take(addressOfClient(context, options.trustsProxy)))
			return context.json({ error: "too many requests" }, 429, {
				"Retry-After": "60",
			});
		if (inFlight >= options.maxInFlight)
			return context.json({ error: "busy" }, 503, {
				"Retry-After": RETRY_AFTER_S,
			});
		inFlight++;
		try {
			const body = await readJson(context.req.raw, MAX_BODY_BYTES);
			if ("wrong" in body)
				return context.json(
					{ error: body.wrong },
					"status" in body ? body.status : 400,
				);
			const ask = readAsk(body.value);
			if ("wrong" in ask) return context.json({ error: ask.wrong }, 400);
			return context.json(await look(ask.value));
		} finally {
			inFlight--;
		}
	});
	return app;
}
