/** From the options of `cost estimate` to an event and its assumptions. */
import {
	ASSUMPTIONS,
	type Assumption,
	type Assumptions,
	type CostEvent,
	type CostKind,
	isShare,
	readAssumption,
	readShare,
	readWhen,
	scopeAsked,
} from "../account/costs/index.ts";
import { isCountryCode } from "../reference/index.ts";
import type { Args, Context } from "./command.ts";
import { usageError } from "./parse.ts";
import { readServices } from "./shipped.ts";

/** The event that the options describe. Throws `usage`. */
export async function askedEvent(
	context: Context,
	args: Args,
): Promise<CostEvent> {
	const need = (name: string): string => {
		const value = args.text(name);
		if (value === undefined)
			throw usageError(
				`cost estimate: --${name} is missing`,
				"Give --cc, --kind, --since and --until, or --incident.",
			);
		return value;
	};
	const cc = need("cc").toUpperCase();
	if (!isCountryCode(cc))
		throw usageError(`--cc: ${cc} is not a country's code of two letters`);
	const kind = need("kind") as CostKind;
	const [since, until] = [instant(need("since")), instant(need("until"))];
	if (since >= until)
		throw usageError("cost estimate: --until must be later than --since");
	const service = kind === "service" ? need("service") : undefined;
	const named = service?.toLowerCase();
	const known = (await readServices(context)).services.find(
		({ id, aliases }) =>
			named !== undefined && (id === named || aliases.includes(named)),
	);
	return {
		cc,
		kind,
		service: known?.id ?? named,
		scope: scopeAsked(kind, readScope(args)),
		segments: [{ since, until, share: 1 }],
		notes: [],
	};
}

/** A day is its first moment in UTC. */
function instant(text: string): string {
	const when = readWhen(text);
	if (when === undefined)
		throw usageError(
			`cost estimate: ${text} is neither a day nor an instant in UTC, from 1990 to 2100`,
			"2024-02-17, or 2024-02-17T18:00:00Z",
		);
	return when;
}

/** `--scope SHARE`. Throws `usage`. */
export function readScope(args: Args): number | undefined {
	const text = args.text("scope");
	if (text === undefined) return undefined;
	const scope = readShare(text);
	if (!scope)
		throw usageError(`--scope: ${text} is not a share above 0 and up to 1`);
	return scope;
}

/** `--assume NAME=NUMBER`. Throws `usage`. */
export function readAssumptions(args: Args): Assumptions {
	const read: Partial<Record<Assumption, number>> = {};
	for (const text of args.list("assume")) {
		const [name = "", value = ""] = text.split("=");
		if (!Object.hasOwn(ASSUMPTIONS, name))
			throw usageError(
				`--assume: ${name} is not known`,
				`Known: ${Object.keys(ASSUMPTIONS).join(", ")}.`,
			);
		const known = name as Assumption;
		const number = readAssumption(known, value);
		if (number === undefined)
			throw usageError(
				`--assume: ${name}=${value} is not a number ${isShare(known) ? "from 0 to 1" : "of 0 or more"}`,
			);
		read[known] = number;
	}
	return read;
}
