/** One measurement into facts: picks the family of its test. */
import { messageOf } from "../../base/index.ts";
import type { Measurement } from "../../model/index.ts";
import { observeBrowserWeb } from "./browser.ts";
import { createDraft, type Draft, note } from "./draft.ts";
import { observeEchcheck, observeSniBlocking } from "./handshakes.ts";
import { observeHttpRequests, observeMeek } from "./legacy-http.ts";
import {
	observeFacebookMessenger,
	observeSignal,
	observeTelegram,
	observeWhatsapp,
} from "./messaging.ts";
import {
	observeHeaderManipulation,
	observeInvalidRequestLine,
} from "./middleboxes.ts";
import { observeDash, observeNdt } from "./performance.ts";
import { observePings, observeQuicping, observeStun } from "./pings.ts";
import { observeDnscheck, observeDnsping } from "./resolvers.ts";
import { readStandard } from "./standard.ts";
import { observeTor, observeTorsf, observeVanillaTor } from "./tor.ts";
import { observeOpenvpn, observePsiphon, observeRiseupvpn } from "./tunnels.ts";
import type { ObserveContext, Observed } from "./types.ts";
import { observeWebConnectivity } from "./web-connectivity.ts";

/** Tests by name. What is not here (urlgetter, portfiltering, and all that Rasai does not know) has only the standard keys. */
const FAMILIES: ReadonlyMap<string, (draft: Draft) => void> = new Map([
	["browser_web", observeBrowserWeb],
	["dash", observeDash],
	["dnscheck", observeDnscheck],
	["dnsping", observeDnsping],
	["echcheck", observeEchcheck],
	["facebook_messenger", observeFacebookMessenger],
	["http_header_field_manipulation", observeHeaderManipulation],
	["http_invalid_request_line", observeInvalidRequestLine],
	["http_requests", observeHttpRequests],
	["meek_fronted_requests_test", observeMeek],
	["ndt", observeNdt],
	["openvpn", observeOpenvpn],
	["psiphon", observePsiphon],
	["quicping", observeQuicping],
	["riseupvpn", observeRiseupvpn],
	["signal", observeSignal],
	["simplequicping", observePings],
	["sni_blocking", observeSniBlocking],
	["stunreachability", observeStun],
	["tcpping", observePings],
	["telegram", observeTelegram],
	["tlsping", observePings],
	["tor", observeTor],
	["torsf", observeTorsf],
	["vanilla_tor", observeVanillaTor],
	["web_connectivity", observeWebConnectivity],
	["whatsapp", observeWhatsapp],
]);

/**
 * The facts of a measurement. Never throws for what the record holds: fields
 * that cannot be used are named in `problems`, and all others count.
 */
export function observe(
	measurement: Measurement,
	context: ObserveContext,
): Observed {
	const draft = createDraft(measurement, context);
	const family = FAMILIES.get(measurement.testName);
	try {
		if (family === undefined) readStandard(draft, measurement.testKeys);
		else family(draft);
	} catch (thrown) {
		// A fault of ours, met by one record: what was read before it counts, and the run goes on.
		note(
			draft,
			`test_keys: reading stopped: ${messageOf(thrown).slice(0, 200)}`,
		);
	}
	return {
		observations: draft.observations,
		certificates: draft.certificates,
		problems: draft.problems,
	};
}
