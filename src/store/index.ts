/**
 * What is kept. Durable files (`files/`): workspace, lock, raw archive, ledger,
 * reference snapshots, settings. Derived tables (`duckdb/`): facts and verdicts
 * come in as records, immutable partitions go on the disk, named queries
 * (`queries/`) give rows back. Everything derived can be deleted and comes back
 * the same, byte for byte. Serves P2, P3, P5, P7 and P8.
 *
 * `clickhouse/` is loaded from the judged partitions and answers the same
 * queries through the same `Reader`; `tests/cluster` holds both to equal rows.
 */

export * from "./clickhouse/index.ts";
export { columnOf } from "./columns.ts";
export * from "./console/index.ts";
export * from "./duckdb/index.ts";
export * from "./files/index.ts";
export * from "./queries/index.ts";
export { SESSION, SOFTWARE } from "./session.ts";
export { joinSql, type Sql, type SqlValue, sql } from "./sql.ts";
export * from "./store.ts";
