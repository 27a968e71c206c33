/** What visitors report on the pages, beside a workspace: where it goes, and what their browsers may be asked to look at. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isLoopback } from "../base/index.ts";
import { countVisitorReports } from "../measure/helper/index.ts";
import { parseNetworkLists } from "../measure/probe/index.ts";
import { openReference } from "../pipeline/index.ts";
import { offeredOf, type Reporting } from "../publish/index.ts";
import type { ServiceRegistry } from "../reference/index.ts";
import { openVisitorReports, type Workspace } from "../store/index.ts";
import type { Context } from "./command.ts";

/** Undefined where it is off, and where another program writes into the workspace. */
export async function openReporting(
	context: Context,
	workspace: Workspace,
	services: ServiceRegistry,
): Promise<Reporting | undefined> {
	const { report, server } = workspace.config;
	if (!report.enabled || workspace.mode !== "write") return undefined;
	const lists = parseNetworkLists(
		JSON.parse(
			await readFile(join(context.shipped, "probe", "network.json"), "utf8"),
		),
	);
	const controls = lists.innocents.map(({ hostname }) => hostname);
	const reports = await openVisitorReports(workspace);
	const { asn } = (await openReference(workspace.paths, services)).snapshot;
	return {
		offeredFor: (service) => offeredOf(service, controls),
		append: (one) => reports.append(one),
		counts: async () =>
			countVisitorReports(
				await reports.recent(),
				controls.map((host) => `https://${host}`),
				context.clock(),
			),
		asnOf: (address) => asn.lookup(address),
		perHour: report.perHour,
		trustsProxy: report.trustProxy,
		takesEmulated:
			isLoopback(server.host) &&
			workspace.config.site.address === "" &&
			!report.trustProxy,
	};
}
