/** `/explore/sql`: a question in SQL and its rows. */
import type { SqlAnswer, SqlConsole } from "../../../store/index.ts";
import { emulatedRefused, notFound, type Route } from "../answers/answer.ts";
import { SqlPage } from "./sql-page.tsx";

/** Questions from the page share one place: the API tells addresses apart, pages do not. */
const PAGE_ASKER = "the page";

export const answerSqlPage: Route = async (deps, request) => {
	const { console } = deps;
	if (console === undefined) return notFound;
	const query = request.query("query")?.trim() ?? "";
	const emulated = request.query("world") === "emulated";
	if (emulated && !request.mayShowEmulated) return emulatedRefused;
	return {
		kind: "page",
		page: {
			title: "Ask in SQL",
			description: "One question in SQL on the public tables.",
			emulated,
			children: (
				<SqlPage
					console={console}
					query={query}
					emulated={emulated}
					mayShowEmulated={request.mayShowEmulated}
					answer={
						query === "" ? undefined : await answerOf(console, query, emulated)
					}
				/>
			),
		},
	};
};

function answerOf(
	console: SqlConsole,
	query: string,
	emulated: boolean,
): Promise<SqlAnswer> {
	return console.ask({
		query,
		world: emulated ? "emulated" : "real",
		asker: PAGE_ASKER,
	});
}
