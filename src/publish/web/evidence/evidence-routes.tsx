/** `/evidence`: the verifier as a page, as a file to keep and as a script; heads of the ledger for others to keep. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Hono } from "hono";
import type { KnownHeads } from "../../../account/evidence/index.ts";
import { say } from "../language/speech.ts";
import type { PageContent } from "../pages/layout.tsx";
import { EvidencePage, StandalonePage } from "./evidence-page.tsx";
import { headsFeed } from "./heads-feed.ts";
import { verifierScript } from "./verifier-script.ts";

/** What the site is given for it. */
export interface EvidenceSite {
	/** Where others reach the site; empty where nobody said. */
	readonly address: string;
	heads(): Promise<KnownHeads>;
}

interface EvidenceDeps extends EvidenceSite {
	readonly siteName: string;
	render(page: PageContent): string | Promise<string>;
}

/** Script may run; nothing may be fetched or sent. */
const policyOf = (script: string, style: string): string =>
	`default-src 'none'; script-src ${script}; style-src ${style}; img-src data:; base-uri 'none'; form-action 'none'`;

const HEADERS: Readonly<Record<string, string>> = {
	"Content-Security-Policy": `${policyOf("'self'", "'self'")}; frame-ancestors 'none'`,
	"X-Content-Type-Options": "nosniff",
	"Referrer-Policy": "no-referrer",
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Cache-Control": "public, max-age=60",
};

/** Mounted at `/evidence`. */
export function createEvidence(deps: EvidenceDeps): Hono {
	const verifier = verifierScript();
	const page = readFileSync(new URL("./page.js", import.meta.url), "utf8");
	const inline = `${verifier}${page}`;
	const inlineHash = createHash("sha256").update(inline).digest("base64");
	const standalone = policyOf(`'sha256-${inlineHash}'`, "'none'");
	const app = new Hono({ strict: true });
	app.use(async (c, next) => {
		await next();
		for (const [name, value] of Object.entries(HEADERS))
			if (!c.res.headers.has(name)) c.res.headers.set(name, value);
	});
	app.get("/", (c) =>
		c.html(
			deps.render({
				title: say("frame.evidence"),
				description:
					"Checks a signed evidence file in your own browser, without a connection.",
				emulated: false,
				children: <EvidencePage />,
			}),
		),
	);
	const script = { "Content-Type": "text/javascript; charset=utf-8" };
	app.get("/verify.js", (c) => c.body(verifier, 200, script));
	app.get("/page.js", (c) => c.body(page, 200, script));
	app.get("/verifier.html", (c) => {
		c.header("Content-Security-Policy", standalone);
		return c.html(
			`<!doctype html>${String(
				<StandalonePage
					siteName={deps.siteName}
					script={inline}
					policy={standalone}
				/>,
			)}`,
		);
	});
	app.get("/heads.json", async (c) => c.json(await deps.heads()));
	app.get("/heads.atom", async (c) =>
		c.body(headsFeed(await deps.heads(), deps), 200, {
			"Content-Type": "application/atom+xml; charset=utf-8",
		}),
	);
	return app;
}
