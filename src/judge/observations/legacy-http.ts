/**
 * Tests of the Python probe that only made requests. http_requests fetched a
 * URL twice, once through Tor: that fetch is the control, an app fact of the
 * same name as in web_connectivity. meek_fronted_requests_test asked a front
 * for another host; its role is `front`.
 */

import { NO_ANSWER } from "./answer.ts";
import { addApp } from "./app.ts";
import { add, type Draft } from "./draft.ts";
import { failureOf, listOf, rowOf, textOf, urlParts } from "./fields.ts";
import { readStandard } from "./standard.ts";

const NO_CONTROL = "unknown_failure: no control in the measurement";

export function observeHttpRequests(draft: Draft): void {
	const { testKeys, input } = draft.measurement;
	readStandard(draft, testKeys);
	const exchanges = listOf(testKeys["requests"]).map((row) =>
		rowOf(rowOf(rowOf(row)["request"])["tor"]),
	);
	const failure = failureOf(testKeys["experiment_failure"]);
	if (failure !== undefined && exchanges.every((tor) => tor["is_tor"] === true))
		add(draft, {
			...NO_ANSWER,
			position: draft.observations.length,
			vantage: "probe",
			layer: "http",
			role: "",
			depth: 0,
			failure,
			hostname: urlParts(input).host,
			method: "GET",
			url: textOf(input, 2048),
		});
	const hasControl = exchanges.some((tor) => tor["is_tor"] === true);
	addApp(draft, {
		name: "control",
		vantage: "helper",
		failure:
			failureOf(testKeys["control_failure"]) ??
			(hasControl ? undefined : NO_CONTROL),
	});
}

export function observeMeek(draft: Draft): void {
	readStandard(draft, draft.measurement.testKeys, { roleOf: () => "front" });
}
