import type { Reader } from "../duckdb/index.ts";

/** What a named query needs of a reader. */
export type QueryReader = Pick<Reader, "query">;
