/** The site as a Hono application: addresses, and what answers them. */
import { readFileSync } from "node:fs";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { getPath } from "hono/utils/url";
import { messageOf, RasaiError, sha256Hex } from "../../base/index.ts";
import { isCountryCode } from "../../reference/index.ts";
import { cacheQueries } from "../../store/index.ts";
import type { Answer, PageRequest, Route } from "./answers/answer.ts";
import { answerTargetCell, answerUnitCell } from "./answers/cell.tsx";
import { answerCountry, answerUpperCase } from "./answers/country.tsx";
import {
	answerDossier,
	answerIncident,
	answerIncidents,
} from "./answers/incident.tsx";
import { answerMeasurement } from "./answers/measurement.tsx";
import { answerNetwork } from "./answers/network.tsx";
import {
	answerAbout,
	answerNow,
	answerNowFile,
	answerRejects,
} from "./answers/plain.tsx";
import { answerRecord } from "./answers/record.tsx";
import { answerService } from "./answers/service.tsx";
import { answerTracks } from "./answers/tracks.ts";
import { createPngPainter } from "./charts/png.ts";
import { answerCost } from "./cost/cost-answer.tsx";
import { addOwnLoss } from "./cost/own-route.tsx";
import { createEditing } from "./edit/editing.tsx";
import { addEmbeds, type EmbeddedPage } from "./embed/embed-routes.tsx";
import { createEvidence } from "./evidence/evidence-routes.tsx";
import { answerExplore } from "./explore/explore-route.tsx";
import { answerSqlPage } from "./explore/sql-route.tsx";
import { FEED_ROUTES } from "./feeds/feed-routes.ts";
import {
	isLoopbackHost,
	MAX_ADDRESS_LENGTH,
	strictHeaders,
} from "./headers.ts";
import { addressIn, keepLanguage, splitLanguage } from "./language/address.ts";
import { isLanguage } from "./language/languages.ts";
import { currentSpeech, speak } from "./language/speech.ts";
import { answerOutlook, answerReliability } from "./outlook/outlook-route.tsx";
import { Layout, type PageContent } from "./pages/layout.tsx";
import {
	NO_PNG,
	NOT_FOUND,
	OUR_FAULT,
	type Problem,
	ProblemPage,
} from "./pages/problem.tsx";
import { createReporting } from "./report/report-routes.tsx";
import { answerSignal } from "./signals/signal-route.ts";
import type { PageDeps, SiteDeps } from "./site-deps.ts";
import { createSubscribe } from "./subscribe/subscribe-routes.tsx";

const ENDING = "(?:\\.(?:csv|json|svg|png))?";
const DAY = "20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]";

/** Addresses and what answers them, the first that fits. */
const ROUTES: readonly (readonly [address: string, route: Route])[] = [
	...FEED_ROUTES,
	["/", answerNow],
	["/:file{now\\.(?:csv|json)}", answerNowFile],
	["/about", answerAbout],
	["/:file{rejects(?:\\.(?:csv|json))?}", answerRejects],
	["/:file{incidents(?:\\.(?:csv|json))?}", answerIncidents],
	["/:file{cost(?:\\.(?:csv|json))?}", answerCost],
	["/incident/:id", answerIncident],
	[`/incident/:id/:file{tracks${ENDING}}`, answerTracks],
	["/incident/:id/:file{dossier\\.(?:pdf|html|md|json)}", answerDossier],
	["/:file{explore(?:\\.(?:csv|json|svg|png))?}", answerExplore],
	["/explore/sql", answerSqlPage],
	["/service/:service", answerService],
	["/measurement/:uid", answerMeasurement],
	[`/:cc{[a-z][a-z]${ENDING}}`, answerCountry],
	["/:cc{[A-Z][A-Z]}", answerUpperCase],
	["/:cc{[a-z][a-z]}/:file{record(?:\\.(?:csv|json))?}", answerRecord],
	["/:cc{[a-z][a-z]}/:file{outlook(?:\\.(?:csv|json|ics))?}", answerOutlook],
	[`/:cc{[a-z][a-z]}/outlook/:file{reliability${ENDING}}`, answerReliability],
	[`/:cc{[a-z][a-z]}/signals/:signal{[a-z0-9-]+${ENDING}}`, answerSignal],
	[
		`/:cc{[a-z][a-z]}/:asn{as[0-9]+}/signals/:signal{[a-z0-9-]+${ENDING}}`,
		answerSignal,
	],
	[`/:cc{[a-z][a-z]}/:asn{as[0-9]+${ENDING}}`, answerNetwork],
	[
		`/:cc{[a-z][a-z]}/:asn{as[0-9]+}/:day{${DAY}(?:\\.(?:csv|json))?}`,
		answerUnitCell,
	],
	[
		`/:cc{[a-z][a-z]}/:asn{as[0-9]+}/:day{${DAY}}/:target{.+}`,
		answerTargetCell,
	],
];

