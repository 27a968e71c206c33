/** From the options of `cost estimate` to an event and its assumptions. */
import {
	ASSUMPTIONS,
	type Assumption,
	type Assumptions,
	type CostEvent,
	type CostKind,
} from "../account/costs/index.ts";
import { formatInstant } from "../base/index.ts";
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
		scope: readScope(args),
		segments: [{ since, until, share: 1 }],
		notes: [],
	};
}

/** A day is its first moment in UTC. */
function instant(text: string): string {
	const date = new Date(text);
	if (!/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(text) || Number.isNaN(+date))
		throw usageError(
			`cost estimate: ${text} is neither a day nor an instant in UTC`,
			"2024-02-17, or 2024-02-17T18:00:00Z",
		);
	return formatInstant(date);
}

/** `--scope SHARE`. Throws `usage`. */
export function readScope(args: Args): number | undefined {
	const text = args.text("scope");
	if (text === undefined) return undefined;
	const scope = Number(text);
	if (!(scope > 0 && scope <= 1))
		throw usageError(`--scope: ${text} is not a share above 0 and up to 1`);
	return scope;
}

const IS_SHARE: ReadonlySet<Assumption> = new Set([
	"digitalShare",
	"serviceWeight",
	"degree",
	"trafficLost",
	"telecomShare",
	"taxRate",
]);

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
		const number = value === "" ? Number.NaN : Number(value);
		const most = IS_SHARE.has(name as Assumption) ? 1 : Number.MAX_VALUE;
		if (!(number >= 0 && number <= most))
			throw usageError(
				`--assume: ${name}=${value} is not a number ${most === 1 ? "from 0 to 1" : "of 0 or more"}`,
			);
		read[name as Assumption] = number;
	}
	return read;
}
