/** `/signals/raw` and `/signals/events`: the time of value i is from + i * step; null is a gap. */
import { isRecord } from "../../../model/index.ts";
import { numberOf } from "../fields.ts";
import type { Collector, ReadOptions } from "../types.ts";
import { iodaEntity, iodaKey } from "./key.ts";

export function isRawSeries(
	item: unknown,
): item is Readonly<Record<string, unknown>> {
	return isRecord(item) && Array.isArray(item["values"]) && "step" in item;
}

export function readRaw(
	series: Readonly<Record<string, unknown>>,
	place: string,
	options: ReadOptions,
	out: Collector,
): void {
	const entity = iodaEntity(
		series["entityType"],
		series["entityCode"],
		series["entityName"],
		series["entityFqid"],
		options,
	);
	const [from, step] = [numberOf(series["from"]), numberOf(series["step"])];
	if (!entity || from === undefined || step === undefined || step <= 0) {
		out.reject(
			place,
			entity
				? "no usable from and step"
				: "an entity of no country, area or network",
		);
		return;
	}
	const subtype = series["subtype"];
	const measure = `${String(series["datasource"] ?? "unknown")}${typeof subtype === "string" && subtype !== "" ? `.${subtype}` : ""}`;
	const key = iodaKey(measure, entity);
	const nested = new Map<string, typeof key>();
	(series["values"] as readonly unknown[]).forEach((value, i) => {
		const at = from + i * step;
		if (value === null) out.add(key, at, "gap");
		else if (typeof value === "number") out.add(key, at, value);
		else if (Array.isArray(value))
			for (const [name, part] of aggregates(value)) {
				const own = nested.get(name) ?? iodaKey(`${measure}.${name}`, entity);
				nested.set(name, own);
				out.add(own, at, part);
			}
		else out.reject(`${place}.values[${i}]`, "neither a number nor null");
	});
}

/** Loss and latency come as objects of aggregates inside nested arrays. */
function* aggregates(value: unknown): Iterable<readonly [string, number]> {
	if (Array.isArray(value)) for (const part of value) yield* aggregates(part);
	else if (isRecord(value) && isRecord(value["agg_values"]))
		for (const [name, part] of Object.entries(value["agg_values"])) {
			const number = numberOf(part);
			if (number !== undefined) yield [name, number];
		}
}