/** Pages whose chart can be framed by others. */
const EMBEDDED: readonly EmbeddedPage[] = [
	["/:file{explore}", "file", answerExplore],
	["/:cc{[a-z][a-z]}/outlook/:file{reliability}", "file", answerReliability],
	["/:cc{[a-z][a-z]}/signals/:signal{[a-z0-9-]+}", "signal", answerSignal],
	[
		"/:cc{[a-z][a-z]}/:asn{as[0-9]+}/signals/:signal{[a-z0-9-]+}",
		"signal",
		answerSignal,
	],
	["/incident/:id", "id", answerIncident],
	["/incident/:id/:file{tracks}", "file", answerTracks],
	["/service/:service", "service", answerService],
	["/:cc{[a-z][a-z]}", "cc", answerCountry],
	["/:cc{[a-z][a-z]}/:asn{as[0-9]+}", "asn", answerNetwork],
];

/** Makes the site. It holds nothing but the answers of queries, for as long as they are good. */
export function createSite(given: SiteDeps): Hono {
	const deps: PageDeps = { ...given, reader: cacheQueries(given.reader) };
	const style = ["frame", "parts", "forms", "outlook", "language"]
		.map((name) =>
			readFileSync(new URL(`./style/${name}.css`, import.meta.url), "utf8"),
		)
		.join("\n");
	const styleAddress = `/site.css?v=${sha256Hex(style).slice(0, 8)}`;
	const app = new Hono({
		strict: true,
		getPath: (request) => splitLanguage(getPath(request)).path,
	});
	const render = async (page: PageContent): Promise<string> =>
		`<!doctype html>${keepLanguage(
			String(
				<Layout
					{...page}
					siteName={deps.siteName}
					address={deps.address}
					styleAddress={styleAddress}
					followed={await deps.followed()}
					outdatedDays={await deps.outdatedDays?.()}
					takesReports={deps.reporting !== undefined}
					checksEvidence={deps.evidence !== undefined}
					now={deps.clock()}
				/>,
			),
			currentSpeech().language,
		)}`;
	const problemPage = (c: Context, problem: Problem) =>
		c.html(
			render({
				title: problem.title,
				description: problem.text,
				emulated: false,
				isProblem: true,
				children: <ProblemPage problem={problem} />,
			}),
			problem.status,
		);

	const painter = createPngPainter();
	const sendPng = async (c: Context, svg: string): Promise<Response> => {
		try {
			return c.body(Uint8Array.from(await painter.paint(svg)), 200, {
				"Content-Type": "image/png",
			});
		} catch (error) {
			if (error instanceof RasaiError && error.code === "png_unavailable")
				return problemPage(c, NO_PNG);
			throw error;
		}
	};

	const send = async (c: Context, answer: Answer): Promise<Response> => {
		switch (answer.kind) {
			case "page":
				return c.html(render(answer.page), answer.status ?? 200);
			case "csv":
				return sendText(c, "text/csv", answer.text);
			case "json":
				return sendText(c, "application/json", JSON.stringify(answer.value));
			case "text":
				return sendText(c, answer.mediaType, answer.text);
			case "image":
				return answer.ending === "svg"
					? sendText(c, "image/svg+xml", answer.figure.svg())
					: sendPng(c, answer.figure.svg());
			case "file":
				c.header(
					"Content-Disposition",
					`attachment; filename="${answer.name}"`,
				);
				return c.body(
					typeof answer.content === "string"
						? answer.content
						: Uint8Array.from(answer.content),
					200,
					{ "Content-Type": answer.mediaType },
				);
			case "redirect":
				return c.redirect(answer.to, 308);
			case "problem":
				return problemPage(c, answer.problem);
			default:
				return answer satisfies never;
		}
	};

	app.use(speakAsAsked(deps.marksMissingWords ?? false));
	if (deps.editing)
		app.route(
			"/",
			createEditing({
				...deps,
				editing: deps.editing,
				render: ({ title, children }) =>
					render({ title, description: title, emulated: false, children }),
			}),
		);
	if (deps.evidence)
		app.route(
			"/evidence",
			createEvidence({ ...deps.evidence, siteName: deps.siteName, render }),
		);
	if (deps.reporting)
		app.route(
			"/",
			createReporting({
				...deps,
				reporting: deps.reporting,
				render: ({ title, children }) =>
					render({ title, description: title, emulated: false, children }),
			}),
		);
	app.route(
		"/",
		createSubscribe({
			...deps,
			subscribing: deps.subscribing,
			render: ({ title, children }) =>
				render({ title, description: title, emulated: false, children }),
		}),
	);
	const requestOf = (c: Context): PageRequest => ({
		param: (name) => c.req.param(name) ?? "",
		query: (name) => c.req.query(name),
		mayShowEmulated: isLocal(c) && !deps.listensBeyondLoopback,
	});
	if (deps.api)
		app.route(
			"/",
			deps.api({ mayShowEmulated: (c) => requestOf(c).mayShowEmulated }),
		);
	app.use(strictHeaders);
	app.use(async (c, next) => {
		const { pathname, search } = new URL(c.req.url);
		if (pathname.length + search.length > MAX_ADDRESS_LENGTH)
			return problemPage(c, {
				status: 414,
				title: "This address is too long",
				text: `Addresses here have at most ${MAX_ADDRESS_LENGTH} characters.`,
			});
		return next();
	});
	addOwnLoss(app, deps, { requestOf, send });
	app.use(compress({ encoding: "gzip" }));
	app.use(etag({ weak: true }));
	app.use(async (c, next) => {
		if (c.req.method === "GET" || c.req.method === "HEAD") return next();
		c.header("Allow", "GET, HEAD");
		return problemPage(c, {
			status: 405,
			title: "Only reading is possible",
			text: "Pages of this site can be read and nothing else.",
		});
	});
	app.get("/site.css", (c) => {
		c.header("Cache-Control", "public, max-age=31536000, immutable");
		return c.body(style, 200, { "Content-Type": "text/css; charset=utf-8" });
	});
	addEmbeds(app, deps, { pages: EMBEDDED, styleAddress, requestOf, send });
	for (const [address, route] of ROUTES)
		app.get(address, async (c) => send(c, await route(deps, requestOf(c))));
	app.notFound((c) => problemPage(c, NOT_FOUND));
	app.onError((error, c) => {
		deps.log("error", "page_failed", {
			path: c.req.path,
			message: messageOf(error),
		});
		return problemPage(c, OUR_FAULT);
	});
	return app;
}

