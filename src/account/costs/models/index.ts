/** Every method, in the order in which they are shown. */
import type { Calibration } from "../calibration.ts";
import type { CostModel } from "../types.ts";
import { brookings } from "./brookings.ts";
import { calibrated } from "./calibrated.ts";
import { cipesa } from "./cipesa.ts";
import { deloitteGdp, deloittePerHead } from "./deloitte.ts";
import { icrier } from "./icrier.ts";
import { netblocks } from "./netblocks.ts";
import { netloss } from "./netloss.ts";
import { oecd } from "./oecd.ts";
import { operators, tax } from "./operators.ts";
import { pide } from "./pide.ts";

export const costModels = (
	calibration: Calibration | undefined,
): readonly CostModel[] => [
	calibrated(calibration),
	brookings,
	netblocks,
	deloitteGdp,
	deloittePerHead,
	cipesa,
	icrier,
	pide,
	oecd,
	operators,
	tax,
	netloss,
];
