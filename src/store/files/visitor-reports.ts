/** What visitors of the pages said (P2: durable), a line each, in a file a day. No finding is made from it. */
import { mkdir, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { VisitorReport } from "../../measure/helper/index.ts";
import { cutTail, endOfLines } from "./cut-tail.ts";
import type { WorkspacePaths } from "./layout.ts";
import { linesOf } from "./submission-segments.ts";
import type { Workspace } from "./workspace.ts";

export interface VisitorReports {
	/** Resolves once the report survives a power cut. */
	append(report: VisitorReport): Promise<void>;
	/** Those of the newest days, as many as are shown. */
	recent(): Promise<readonly VisitorReport[]>;
}

const SHOWN_DAYS = 14;

export const visitorReportsFolder = ({
	archive,
}: Pick<WorkspacePaths, "archive">): string => join(archive, "visitor-reports");

/** Opens those of a workspace that is held for writing. */
export async function openVisitorReports(
	workspace: Pick<Workspace, "paths" | "assertWritable">,
): Promise<VisitorReports> {
	const folder = visitorReportsFolder(workspace.paths);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const list = async (): Promise<readonly string[]> =>
		(await readdir(folder))
			.filter((name) => name.endsWith(".jsonl"))
			.sort()
			.slice(-SHOWN_DAYS)
			.map((name) => join(folder, name));
	for (const path of await list())
		await cutTail(path, await endOfLines(path), join(folder, "cut"));
	let turn: Promise<void> = Promise.resolve();
	return {
		append(report) {
			const written = turn.then(async () => {
				await workspace.assertWritable();
				const day = report.receivedAt.slice(0, 10);
				const handle = await open(join(folder, `${day}.jsonl`), "a", 0o600);
				try {
					await handle.appendFile(`${JSON.stringify(report)}\n`);
					await handle.datasync();
				} finally {
					await handle.close();
				}
			});
			turn = written.catch(() => {});
			return written;
		},
		async recent() {
			const reports: VisitorReport[] = [];
			for (const path of await list())
				for await (const line of linesOf(path))
					reports.push(JSON.parse(line) as VisitorReport);
			return reports;
		},
	};
}
