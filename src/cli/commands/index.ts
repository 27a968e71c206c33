/** Every command, in the order in which help lists them. */
import type { Command } from "../command.ts";
import { alertCommands } from "./alert.ts";
import { archiveCommands } from "./archive.ts";
import { costCommands } from "./cost.ts";
import { doctorCommands } from "./doctor.ts";
import { dossierCommands } from "./dossier.ts";
import { editorCommands } from "./editor.ts";
import { evaluateCommands } from "./evaluate.ts";
import { evidenceCommands } from "./evidence.ts";
import { followCommands } from "./follow.ts";
import { helperCommands } from "./helper.ts";
import { importCommands } from "./import.ts";
import { incidentCommands } from "./incident.ts";
import { labCommands } from "./lab.ts";
import { ledgerCommands } from "./ledger.ts";
import { measurementCommands } from "./measurement.ts";
import { mirrorCommands } from "./mirror.ts";
import { outlookCommands } from "./outlook.ts";
import { probeCommands } from "./probe.ts";
import { rebuildCommands } from "./rebuild.ts";
import { recordCommands } from "./record.ts";
import { referenceCommands } from "./reference.ts";
import { seriesCommands } from "./series.ts";
import { serviceCommands } from "./service.ts";
import { signalCommands } from "./signal.ts";
import { sourceCommands } from "./source.ts";
import { storeCommands } from "./store.ts";
import { upCommands } from "./up.ts";
import { verdictCommands } from "./verdict.ts";

export const COMMANDS: readonly Command[] = [
	...upCommands,
	...probeCommands,
	...helperCommands,
	...importCommands,
	...archiveCommands,
	...measurementCommands,
	...verdictCommands,
	...rebuildCommands,
	...referenceCommands,
	...seriesCommands,
	...signalCommands,
	...evaluateCommands,
	...incidentCommands,
	...followCommands,
	...alertCommands,
	...recordCommands,
	...dossierCommands,
	...evidenceCommands,
	...costCommands,
	...outlookCommands,
	...mirrorCommands,
	...ledgerCommands,
	...editorCommands,
	...sourceCommands,
	...serviceCommands,
	...labCommands,
	...storeCommands,
	...doctorCommands,
];
