/** The API as a Hono application: operations become addresses, values become answers. */
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { isLoopback, messageOf, sha256Hex } from "../../base/index.ts";
import { cacheQueries } from "../../store/index.ts";
import { LICENCES, licenceText } from "../terms/index.ts";
import type { ApiDeps, Asked, InnerDeps } from "./api-deps.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { allPages, FILE_TYPES, type FileFormat, writeFile } from "./files.ts";
import { openApiDocument } from "./openapi.ts";
import type {
	ItemOperation,
	ListOperation,
	Operation,
	Row,
} from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { type Format, readParams } from "./parameters.ts";
import {
	ApiProblem,
	PROBLEMS,
	type ProblemExtra,
	type ProblemName,
	problemDetails,
} from "./problems.ts";
import { createRateLimit, type RateLimit } from "./rate-limit.ts";
import { columnsOf } from "./rows.ts";

/** What the site that the API is part of knows of a request. */
export interface ApiMount {
	/** The reader sits at this machine (DESIGN section 4: emulated data go no further). */
	mayShowEmulated(c: Context): boolean;
}

/** Any page may read, and sees the headers that say how to go on. */
const HEADERS: Readonly<Record<string, string>> = {
	"Access-Control-Allow-Origin": "*",
	"Access-Control-Expose-Headers":
		"ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Content-Location",
	"Cross-Origin-Resource-Policy": "cross-origin",
	"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
	"X-Content-Type-Options": "nosniff",
	"Referrer-Policy": "no-referrer",
};
const MAX_ADDRESS_LENGTH = 8000;

/** Makes the API. It holds nothing but counts of a minute and the answers of small questions. */
export function createApi(given: ApiDeps, mount: ApiMount): Hono {
	const deps: InnerDeps = { ...given, cached: cacheQueries(given.reader) };
	const limit = createRateLimit(deps.pointsPerMinute, deps.clock);
	const document = JSON.stringify(openApiDocument(deps));
	const app = new Hono({ strict: true });
	for (const root of ["/api/*", "/ooni/*"]) {
		app.use(root, compress({ encoding: "gzip" }));
		app.use(root, async (c, next) => {
			await next();
			for (const [name, value] of Object.entries(HEADERS))
				c.res.headers.set(name, value);
			if (!c.res.headers.has("Cache-Control"))
				c.res.headers.set(
					"Cache-Control",
					c.res.status < 400 ? "public, max-age=60" : "no-store",
				);
		});
		app.options(root, (c) =>
			c.body(null, 204, {
				"Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
				"Access-Control-Allow-Headers": "If-None-Match",
				"Access-Control-Max-Age": "86400",
			}),
		);
	}
	app.get("/api/v1", (c) => c.redirect("/api/v1/openapi.json", 302));
	app.get("/api/v1/openapi.json", (c) =>
		textAnswer(c, "application/json", document),
	);
	for (const operation of OPERATIONS)
		app.get(operation.path.replaceAll(/\{(\w+)\}/g, ":$1"), (c) =>
			answerOperation(c, operation, { deps, limit, mount }),
		);
	for (const root of ["/api/*", "/ooni/*"])
		app.all(root, (c) =>
			["GET", "HEAD"].includes(c.req.method)
				? problemAnswer(c, "not-found")
				: problemAnswer(c, "method-not-allowed"),
		);
	return app;
}

interface House {
	readonly deps: InnerDeps;
	readonly limit: RateLimit;
	readonly mount: ApiMount;
}

async function answerOperation(
	c: Context,
	operation: Operation,
	{ deps, limit, mount }: House,
): Promise<Response> {
	const spent = limit.spend(addressOf(c), operation.points);
	c.header("RateLimit-Policy", `"points";q=${limit.pointsPerMinute};w=60`);
	c.header("RateLimit", `"points";r=${spent.left};t=${spent.resetSeconds}`);
	try {
		if (!spent.allowed)
			throw new ApiProblem("too-many-requests", {
				retryAfterSeconds: spent.resetSeconds,
			});
		if (c.req.url.length > MAX_ADDRESS_LENGTH)
			throw new ApiProblem("invalid-parameter", {
				detail: `Addresses here have at most ${MAX_ADDRESS_LENGTH} characters.`,
			});
		const asked: Asked = {
			deps,
			mayShowEmulated: mount.mayShowEmulated(c),
			asker: spent.asker,
			url: new URL(c.req.url),
			signal: c.req.raw.signal,
		};
		const params = readParams(
			operation.params,
			c.req.param(),
			asked.url.searchParams,
		);
		return operation.kind === "list"
			? await answerList(c, operation, asked, params)
			: await answerItem(c, operation, asked, params);
	} catch (error) {
		if (error instanceof ApiProblem)
			return problemAnswer(c, error.problem, error.extra);
		deps.log("error", "api_failed", {
			path: c.req.path,
			message: messageOf(error),
		});
		return problemAnswer(c, "fault");
	}
}

