/** The emulated helper: Rasai's own, looking from where no censor is. */
import { createLook, readAsk } from "../../helper/index.ts";
import type { Vantage } from "../../probe/index.ts";
import { asnOfAddress, isEmulatedAddress } from "./cast.ts";
import type { Behaviour } from "./server.ts";
import { LAB_LIMITS } from "./timing.ts";

export function helperBehaviour(
	vantage: Vantage,
	nowMs: () => number,
): Behaviour {
	const look = createLook({
		vantage: { ...vantage, permits: isEmulatedAddress },
		asn: { hash: "emulated", lookup: asnOfAddress, nameOf: () => undefined },
		nowMs,
		limits: LAB_LIMITS,
		keepMs: 0,
	});
	return async ({ body }) => {
		const ask = readAsk(JSON.parse(body.toString("utf8")));
		if ("wrong" in ask) return { status: 400, headers: {}, body: "" };
		return {
			status: 200,
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(await look(ask.value)),
		};
	};
}
