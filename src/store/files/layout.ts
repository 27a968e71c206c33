/** Where things stand in a workspace (DESIGN section 4). */
import { join } from "node:path";

export interface WorkspacePaths {
	readonly dir: string;
	readonly version: string;
	readonly lock: string;
	readonly config: string;
	/** Sockets of running programs. */
	readonly run: string;
	readonly archive: string;
	readonly ledger: string;
	readonly derived: string;
	readonly reference: string;
	readonly private: string;
	readonly keys: string;
}

export function workspacePaths(dir: string): WorkspacePaths {
	return {
		dir,
		version: join(dir, "version"),
		lock: join(dir, "lock"),
		config: join(dir, "config.toml"),
		run: join(dir, "run"),
		archive: join(dir, "archive"),
		ledger: join(dir, "ledger"),
		derived: join(dir, "derived"),
		reference: join(dir, "reference"),
		private: join(dir, "private"),
		keys: join(dir, "keys"),
	};
}
