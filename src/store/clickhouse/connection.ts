/** One ClickHouse server over HTTP. What fails says which server and why. */
import type { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { type ClickHouseClient, createClient } from "@clickhouse/client";
import { messageOf, RasaiError } from "../../base/index.ts";
import { type Sql, sqlText } from "../sql.ts";
import type { ClickhouseAddress } from "./address.ts";
import { toClickhouse } from "./dialect.ts";
import { readRows, typeOfValue } from "./values.ts";

export interface Connection {
	/** Address of the server, for messages. */
	readonly server: string;
	/** A named query, in the embedded engine's SQL. */
	query<Row>(
		database: string,
		statement: Sql,
		signal: AbortSignal,
	): Promise<readonly Row[]>;
	/** A statement in ClickHouse's own SQL that gives rows. */
	rows<Row>(statement: string, signal: AbortSignal): Promise<readonly Row[]>;
	/** A statement in ClickHouse's own SQL, with what follows it where something does. */
	run(statement: string, signal: AbortSignal, body?: Readable): Promise<void>;
	close(): Promise<void>;
}

/** What makes answers equal to the embedded engine's. */
const SETTINGS = {
	prefer_column_name_to_alias: 1,
	join_use_nulls: 1,
	cast_string_to_date_time_mode: "best_effort",
	formatdatetime_parsedatetime_m_is_month_name: 0,
	output_format_json_quote_64bit_integers: 1,
	// Subqueries over a cluster are answered whole, and a shard that is missing fails the query.
	distributed_product_mode: "global",
	skip_unavailable_shards: 0,
} as const;

export function connect(
	address: ClickhouseAddress,
	server: string,
	options: { readonly timeoutMs: number; readonly memoryLimitMb: number },
): Connection {
	const client = createClient({
		url: server,
		username: address.user,
		password: address.password,
		application: "rasai",
		request_timeout: options.timeoutMs,
		clickhouse_settings: {
			...SETTINGS,
			max_execution_time: Math.ceil(options.timeoutMs / 1000),
			max_memory_usage: String(options.memoryLimitMb * 1_000_000),
		},
		log: { level: 127 },
	});
	const guard = <Result>(signal: AbortSignal, work: () => Promise<Result>) =>
		guarded(server, signal, work);
	return {
		server,
		query: (database, statement, signal) =>
			guard(signal, async () => {
				const { meta, data } = await answer(client, {
					query: toClickhouse(
						sqlText(statement),
						statement.values.map(typeOfValue),
					),
					query_params: Object.fromEntries(
						statement.values.map((value, at) => [`p${at + 1}`, value]),
					),
					clickhouse_settings: { database },
					abort_signal: signal,
				});
				return readRows(meta, data);
			}),
		rows: (query, signal) =>
			guard(signal, async () => {
				const { meta, data } = await answer(client, {
					query,
					abort_signal: signal,
				});
				return readRows(meta, data);
			}),
		run: (query, signal, body) =>
			guard(signal, async () => {
				const { stream } = await client.exec({
					query,
					abort_signal: signal,
					...(body === undefined ? {} : { values: body }),
				});
				stream.resume();
			}),
		close: () => client.close(),
	};
}

async function answer(
	client: ClickHouseClient,
	asked: Parameters<ClickHouseClient["query"]>[0],
) {
	const result = await client.query({ ...asked, format: "JSONCompact" });
	const { meta = [], data } = await result.json<readonly unknown[]>();
	return { meta, data };
}

/** Failures as errors of ours: stopped, out of time, not reachable, or refused. */
async function guarded<Result>(
	server: string,
	signal: AbortSignal,
	work: () => Promise<Result>,
): Promise<Result> {
	try {
		return await work();
	} catch (cause) {
		if (signal.aborted)
			throw new RasaiError("aborted", "the query was stopped", { cause });
		const message = messageOf(cause);
		if (/Timeout|TIMEOUT_EXCEEDED/.test(`${message} ${typeOf(cause)}`))
			throw new RasaiError("timeout", `${server} took too long`, { cause });
		if (isUnreachable(cause))
			throw new RasaiError("store_unreachable", `${server}: ${message}`, {
				cause,
				hint: "Nothing is answered from part of the data: see that every server of the cluster runs.",
			});
		throw new RasaiError("store_refused", `${server}: ${message}`, { cause });
	}
}

const typeOf = (cause: unknown): string =>
	(cause as { readonly type?: string }).type ?? "";

/** The server, or another of its cluster, does not answer. */
function isUnreachable(cause: unknown): boolean {
	const code = (cause as { readonly code?: string }).code ?? "";
	return (
		/^(ECONN|EPIPE|EHOST|ENET|ENOTFOUND|EAI)/.test(code) ||
		/^(ALL_CONNECTION_TRIES_FAILED|NETWORK_ERROR|SOCKET_TIMEOUT|ALL_REPLICAS_LOST|ATTEMPT_TO_READ_AFTER_EOF)$/.test(
			typeOf(cause),
		) ||
		/socket hang up/.test(messageOf(cause))
	);
}

/** Tries again while a server cannot be reached, waiting twice as long each time. */
export async function persist<Result>(
	tries: number,
	signal: AbortSignal,
	work: () => Promise<Result>,
): Promise<Result> {
	for (let tried = 1; ; tried++)
		try {
			return await work();
		} catch (error) {
			const isLost =
				error instanceof RasaiError && error.code === "store_unreachable";
			if (!isLost || tried >= tries) throw error;
			await wait(250 * 2 ** tried, undefined, { signal });
		}
}
