/** The view from elsewhere: web_connectivity's test helper is asked about the same URL. */
import { setTimeout as wait } from "node:timers/promises";
import { isRecord } from "../../model/index.ts";
import { fetchAside } from "./aside.ts";
import type { Trace } from "./trace.ts";
import type { Vantage } from "./vantage.ts";

export interface ControlRequest {
	readonly http_request: string;
	readonly http_request_headers: Readonly<Record<string, readonly string[]>>;
	/** `ip:port` of every address found. */
	readonly tcp_connect: readonly string[];
	readonly x_quic_enabled: false;
}

export interface Control {
	/** The helper that answered; empty where none did. */
	readonly helper: string;
	readonly failure: string | null;
	readonly response: Readonly<Record<string, unknown>>;
}

/** The next helper is asked when one fails, or after this long. */
const NEXT_HELPER_MS = 15_000;
const MAX_RESPONSE_BYTES = 4 * 1024 * 1024;

/** Asks the helpers in order; the first answer wins. Never throws. */
export async function askHelper(
	trace: Trace,
	vantage: Vantage,
	request: ControlRequest,
): Promise<Control> {
	const asked: Promise<Control>[] = [];
	for (const helper of vantage.helpers) {
		const before = asked.at(-1);
		const late = wait(NEXT_HELPER_MS * asked.length, true, { ref: false });
		asked.push(
			(async () => {
				const failed = before?.then(({ failure }) => failure !== null);
				return before === undefined || (await Promise.race([failed, late]))
					? askOne(trace, vantage, helper, request)
					: before;
			})(),
		);
	}
	const all = Promise.all(asked);
	const first = Promise.any(
		asked.map(async (one) => {
			const control = await one;
			if (control.failure !== null) throw control;
			return control;
		}),
	);
	return first.catch(async () => {
		const controls = await all;
		return (
			controls[0] ?? {
				helper: "",
				failure: "unknown_failure: no helper was asked",
				response: {},
			}
		);
	});
}

async function askOne(
	trace: Trace,
	vantage: Vantage,
	helper: string,
	request: ControlRequest,
): Promise<Control> {
	const answer = await fetchAside(
		trace,
		vantage,
		{
			method: "POST",
			url: new URL(helper),
			headers: [
				["Content-Type", "application/json"],
				["Accept", "application/json"],
			],
			body: JSON.stringify(request),
		},
		{ limitMs: trace.limits.helperMs, maxBytes: MAX_RESPONSE_BYTES },
	);
	const failed = (failure: string): Control => ({
		helper,
		failure,
		response: {},
	});
	if (answer.failure !== undefined) return failed(answer.failure);
	if (answer.status !== 200) return failed("http_request_failed");
	try {
		const response: unknown = JSON.parse(answer.body.toString("utf8"));
		return isRecord(response)
			? { helper, failure: null, response }
			: failed("json_parse_error");
	} catch {
		return failed("json_parse_error");
	}
}
