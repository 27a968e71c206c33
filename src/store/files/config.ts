/**
 * `config.toml`: the operator's settings. Everything has a default; an unknown
 * key is an error that names its line and the nearest known one, since a
 * setting that is silently ignored is worse than none.
 */
import { parse, TomlError } from "smol-toml";
import { editDistance, RasaiError } from "../../base/index.ts";
import { SETTINGS, type Setting } from "./settings.ts";

type Camel<Key extends string> = Key extends `${infer Head}_${infer Tail}`
	? `${Head}${Capitalize<Camel<Tail>>}`
	: Key;
type ValueOf<S> = S extends Setting<infer Value> ? Value : never;

/** Settings as read, with defaults filled in: `config.import.byReference`. */
export type Config = {
	readonly [Section in keyof typeof SETTINGS]: {
		readonly [Key in keyof (typeof SETTINGS)[Section] as Camel<
			Key & string
		>]: ValueOf<(typeof SETTINGS)[Section][Key]>;
	};
};

type AnySetting = Setting<unknown>;
const sections: Readonly<Record<string, Readonly<Record<string, AnySetting>>>> =
	SETTINGS as unknown as Record<string, Record<string, AnySetting>>;

/** The file a new workspace gets: every setting, commented out, at its default. */
export function defaultConfigText(): string {
	const lines = [
		"# Rasai's settings. Lines that begin with # show the defaults.",
	];
	for (const [section, keys] of Object.entries(sections)) {
		lines.push("", `[${section}]`);
		for (const [key, { default: value, comment }] of Object.entries(keys))
			lines.push(`# ${comment}.`, `# ${key} = ${JSON.stringify(value)}`);
	}
	return `${lines.join("\n")}\n`;
}

/** Reads the text of `config.toml`. Throws `config_invalid`, naming file, line and key. */
export function parseConfig(text: string, file = "config.toml"): Config {
	let parsed: Record<string, unknown>;
	try {
		parsed = parse(text);
	} catch (cause) {
		const line = cause instanceof TomlError ? `:${cause.line}` : "";
		const why = cause instanceof TomlError ? cause.message.split("\n")[0] : "";
		throw new RasaiError("config_invalid", `${file}${line}: ${why}`, { cause });
	}
	const fail = (path: readonly string[], why: string): never => {
		throw new RasaiError(
			"config_invalid",
			`${file}:${lineOf(text, path)}: ${path.join(".")} ${why}`,
		);
	};
	for (const [section, values] of Object.entries(parsed)) {
		const known = sections[section];
		// A newer program's section that sets nothing: the older one may go on.
		if (!known && isEmptySection(values)) continue;
		if (!known)
			return fail([section], unknownKey(section, Object.keys(sections)));
		if (typeof values !== "object" || values === null)
			return fail([section], "must be a section");
		for (const [key, value] of Object.entries(values)) {
			const expected = known[key];
			if (!expected)
				return fail([section, key], unknownKey(key, Object.keys(known)));
			if (typeof value !== typeof expected.default)
				return fail([section, key], `must be a ${typeof expected.default}`);
			const why = expected.check?.(value);
			if (why) return fail([section, key], why);
		}
	}
	return withDefaults(parsed as Record<string, Record<string, unknown>>);
}

const isEmptySection = (values: unknown): boolean =>
	typeof values === "object" &&
	values !== null &&
	Object.keys(values).length === 0;

function withDefaults(
	parsed: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Config {
	const config = Object.entries(sections).map(([section, keys]) => [
		section,
		Object.fromEntries(
			Object.entries(keys).map(([key, { default: value }]) => [
				key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
				parsed[section]?.[key] ?? value,
			]),
		),
	]);
	return Object.fromEntries(config) as Config;
}

function unknownKey(key: string, known: readonly string[]): string {
	const nearest = [...known].sort(
		(a, b) => editDistance(key, a) - editDistance(key, b),
	)[0];
	return `is not a setting; the nearest is ${nearest}`;
}

/** The line, from 1, on which a key (or its section) is written; 1 where it cannot be found. */
function lineOf(text: string, path: readonly string[]): number {
	const [section = "", key] = path;
	let current = "";
	let sectionLine = 1;
	for (const [index, line] of text.split("\n").entries()) {
		const header = /^\s*\[\s*"?([\w-]+)"?\s*\]/.exec(line)?.[1];
		if (header !== undefined) current = header;
		if (header === section) sectionLine = index + 1;
		const name = /^\s*"?([\w.-]+)"?\s*=/.exec(line)?.[1];
		if (name === undefined) continue;
		if (key !== undefined && current === section && name === key)
			return index + 1;
		if (current === "" && (name === section || name === `${section}.${key}`))
			return index + 1;
	}
	return sectionLine;
}
