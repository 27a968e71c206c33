/** What units, networks and services are called on pages, and where they are found. */
import { EMULATED_CC, UNKNOWN_CC } from "../../model/index.ts";
import { countryName, type ServiceRegistry } from "../../reference/index.ts";
import type { Unit } from "../../store/index.ts";
import { currentSpeech, say } from "./language/speech.ts";

/** What the registry calls the function that is a service's own site: it needs no name beside the service's. */
const WEBSITE = "Website";

/** `X (Twitter)`, `WhatsApp · Text messages`, `news.example`. */
export function unitName(services: ServiceRegistry, unit: Unit): string {
	if (unit.service === "") return unit.target;
	const service = services.get(unit.service);
	const name = service?.name ?? unit.service;
	const part =
		unit.function === ""
			? service && service.functions.length > 0
				? "Other addresses"
				: WEBSITE
			: (service?.functions.find((f) => f.id === unit.function)?.name ??
				unit.function);
	return part === WEBSITE ? name : `${name} · ${part}`;
}

/** `Pakistan`, in the page's language. */
export function placeName(cc: string): string {
	if (cc === EMULATED_CC) return say("place.emulated");
	if (cc === UNKNOWN_CC) return say("place.unknown");
	return countryName(cc, currentSpeech().language);
}

/** `AS64496`. */
export function asnName(asn: number): string {
	return `AS${asn}`;
}

export function countryPath(cc: string): string {
	return `/${cc.toLowerCase()}`;
}

export function recordPath(cc: string): string {
	return `/${cc.toLowerCase()}/record`;
}

export function outlookPath(cc: string): string {
	return `/${cc.toLowerCase()}/outlook`;
}

export function networkPath(cc: string, asn: number): string {
	return `/${cc.toLowerCase()}/as${asn}`;
}

export function servicePath(
	service: string,
	cc?: string,
	part?: string,
): string {
	const query = new URLSearchParams();
	if (cc !== undefined) query.set("cc", cc.toLowerCase());
	if (part !== undefined) query.set("function", part);
	const path = `/service/${encodeURIComponent(service)}`;
	return query.size === 0 ? path : `${path}?${query}`;
}

export function measurementPath(uid: string): string {
	return `/measurement/${encodeURIComponent(uid)}`;
}

/** Query that names a unit: `service=x&function=media` or `target=news.example`. */
export function unitQuery(unit: Unit): string {
	if (unit.service === "") return `target=${encodeURIComponent(unit.target)}`;
	const service = `service=${encodeURIComponent(unit.service)}`;
	return unit.function === ""
		? service
		: `${service}&function=${encodeURIComponent(unit.function)}`;
}

/** The list of measurements behind a cell of a strip. */
export function cellPath(
	cc: string,
	asn: number,
	day: string,
	unit: Unit,
): string {
	const base = `${networkPath(cc, asn)}/${day}`;
	return unit.service === ""
		? `${base}/${unit.target.split("/").map(encodeURIComponent).join("/")}`
		: `${base}?${unitQuery(unit)}`;
}

export function incidentPath(id: string): string {
	return `/incident/${encodeURIComponent(id)}`;
}

/** One entry of the record. */
export function entryPath(id: string): string {
	return `/entry/${encodeURIComponent(id)}`;
}

/** An incident's dossier, to be saved. */
export function dossierPath(
	id: string,
	ending: string,
	revision?: number,
): string {
	return `${incidentPath(id)}/dossier.${ending}${revision === undefined ? "" : `?revision=${revision}`}`;
}

/** The list of incidents, of one country or of all. */
export function incidentsPath(cc?: string): string {
	return cc === undefined ? "/incidents" : `/incidents?cc=${cc.toLowerCase()}`;
}
