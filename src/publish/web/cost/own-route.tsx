/**
 * Takes a firm's own figures, as a form's body. They are read, shown once and
 * forgotten. The answer may be kept by nobody, a body that is not exactly that
 * form is refused, and nothing of it is logged.
 */
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import {
	type Answer,
	notFound,
	type PageRequest,
	unreadable,
} from "../answers/answer.ts";
import type { PageDeps } from "../site-deps.ts";
import { loadCost } from "./cost-answer.tsx";
import { ownFieldsIn, readCostQuery, textsOf } from "./cost-query.ts";
import { OwnNotePage, readOwnForm } from "./own-note.tsx";

/** Four short fields. */
const MAX_BODY_BYTES = 1000;

export function addOwnLoss(
	app: Hono,
	deps: PageDeps,
	site: {
		requestOf(c: Context): PageRequest;
		send(c: Context, answer: Answer): Promise<Response>;
	},
): void {
	const refuse = (c: Context, status: 413 | 415) => {
		c.header("Cache-Control", "no-store");
		return site.send(c, {
			kind: "problem",
			problem: {
				status,
				title: "This is not the form of this page",
				text: `Only the form of a firm's own figures is taken here, and at most ${MAX_BODY_BYTES} bytes of it.`,
			},
		});
	};
	app.post(
		"/cost",
		bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => refuse(c, 413) }),
		async (c) => {
			const type = c.req.header("content-type")?.split(";")[0]?.trim();
			if (type !== "application/x-www-form-urlencoded") return refuse(c, 415);
			c.header("Cache-Control", "no-store");
			return site.send(
				c,
				await answerOwnLoss(deps, site.requestOf(c), await c.req.text()),
			);
		},
	);
}

async function answerOwnLoss(
	deps: PageDeps,
	request: PageRequest,
	body: string,
): Promise<Answer> {
	const { costs } = deps;
	if (costs === undefined) return notFound;
	const read = readOwnForm(body);
	if (read === undefined)
		return unreadable("It sends another form than the one of this page.");
	const texts = textsOf(request);
	const asked = readCostQuery(texts, deps.services);
	if (asked.kind !== "asked" || ownFieldsIn(request).length > 0)
		return unreadable("Its address describes no event.");
	const view = await loadCost(deps, costs, request, texts, asked.query);
	if ("kind" in view) return view;
	return {
		kind: "page",
		...("faults" in read ? { status: 400 } : {}),
		page: {
			title: "Note of a firm's loss",
			description: "A firm's own loss, by its own figures.",
			emulated: view.emulated,
			children: <OwnNotePage view={view} read={read} now={deps.clock()} />,
		},
	};
}
