/** `/embed/...`: the chart of a page by itself. What stands at a page's address as `.svg` stands here in a frame's page. */
import type { Context, Hono } from "hono";
import type { Answer, PageRequest, Route } from "../answers/answer.ts";
import { keepLanguage } from "../language/address.ts";
import { currentSpeech } from "../language/speech.ts";
import type { PageDeps } from "../site-deps.ts";
import { EmbedPage } from "./embed-page.tsx";

/** A page with a chart: its address, and the part of it that takes an ending. */
export type EmbeddedPage = readonly [
	address: string,
	lastPart: string,
	route: Route,
];

export function addEmbeds(
	app: Hono,
	deps: PageDeps,
	site: {
		readonly pages: readonly EmbeddedPage[];
		readonly styleAddress: string;
		requestOf(c: Context): PageRequest;
		send(c: Context, answer: Answer): Promise<Response>;
	},
): void {
	for (const [address, lastPart, route] of site.pages)
		app.get(`/embed${address}`, async (c) => {
			const request = site.requestOf(c);
			const answer = await route(deps, {
				...request,
				param: (name) =>
					`${request.param(name)}${name === lastPart ? ".svg" : ""}`,
			});
			switch (answer.kind) {
				case "image":
					return c.html(
						`<!doctype html>${keepLanguage(
							String(
								<EmbedPage
									figure={answer.figure}
									siteName={deps.siteName}
									styleAddress={site.styleAddress}
								/>,
							),
							currentSpeech().language,
						)}`,
					);
				case "redirect":
					return c.redirect(`/embed${answer.to.replace(/\.svg$/, "")}`, 308);
				default:
					return site.send(c, answer);
			}
		});
}
