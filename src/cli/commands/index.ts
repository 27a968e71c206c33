/** Every command, in the order in which help lists them. */
import type { Command } from "../command.ts";
import { doctorCommands } from "./doctor.ts";
import { labCommands } from "./lab.ts";
import { serviceCommands } from "./service.ts";

export const COMMANDS: readonly Command[] = [
	...serviceCommands,
	...labCommands,
	...doctorCommands,
];
