/**
 * Tor: the test of its public entry points, and the tests that start it.
 *
 * | test        | role                                               | endpoint                           |
 * | ----------- | -------------------------------------------------- | ---------------------------------- |
 * | tor         | `dir_port`, `or_port`, `or_port_dirauth`, `obfs4`… | the target's own protocol          |
 * | vanilla_tor | `bootstrap`                                        | Tor by itself                      |
 * | torsf       | `tunnel`                                           | Tor through Snowflake              |
 *
 * App facts: `tor_target` (each target of `tor`; text: its name or key),
 * `bootstrap_progress` (percent; text: Tor's tag of the last step), `tunnel`
 * (torsf; text: the way it met its proxy).
 */
import { addApp } from "./app.ts";
import type { Draft } from "./draft.ts";
import {
	failureOf,
	listOf,
	millisecondsOf,
	numberOf,
	optionalText,
	type Row,
	rowOf,
	textOf,
} from "./fields.ts";
import { readStandard } from "./standard.ts";

const PROTOCOL = /^[a-z0-9_]{1,32}$/;
const PROGRESS = /Bootstrapped (\d{1,3})%(?: \(([a-z_]{1,32})\))?/g;
const MAX_LOG_LINES = 1000;

export function observeTor(draft: Draft): void {
	const targets = rowOf(draft.measurement.testKeys["targets"]);
	const keys = Object.keys(targets);
	for (let index = 0; index < keys.length && !draft.full; index++) {
		const key = keys[index] as string;
		const target = rowOf(targets[key]);
		const stated = target["target_protocol"];
		const role =
			typeof stated === "string" && PROTOCOL.test(stated) ? stated : "";
		readStandard(draft, target, {
			path: `targets[${index}].`,
			roleOf: () => role,
			// Relays sign their own certificates; the test does not verify them.
			verified: false,
		});
		addApp(draft, {
			name: "tor_target",
			role,
			failure: failureOf(target["failure"]),
			text: textOf(target["target_name"], 64) || textOf(key, 64),
		});
	}
}

export function observeVanillaTor(draft: Draft): void {
	addProgress(draft, "bootstrap");
}

export function observeTorsf(draft: Draft): void {
	const keys = draft.measurement.testKeys;
	readStandard(draft, keys, { roleOf: () => "tunnel" });
	addApp(draft, {
		name: "tunnel",
		role: "tunnel",
		failure: failureOf(keys["failure"]),
		durationMs: bootstrapMs(keys),
		text: optionalText(keys["rendezvous_method"], 64),
	});
	addProgress(draft, "tunnel");
}

/** How far Tor came; nothing where the record does not say. */
function addProgress(draft: Draft, role: string): void {
	const keys = draft.measurement.testKeys;
	const logged = loggedProgress(keys);
	const percent = numberOf(keys["tor_progress"]) ?? logged?.percent;
	const failure = failureOf(keys["failure"]) ?? failureOf(keys["error"]);
	if (percent === undefined && (role === "tunnel" || failure === undefined))
		return;
	addApp(draft, {
		name: "bootstrap_progress",
		role,
		failure,
		number:
			percent === undefined ? undefined : Math.min(100, Math.max(0, percent)),
		text: optionalText(keys["tor_progress_tag"], 32) ?? logged?.tag,
		durationMs: bootstrapMs(keys),
	});
}

/** Zero is written where it did not come to the end. */
function bootstrapMs(keys: Row): number | undefined {
	return millisecondsOf(keys["bootstrap_time"]) || undefined;
}

/** The last progress that Tor logged: the Python probe kept one text, later ones keep lines. */
function loggedProgress(
	keys: Row,
): { readonly percent: number; readonly tag: string | undefined } | undefined {
	const log = keys["tor_log"];
	const lines =
		typeof log === "string"
			? log.split("\n")
			: listOf(keys["tor_logs"]).filter((line) => typeof line === "string");
	let last: RegExpExecArray | undefined;
	for (const line of lines.slice(-MAX_LOG_LINES))
		for (const match of line.slice(0, 512).matchAll(PROGRESS)) last = match;
	return last && { percent: Number(last[1]), tag: last[2] };
}