async function answerItem(
	c: Context,
	operation: ItemOperation,
	asked: Asked,
	params: Record<string, unknown>,
): Promise<Response> {
	const { value, text, location, fileName } = await operation.read(
		asked,
		params as never,
	);
	if (location !== undefined) c.header("Content-Location", location);
	const { type, body } = text ?? {
		type: "application/json",
		body: JSON.stringify(value),
	};
	if (fileName !== undefined)
		c.header(
			"Content-Disposition",
			`attachment; filename="${fileName}.${type === "text/csv" ? "csv" : "json"}"`,
		);
	return textAnswer(c, type, body);
}

async function answerList(
	c: Context,
	operation: ListOperation,
	asked: Asked,
	params: Record<string, unknown>,
): Promise<Response> {
	const { format, limit, cursor } = params as {
		readonly format: Format;
		readonly limit: number;
		readonly cursor?: string;
	};
	const listing = await operation.read(asked, params as never);
	const from = cursor === undefined ? undefined : readCursor(cursor);
	const licences = await listing.licences();
	const licence = licenceText(licences);
	const isEmulated = listing.world === "emulated";
	for (const id of licences) {
		const { url } = LICENCES[id];
		if (url) c.header("Link", `<${url}>; rel="license"`, { append: true });
	}
	if (format === "json") {
		const page = await listing.page(from, limit);
		const next = page.next && nextAddress(asked.url, writeCursor(page.next));
		if (next) c.header("Link", `<${next}>; rel="next"`, { append: true });
		const fields = Object.keys(operation.row.shape);
		return textAnswer(
			c,
			"application/json",
			JSON.stringify({
				licence,
				emulated: isEmulated,
				items: page.items.map((row) => withFields(row, fields)),
				next: next ?? null,
			}),
		);
	}
	const tag = `W/"${sha256Hex(
		JSON.stringify([
			asked.url.href,
			asked.deps.version,
			licence,
			await listing.stamp(),
		]),
	).slice(0, 24)}"`;
	c.header("ETag", tag);
	if (isKnown(c, tag)) return c.body(null, 304);
	c.header(
		"Content-Disposition",
		`attachment; filename="${isEmulated ? "emulated-" : ""}${operation.path.split("/").at(-1)}.${format}"`,
	);
	return c.body(
		streamOf(
			writeFile(
				format,
				{ columns: columnsOf(operation.row), licence, isEmulated },
				allPages(listing, from),
			),
			(error) =>
				asked.deps.log("error", "api_file_broken_off", {
					path: c.req.path,
					message: messageOf(error),
				}),
		),
		200,
		{ "Content-Type": contentType(FILE_TYPES[format satisfies FileFormat]) },
	);
}

/** Every field of the row's schema, null where nothing is known, and no other. */
function withFields(row: Row, fields: readonly string[]): Row {
	return Object.fromEntries(fields.map((name) => [name, row[name] ?? null]));
}

function nextAddress(url: URL, cursor: string): string {
	const next = new URL(url);
	next.searchParams.set("cursor", cursor);
	return next.pathname + next.search;
}

const contentType = (type: string): string =>
	type.startsWith("text/") ? `${type}; charset=utf-8` : type;

/** A text with its ETag; 304 where the reader has it. */
function textAnswer(c: Context, type: string, body: string): Response {
	const tag = `W/"${sha256Hex(body).slice(0, 24)}"`;
	c.header("ETag", tag);
	if (isKnown(c, tag)) return c.body(null, 304);
	return c.body(body, 200, { "Content-Type": contentType(type) });
}

function isKnown(c: Context, tag: string): boolean {
	const known = c.req.header("If-None-Match");
	return known?.split(/\s*,\s*/).includes(tag) ?? false;
}

function problemAnswer(
	c: Context,
	name: ProblemName,
	extra: ProblemExtra = {},
): Response {
	const details = problemDetails(name, extra);
	if (extra.retryAfterSeconds !== undefined)
		c.header("Retry-After", String(extra.retryAfterSeconds));
	if (name === "method-not-allowed") c.header("Allow", "GET, HEAD, OPTIONS");
	return c.body(JSON.stringify(details), PROBLEMS[name].status, {
		"Content-Type": "application/problem+json",
	});
}

/** Nothing is read before it is wanted, and nothing after the reader has gone. */
function streamOf(
	chunks: AsyncGenerator<Uint8Array>,
	broken: (error: unknown) => void,
): ReadableStream<Uint8Array> {
	return new ReadableStream(
		{
			async pull(controller) {
				try {
					const { done, value } = await chunks.next();
					if (done) controller.close();
					else controller.enqueue(value);
				} catch (error) {
					broken(error);
					controller.error(error);
				}
			},
			async cancel() {
				await chunks.return(undefined);
			},
		},
		{ highWaterMark: 0 },
	);
}

/** The other end; what a proxy of this machine says of it, where there is one. */
function addressOf(c: Context): string {
	const env = c.env as
		| {
				readonly incoming?: {
					readonly socket?: { readonly remoteAddress?: string };
				};
		  }
		| undefined;
	const peer = env?.incoming?.socket?.remoteAddress ?? "";
	if (peer !== "" && !isLoopback(peer)) return peer;
	return c.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim() || peer;
}
