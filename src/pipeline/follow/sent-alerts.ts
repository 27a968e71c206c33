/** Alerts in the ledger: recorded before they are told, so that none is told twice and none forgotten. */
import type { LedgerDraft } from "../../account/ledger/index.ts";
import {
	type Ledger,
	type LedgerFolders,
	readLedger,
} from "../../store/index.ts";
import type { Alert } from "./alerts.ts";

/** Who writes what no person decides. */
export const FOLLOWER = "rasai";

export async function recordAlerts(
	ledger: Ledger,
	alerts: readonly Alert[],
): Promise<void> {
	await ledger.append(
		alerts.map(
			({ incident, ...body }): LedgerDraft => ({
				kind: "alert",
				subject: incident,
				author: FOLLOWER,
				body,
				texts: {},
			}),
		),
	);
}

/** Every alert of a ledger, in order. */
export async function readAlerts(
	folders: LedgerFolders,
	signal?: AbortSignal,
): Promise<readonly Alert[]> {
	const alerts: Alert[] = [];
	for await (const { entry } of readLedger(folders, signal))
		if (entry.kind === "alert")
			alerts.push({
				incident: entry.subject,
				...(entry.body as Omit<Alert, "incident">),
			});
	return alerts;
}
