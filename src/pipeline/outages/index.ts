/**
 * Outages of networks: falls of signals, imported and our own, come in;
 * findings with every signal's interval and a cause, where anything but a
 * signal shows one, go out. Serves P4, P7, P9 and P10.
 */
export * from "./find-outages.ts";
export * from "./signals-then.ts";
