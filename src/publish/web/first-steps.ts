import { addDays, formatInstant } from "../../base/index.ts";

/** A whole command that imports the three newest full days of a country from OONI's public archive. */
export function importCommand(cc: string, now: Date): string {
	const today = formatInstant(now).slice(0, 10);
	return `rasai archive import ooni: --cc ${cc} --test web_connectivity --since ${addDays(today, -3)} --until ${today}`;
}
