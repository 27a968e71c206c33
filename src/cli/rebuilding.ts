/** Making everything derived anew, for the command and for `rasai doctor --mend`. */
import { rebuild } from "../pipeline/index.ts";
import type { Args, Context } from "./command.ts";
import { importOptions } from "./commands/import.ts";
import { runDetection } from "./incidents.ts";
import { withTarget } from "./workspace.ts";

/** Deletes everything derived, makes it again from the archive and looks for incidents. */
export function rebuildDerived(context: Context, args?: Args) {
	return withTarget(
		context,
		async (target, workspace) => ({
			summary: await rebuild(target, importOptions(context, workspace, args)),
			detected: await runDetection(context, workspace, {
				progress: context.progress("Detecting"),
			}),
		}),
		{ toRebuild: true },
	);
}
