/**
 * Questions in SQL from strangers. A question comes in as text; rows, or the
 * reason why not, come out. Each runs in a process of its own, with a DuckDB
 * of its own that sees the public views and nothing else: no files, no
 * network, no settings, no private store. It is killed at its limits (P7).
 */
export * from "./console.ts";
export { PUBLIC_TABLES, type PublicTable } from "./public-tables.ts";
