/**
 * The command line. Words come in; exit codes, data on stdout and talk on
 * stderr go out. `main.ts` is the only file of Rasai that reads the
 * environment, the arguments and the wall clock.
 */
export * from "./command.ts";
export * from "./commands/index.ts";
export { parseCommandLine } from "./parse.ts";
export * from "./run.ts";
