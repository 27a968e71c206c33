/**
 * browser_web: a page in the visitor's own browser fetches the URL. It learns
 * only whether that worked and how long it took.
 *
 * App fact: `browser_fetch` (text: the browser).
 */
import { addApp } from "./app.ts";
import type { Draft } from "./draft.ts";
import { millisecondsOf, numberOf, optionalText } from "./fields.ts";

export function observeBrowserWeb(draft: Draft): void {
	const keys = draft.measurement.testKeys;
	const result = keys["result"];
	if (typeof result !== "string") return;
	addApp(draft, {
		name: "browser_fetch",
		failure:
			result === "ok" ? undefined : "unknown_failure: the browser says no more",
		durationMs: millisecondsOf((numberOf(keys["load_time_ms"]) ?? -1) / 1000),
		text: optionalText(keys["browser_name"] ?? keys["browser"], 32),
	});
}
