/** What `probe run` is asked to measure: URLs, lists, services. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
	type MessagingTest,
	parseMessagingTests,
	SENSITIVE_CATEGORIES,
} from "../measure/probe/index.ts";
import {
	parseTestList,
	type Service,
	type ServiceRegistry,
} from "../reference/index.ts";
import type { Args, Context } from "./command.ts";
import { usageError } from "./parse.ts";

export interface ProbeTargets {
	readonly urls: readonly string[];
	readonly tests: readonly MessagingTest[];
	readonly services: readonly Service[];
	/** What was left out, and why. */
	readonly notes: readonly string[];
}

/** Reads operands, `--list` and `--service`. Throws `usage`, and `source_unreadable` where a list cannot be read. */
export async function readTargets(
	context: Context,
	args: Args,
	registry: ServiceRegistry,
	endpoints: unknown,
): Promise<ProbeTargets> {
	const notes: string[] = [];
	const urls = args.operands.map(asUrl);
	for (const path of args.list("list"))
		urls.push(
			...readList(
				await readFile(resolve(context.cwd, path), "utf8"),
				args.flag("sensitive"),
				notes,
			),
		);
	const known = parseMessagingTests(endpoints);
	const services = args
		.list("service")
		.map((name) => findService(registry, name));
	const tests = new Set<MessagingTest>();
	for (const { name, functions } of services)
		for (const target of functions.flatMap((one) => one.targets)) {
			const [testName = "", role] = target.split("/");
			const test = known.get(testName);
			if (role === undefined) urls.push(`https://${target}/`);
			else if (test !== undefined) tests.add(test);
			else notes.push(`${name}: nothing here tests ${target}`);
		}
	const all = [...new Set(urls)];
	if (all.length === 0 && tests.size === 0)
		throw usageError(
			"nothing to measure",
			"Name a URL, a --list or a --service: rasai probe run https://example.org",
		);
	return { urls: all, tests: [...tests], services, notes };
}

/** `example.org` is meant as `https://example.org/`. */
function asUrl(text: string): string {
	const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	if (!URL.canParse(url) || !/^https?:\/\//i.test(url))
		throw usageError(`${text}: not an http or https URL`);
	const parsed = new URL(url);
	if (parsed.username || parsed.password)
		throw usageError(`${parsed.host}: a URL with a password is not measured`);
	parsed.hash = "";
	return parsed.href;
}

/** A Citizen Lab list (CSV), or one URL a line. */
function readList(
	text: string,
	sensitive: boolean,
	notes: string[],
): readonly string[] {
	if (!/^url,/i.test(text))
		return text
			.split("\n")
			.map((line) => line.trim())
			.filter((line) => line !== "" && !line.startsWith("#"))
			.map(asUrl);
	const { entries, problems } = parseTestList(text);
	const kept = entries.filter(
		({ category }) => sensitive || !SENSITIVE_CATEGORIES.has(category),
	);
	if (kept.length < entries.length)
		notes.push(
			`${entries.length - kept.length} sites left out that it may be dangerous to be seen visiting (--sensitive takes them in)`,
		);
	if (problems.length > 0) notes.push(`${problems.length} lines not usable`);
	return kept.map(({ url }) => asUrl(url));
}

function findService(registry: ServiceRegistry, name: string): Service {
	const wanted = name.toLowerCase();
	const found = registry.services.find(
		({ id, aliases }) => id === wanted || aliases.includes(wanted),
	);
	if (found === undefined)
		throw usageError(
			`--service: ${name} is not known`,
			"rasai service list names them.",
		);
	return found;
}
