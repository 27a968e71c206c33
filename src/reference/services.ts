/**
 * The registry of services: what people mean by "X is blocked". Read from
 * JSON (`data/services/services.json` ships), validated whole: a registry
 * with an error is refused, since a domain given to the wrong service would
 * put words in everyone's mouth.
 */
import { canonicalJson, RasaiError, sha256Hex } from "../base/index.ts";
import { isRecord } from "../model/index.ts";
import { normaliseHost, registrableDomain } from "./domains.ts";
import type { Service, ServiceFunction, ServiceRegistry } from "./types.ts";

const ID = /^[a-z0-9]+(_[a-z0-9]+)*$/;
const TEST_NAME = /^[a-z0-9_]+$/;
/** `test/role`, as the judge names the endpoints of app tests. */
const APP_TARGET = /^[a-z0-9_]+(\/[a-z0-9_.:-]+)+$/;

/** Reads a registry from parsed JSON. Throws `reference_invalid` naming every fault. */
export function parseServices(value: unknown): ServiceRegistry {
	const faults: string[] = [];
	const list = isRecord(value) ? value["services"] : undefined;
	if (!Array.isArray(list)) faults.push("no list `services`");
	const services = (Array.isArray(list) ? list : []).map((item, index) =>
		readService(item, `service ${index + 1}`, faults),
	);
	const owners = indexOwners(services, faults);
	if (faults.length > 0)
		throw new RasaiError(
			"reference_invalid",
			`the service registry cannot be used: ${faults.join("; ")}`,
		);
	const byId = new Map(services.map((service) => [service.id, service]));
	return {
		hash: sha256Hex(canonicalJson(services)),
		services,
		get: (id) => byId.get(id),
		ofTarget: (target) => ownerOf(owners, target),
	};
}

/** The registry with nothing in it. */
export const emptyServices: ServiceRegistry = parseServices({ services: [] });

interface Owner {
	readonly service: Service;
	readonly function: string | undefined;
}

/**
 * The owner of the target itself, else of the app test that it is a part of,
 * else of the host names above it down to the domain that somebody registered.
 */
function ownerOf(
	owners: ReadonlyMap<string, Owner>,
	target: string,
): Owner | undefined {
	const exact = owners.get(target);
	if (exact !== undefined) return exact;
	const slash = target.indexOf("/");
	if (slash >= 0) return owners.get(target.slice(0, slash));
	const shortest = registrableDomain(target).length;
	for (
		let dot = target.indexOf(".");
		dot >= 0 && target.length - dot - 1 >= shortest;
		dot = target.indexOf(".", dot + 1)
	) {
		const owner = owners.get(target.slice(dot + 1));
		if (owner !== undefined)
			return { service: owner.service, function: undefined };
	}
	return undefined;
}

/**
 * Who owns each domain, app test and function's target; whatever is claimed
 * twice is a fault. A part of an app test that no service claims (`openvpn`)
 * may belong to any.
 */
function indexOwners(
	services: readonly Service[],
	faults: string[],
): ReadonlyMap<string, Owner> {
	const owners = new Map<string, Owner>();
	const ids = new Set<string>();
	for (const service of services) {
		if (ids.has(service.id)) faults.push(`${service.id}: id given twice`);
		ids.add(service.id);
		for (const claim of [...service.domains, ...service.tests]) {
			if (owners.has(claim))
				faults.push(`${service.id}: ${claim} is claimed twice`);
			owners.set(claim, { service, function: undefined });
		}
	}
	for (const service of services)
		for (const { id, targets } of service.functions)
			for (const target of targets) {
				const owner = ownerOf(owners, target);
				const foreign =
					owner === undefined
						? !target.includes("/")
						: owner.service !== service;
				if (foreign)
					faults.push(
						`${service.id}: function ${id}: ${target} is not of this service`,
					);
				else if (owner?.function !== undefined)
					faults.push(
						`${service.id}: function ${id}: ${target} is claimed twice`,
					);
				owners.set(target, { service, function: id });
			}
	return owners;
}

function readService(value: unknown, where: string, faults: string[]): Service {
	const record = isRecord(value) ? value : {};
	const id = readText(record, "id", where, faults);
	const name = `${where} (${id})`;
	if (!ID.test(id)) faults.push(`${name}: id is not lower-case words`);
	const domains = readTexts(record, "domains", name, faults);
	for (const domain of domains)
		if (normaliseHost(domain) !== domain || !domain.includes("."))
			faults.push(`${name}: ${domain} is not a domain in its normal form`);
	const tests = readTexts(record, "tests", name, faults);
	for (const test of tests)
		if (!TEST_NAME.test(test)) faults.push(`${name}: ${test} is no test name`);
	const functions = record["functions"];
	if (!Array.isArray(functions)) faults.push(`${name}: no list functions`);
	return {
		id,
		name: readText(record, "name", name, faults),
		category: readText(record, "category", name, faults),
		domains,
		tests,
		functions: (Array.isArray(functions) ? functions : []).map((item) =>
			readFunction(item, name, faults),
		),
		aliases: readTexts(record, "aliases", name, faults),
	};
}

function readFunction(
	value: unknown,
	where: string,
	faults: string[],
): ServiceFunction {
	const record = isRecord(value) ? value : {};
	const id = readText(record, "id", where, faults);
	if (!ID.test(id)) faults.push(`${where}: function ${id}: not an id`);
	const role = record["role"];
	if (role !== "any_of" && role !== "all_of")
		faults.push(`${where}: function ${id}: role is neither any_of nor all_of`);
	const targets = readTexts(record, "targets", where, faults);
	for (const target of targets)
		if (!APP_TARGET.test(target) && normaliseHost(target) !== target)
			faults.push(`${where}: function ${id}: ${target} is no target`);
	return {
		id,
		name: readText(record, "name", where, faults),
		targets,
		role: role === "all_of" ? "all_of" : "any_of",
	};
}

function readText(
	record: Readonly<Record<string, unknown>>,
	key: string,
	where: string,
	faults: string[],
): string {
	const value = record[key];
	if (typeof value === "string" && value !== "") return value;
	faults.push(`${where}: no ${key}`);
	return "";
}

function readTexts(
	record: Readonly<Record<string, unknown>>,
	key: string,
	where: string,
	faults: string[],
): readonly string[] {
	const value = record[key];
	if (Array.isArray(value) && value.every((item) => typeof item === "string"))
		return value;
	faults.push(`${where}: ${key} is not a list of texts`);
	return [];
}
