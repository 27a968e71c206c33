/** Where the running server can be opened on this machine, for commands that print links to it. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Workspace } from "../store/index.ts";

const FILE = "site-address";

/** Passkeys belong to a name, so links say `localhost` and not 127.0.0.1. */
const localAddress = (port: number): string => `http://localhost:${port}`;

/** Writes it down; gives what removes it again. */
export async function keepSiteAddress(
	{ paths }: Pick<Workspace, "paths">,
	port: number,
): Promise<() => Promise<void>> {
	const path = join(paths.run, FILE);
	await writeFile(path, localAddress(port), { mode: 0o600 });
	return () => rm(path, { force: true });
}

/** The public address where one is set, else that of the running server, else where one would be. */
export async function siteAddress({
	paths,
	config,
}: Pick<Workspace, "paths" | "config">): Promise<string> {
	if (config.site.address !== "") return config.site.address;
	return readFile(join(paths.run, FILE), "utf8").catch(() =>
		localAddress(config.server.port),
	);
}
