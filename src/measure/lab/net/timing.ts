/** Time limits of emulated measurements: the order among the standard ones, on a line without distance. */
import type { Limits } from "../../probe/index.ts";

export const LAB_LIMITS: Partial<Limits> = {
	dnsMs: 1_000,
	lateDnsMs: 250,
	connectMs: 1_500,
	tlsMs: 2_000,
	httpMs: 4_000,
	helperMs: 8_000,
	priorityMs: 100,
	backOffMs: 100,
};
