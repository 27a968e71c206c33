/** Every command, in the order in which help lists them. */
import type { Command } from "../command.ts";
import { archiveCommands } from "./archive.ts";
import { doctorCommands } from "./doctor.ts";
import { importCommands } from "./import.ts";
import { labCommands } from "./lab.ts";
import { measurementCommands } from "./measurement.ts";
import { serviceCommands } from "./service.ts";
import { storeCommands } from "./store.ts";

export const COMMANDS: readonly Command[] = [
	...importCommands,
	...archiveCommands,
	...measurementCommands,
	...serviceCommands,
	...labCommands,
	...storeCommands,
	...doctorCommands,
];
