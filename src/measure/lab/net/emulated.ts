/** Emulated data say so wherever they go. */
import { isRecord } from "../../../model/index.ts";
import type { MeasurementRecord } from "../../probe/index.ts";

export function markEmulated(record: MeasurementRecord): MeasurementRecord {
	const { annotations } = record as { readonly annotations?: unknown };
	return {
		...record,
		annotations: {
			...(isRecord(annotations) ? annotations : {}),
			emulated: "true",
		},
	};
}
