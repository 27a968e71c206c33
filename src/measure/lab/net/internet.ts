/** The emulated internet: every site's servers, names, a DoH resolver and a helper, as they are without a censor. */
import { realVantage, type Vantage } from "../../probe/index.ts";
import { credentialsFor, TRUSTED_ROOT } from "./authority.ts";
import { dohBehaviour, siteBehaviour } from "./behaviour.ts";
import type { BlackHole } from "./black-hole.ts";
import {
	DOH,
	HELPER,
	INNOCENTS,
	isEmulatedAddress,
	PROVIDER,
	type ServerFault,
	SITES,
	type Site,
} from "./cast.ts";
import { helperBehaviour } from "./helper.ts";
import { CLOSED_PORT, createListeners, openResetter } from "./listeners.ts";
import { blockPage, sitePage } from "./pages.ts";
import type { Zone } from "./resolver.ts";
import { type Behaviour, openServer } from "./server.ts";

export interface Internet {
	readonly zone: Zone;
	readonly endpoints: readonly InternetEndpoint[];
	readonly blackHole: BlackHole;
	close(): Promise<void>;
}

export interface InternetEndpoint {
	readonly ip: string;
	readonly port: number;
	/** Its server's port on loopback, for visitors from elsewhere. */
	readonly at: number;
	/** For visitors of the measured networks: a server may treat them otherwise. */
	readonly atFromHere: number;
}

export interface InternetOptions {
	readonly blackHole: BlackHole;
	/** By the first name of the site. */
	readonly faults?: Readonly<Record<string, ServerFault>>;
	readonly helperIsDown?: boolean;
	/** Another name of a site, by its first one. */
	readonly alsoCalled?: Readonly<Record<string, string>> | undefined;
	readonly nowMs: () => number;
}

export async function openInternet({
	blackHole,
	faults = {},
	helperIsDown = false,
	alsoCalled = {},
	nowMs,
}: InternetOptions): Promise<Internet> {
	const listeners = createListeners();
	const resetter = await listeners.start(openResetter());
	const endpoints: InternetEndpoint[] = [];
	const zone = new Map<string, readonly string[]>();

	const portFor = (
		fault: ServerFault | undefined,
		from: ServerFault["from"],
		port: number,
	): number => {
		if (fault === undefined) return port;
		if (fault.from === "here" && from === "everywhere") return port;
		if (fault.fault === "refuse") return CLOSED_PORT;
		if (fault.fault === "drop") return blackHole.port;
		return fault.fault === "reset" ? resetter : port;
	};
	const add = async (site: Site, behave: Behaviour): Promise<void> => {
		const fault = faults[site.names[0] ?? ""];
		const names = site.names.flatMap((name) => [
			name,
			...(name in alsoCalled ? [alsoCalled[name] ?? ""] : []),
		]);
		const listen = async (port: number, tls: Site["tls"]): Promise<void> => {
			const credentials = credentialsFor(
				names,
				"trusted",
				fault?.fault === "expired" ? new Date(Date.UTC(2021, 0, 1)) : undefined,
			);
			const server = await listeners.start(
				openServer(behave, tls && { credentials, speaks: tls }),
			);
			for (const ip of site.ips)
				endpoints.push({
					ip,
					port,
					at: portFor(fault, "everywhere", server),
					atFromHere: portFor(fault, "here", server),
				});
		};
		await listen(80, undefined);
		if (site.tls !== undefined) await listen(443, site.tls);
		if (fault?.fault !== "no_name")
			for (const name of names) zone.set(name, site.ips);
	};

	for (const site of [...SITES, ...INNOCENTS])
		await add(site, siteBehaviour(site, faults[site.names[0] ?? ""]));
	await add(DOH, dohBehaviour(zone));
	const internet: Internet = {
		zone,
		endpoints,
		blackHole,
		close: () => listeners.close(),
	};
	await add(
		HELPER,
		helperIsDown
			? () => ({ status: 503, headers: {}, body: "" })
			: helperBehaviour(vantageElsewhere(internet), nowMs),
	);
	await add(PROVIDER.blockPage, () => blockPage("block"));
	await add(PROVIDER.portal, ({ host }) => sitePage(host, 0));
	return internet;
}

/** Where no censor is: every name and address as it is. */
export function vantageElsewhere({
	zone,
	endpoints,
	blackHole,
}: Pick<Internet, "zone" | "endpoints" | "blackHole">): Vantage {
	return realVantage({
		ca: TRUSTED_ROOT,
		permits: isEmulatedAddress,
		async systemLookup(hostname) {
			const addresses = zone.get(hostname);
			if (addresses === undefined)
				throw Object.assign(new Error(hostname), { code: "ENOTFOUND" });
			return { addresses };
		},
		route: (endpoint) => ({
			host: "127.0.0.1",
			port: portOf(endpoints, endpoint, "at") ?? blackHole.port,
		}),
	});
}

/** The port of an endpoint's server; a known address without one refuses; undefined: nobody has the address. */
export function portOf(
	endpoints: readonly InternetEndpoint[],
	{ ip, port }: { readonly ip: string; readonly port: number },
	view: "at" | "atFromHere",
): number | undefined {
	const atAddress = endpoints.filter((one) => one.ip === ip);
	if (atAddress.length === 0) return undefined;
	return atAddress.find((one) => one.port === port)?.[view] ?? CLOSED_PORT;
}