/** Answers in the language that the address names, and keeps redirects in it. */
function speakAsAsked(marksMissing: boolean): MiddlewareHandler {
	return async (c, next) => {
		const { pathname, search } = new URL(c.req.url);
		const asked = pathname.slice(1);
		// A language that is no country's code too; the other first pages are at `/tr/`.
		if (isLanguage(asked) && !isCountryCode(asked.toUpperCase()))
			return c.redirect(asked === "en" ? "/" : `/${asked}/`, 308);
		const { language, path } = splitLanguage(pathname);
		await speak({ language, address: path + search, marksMissing }, next);
		const to = c.res.headers.get("Location");
		if (to?.startsWith("/") && !to.startsWith("//"))
			c.header("Location", addressIn(language, to));
		if (c.res.headers.get("Content-Type")?.startsWith("text/html"))
			c.header("Content-Language", language);
		return undefined;
	};
}

function sendText(c: Context, type: string, text: string): Response {
	return c.body(text, 200, { "Content-Type": `${type}; charset=utf-8` });
}

/** What proxies add to a request that they hand on. */
const FORWARDED = [
	"forwarded",
	"via",
	"x-forwarded-for",
	"x-forwarded-host",
	"x-real-ip",
];

/** The request was made to this machine by name and handed on by nobody. */
function isLocal(c: Context): boolean {
	return (
		isLoopbackHost(new URL(c.req.url).hostname) &&
		FORWARDED.every((name) => c.req.header(name) === undefined)
	);
}
