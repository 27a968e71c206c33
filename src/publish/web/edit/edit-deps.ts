import type { Context } from "hono";
import { type Clock, type Log, RasaiError } from "../../../base/index.ts";
import type {
	Passkeys,
	RecordCache,
	SignedIn,
} from "../../../pipeline/index.ts";
import type { Ledger, WorkspacePaths } from "../../../store/index.ts";

/** What editing needs, beside what the pages need. */
export interface Editing {
	readonly paths: WorkspacePaths;
	readonly record: RecordCache;
	readonly passkeys: Passkeys;
	/** Undefined where another program holds the workspace: entries can then be read and not edited. */
	readonly openLedger: (() => Promise<Ledger>) | undefined;
	/** `https://rasai.example`: where editors reach the site beside this machine. */
	readonly address: string | undefined;
}

/** A page in the site's frame. */
export interface EditPage {
	readonly title: string;
	readonly children: unknown;
}

export interface EditDeps {
	readonly editing: Editing;
	readonly clock: Clock;
	readonly log: Log;
	readonly siteName: string;
	render(page: EditPage): string | Promise<string>;
}

/** What a request is known by, set by the guard before every route. */
export interface EditEnv {
	Variables: {
		origin: string;
		signedIn: SignedIn | undefined;
		/** The fields of a form that was sent. */
		form: Readonly<Record<string, string>>;
	};
}

export type EditContext = Context<EditEnv>;

/** Who is signed in. Throws `usage` where nobody is. */
export function requireSignedIn(c: EditContext): SignedIn {
	const who = c.get("signedIn");
	if (!who) throw new RasaiError("usage", "you are not signed in");
	return who;
}
