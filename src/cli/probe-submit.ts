/** Results to a collector, by the calls of OONI's probe services: open a report, submit into it, close it. */
import { createHttpClient, RasaiError } from "../base/index.ts";
import type { MeasurementRecord } from "../measure/probe/index.ts";
import { isRecord } from "../model/index.ts";
import type { Context } from "./command.ts";

const MAX_REPLY_BYTES = 65_536;

/** Sends records, one report for each test; how many were accepted. Throws as the HTTP client does. */
export async function submitRecords(
	context: Context,
	collector: string,
	records: readonly MeasurementRecord[],
): Promise<number> {
	const base = collector.replace(/\/+$/, "");
	const client = createHttpClient({
		allowedOrigins: [new URL(base).origin],
		limits: { maxBytes: MAX_REPLY_BYTES, maxRedirects: 0 },
	});
	const post = async (path: string, body: unknown): Promise<unknown> => {
		const reply = await client.request(`${base}${path}`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(body),
			signal: context.signal,
		});
		const chunks: Uint8Array[] = [];
		for await (const chunk of reply.body) chunks.push(chunk);
		if (reply.status !== 200)
			throw new RasaiError(
				"http_status",
				`the collector answered ${reply.status}`,
			);
		const text = Buffer.concat(chunks).toString("utf8");
		return text === "" ? {} : JSON.parse(text);
	};
	let sent = 0;
	const testNames = new Set(records.map((record) => record["test_name"]));
	for (const testName of testNames) {
		const ofTest = records.filter((record) => record["test_name"] === testName);
		const [first] = ofTest;
		if (first === undefined) continue;
		const opened = await post("/report", {
			data_format_version: first["data_format_version"],
			format: "json",
			probe_asn: first["probe_asn"],
			probe_cc: first["probe_cc"],
			software_name: first["software_name"],
			software_version: first["software_version"],
			test_name: testName,
			test_start_time: first["test_start_time"],
			test_version: first["test_version"],
		});
		const id = isRecord(opened) ? opened["report_id"] : undefined;
		if (typeof id !== "string")
			throw new RasaiError("http_failed", "the collector gave no report id");
		for (const record of ofTest) {
			const content = { ...record, report_id: id };
			await post(`/report/${encodeURIComponent(id)}`, {
				format: "json",
				content,
			});
			sent++;
		}
		await post(`/report/${encodeURIComponent(id)}/close`, {});
	}
	return sent;
}
