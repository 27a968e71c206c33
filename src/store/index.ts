export * from "./duckdb/index.ts";
export * from "./files/index.ts";
export * from "./queries/index.ts";
export { joinSql, type Sql, type SqlValue, sql } from "./sql.ts";
export * from "./store.ts";
