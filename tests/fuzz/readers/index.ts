/** Every reader of what comes from outside. */
import type { Reader } from "../reader.ts";
import { MEASUREMENT_READERS } from "./measurements.ts";
import { PROOF_READERS } from "./proof.ts";
import { PUBLIC_READERS } from "./public.ts";
import { RECORD_READERS } from "./record.ts";
import { REFERENCE_READERS } from "./reference.ts";

export const READERS: readonly Reader[] = [
	...MEASUREMENT_READERS,
	...RECORD_READERS,
	...PUBLIC_READERS,
	...REFERENCE_READERS,
	...PROOF_READERS,
];
