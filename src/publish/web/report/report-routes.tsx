/** `/report`: a page that names what it would contact, its script, and a form that takes one report a line and day. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { formatInstant } from "../../../base/index.ts";
import {
	addressOfClient,
	createLineBook,
	createRateLimit,
	type Offered,
	readVisitorReport,
} from "../../../measure/helper/index.ts";
import type { Service } from "../../../reference/index.ts";
import { isFromOwnPage } from "../headers.ts";
import { say } from "../language/speech.ts";
import { ProblemPage } from "../pages/problem.tsx";
import type { PageDeps } from "../site-deps.ts";
import type { Reporting } from "./report-deps.ts";
import { ChooseService, ReportForm, Thanks } from "./report-page.tsx";

const MAX_BODY_BYTES = 16_384;
const HOUR_MS = 3_600_000;

export interface ReportDeps extends Pick<PageDeps, "services" | "clock"> {
	readonly reporting: Reporting;
	render(page: {
		readonly title: string;
		readonly children: unknown;
	}): string | Promise<string>;
}

export function createReporting(deps: ReportDeps): Hono {
	const { reporting, services, clock, render } = deps;
	const script = readFileSync(new URL("./report.js", import.meta.url), "utf8");
	const nowMs = (): number => clock().getTime();
	const limit = createRateLimit(nowMs, {
		perWindow: reporting.perHour,
		windowMs: HOUR_MS,
	});
	const lines = createLineBook(nowMs);
	const app = new Hono();
	for (const path of ["/report", "/report.js"])
		app.use(path, async (c, next) => {
			await next();
			for (const [name, value] of Object.entries(HEADERS))
				c.res.headers.set(name, value);
			if (!c.res.headers.has(CSP)) c.res.headers.set(CSP, policyFor());
		});

	app.get("/report.js", (c) =>
		c.body(script, 200, { "Content-Type": "text/javascript; charset=utf-8" }),
	);

	app.get("/report", async (c) => {
		const service = services.get(c.req.query("service") ?? "");
		if (service !== undefined) return formPage(c, service);
		const counts = await reporting.counts();
		return c.html(
			render({
				title: say("frame.report"),
				children: <ChooseService services={services} counts={counts} />,
			}),
		);
	});

	app.post(
		"/report",
		bodyLimit({
			maxSize: MAX_BODY_BYTES,
			onError: (c) => refuse(c, 413, say("form.too_much")),
		}),
		async (c) => {
			if (!isFromOwnPage(c, new URL(c.req.url).origin))
				return refuse(c, 403, say("form.not_ours"));
			const address = addressOfClient(c, reporting.trustsProxy);
			if (!limit.take(address)) return refuse(c, 429, say("report.too_many"));
			const form = await c.req.parseBody();
			const service = services.get(String(form["service"]));
			if (service === undefined)
				return refuse(c, 400, say("report.no_service"));
			const offered = reporting.offeredFor(service);
			const read = readVisitorReport(form, offered, reporting.takesEmulated);
			if ("wrong" in read) return formPage(c, service, read.wrong);
			const hour = new Date(Math.floor(nowMs() / HOUR_MS) * HOUR_MS);
			const receivedAt = formatInstant(hour);
			const about = ["visitor report", service.id, receivedAt.slice(0, 10)];
			const isRepeat = lines.isRepeat(address, randomUUID(), about);
			if (!isRepeat)
				await reporting.append({
					service: service.id,
					asn: reporting.asnOf(address),
					receivedAt,
					...read.value,
				});
			return c.html(
				render({
					title: say("report.thanks"),
					children: <Thanks service={service} isRepeat={isRepeat} />,
				}),
			);
		},
	);
	return app;

	function formPage(c: Context, service: Service, wrong?: string) {
		const offered = reporting.offeredFor(service);
		c.header(CSP, policyFor(offered));
		return c.html(
			render({
				title: say("report.title_of", { service: service.name }),
				children: (
					<ReportForm
						service={service}
						offered={offered}
						takesEmulated={reporting.takesEmulated}
						wrong={wrong}
					/>
				),
			}),
			wrong === undefined ? 200 : 400,
		);
	}

	function refuse(c: Context, status: 400 | 403 | 413 | 429, text: string) {
		const title = say("report.not_taken");
		return c.html(
			render({
				title,
				children: <ProblemPage problem={{ status, title, text }} />,
			}),
			status,
		);
	}
}

const CSP = "Content-Security-Policy";
const HEADERS: Readonly<Record<string, string>> = {
	"Cache-Control": "no-store",
	"X-Content-Type-Options": "nosniff",
	// A form's origin would be hidden from us with no-referrer; other sites are told nothing.
	"Referrer-Policy": "same-origin",
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
};

/** The site's own script, and the addresses that the page names: nothing else can be contacted. */
function policyFor(offered?: Offered): string {
	const origins = offered ? [...offered.origins, ...offered.controls] : [];
	const sockets = origins.map((origin) => origin.replace(/^http/, "ws"));
	const asked = [...origins, ...sockets].join(" ") || "'none'";
	return [
		"default-src 'none'",
		"style-src 'self'",
		"script-src 'self'",
		`img-src ${["'self'", "data:", ...origins].join(" ")}`,
		`connect-src ${asked}`,
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
	].join("; ");
}
