/**
 * The second engine, for more than one machine can hold: a ClickHouse server or
 * cluster that answers the same questions. Judged partitions of a workspace are
 * loaded into it (`loadClickhouse`) and read through the same `Reader`
 * (`openClickhouseReader`). Judging stays one code path, so answers are equal
 * (P3), and everything in ClickHouse can be loaded again (P2).
 */
export { type ClickhouseAddress, readClickhouseAddress } from "./address.ts";
export { type LoadSummary, loadClickhouse } from "./load.ts";
export { openClickhouseReader } from "./reader.ts";
export { schemaStatements } from "./tables.ts";
