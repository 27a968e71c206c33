/** Files of series, read and told: what `rasai series detect` prints. */
export { type Columns, FIELDS, parseColumns } from "./columns.ts";
export * from "./detect.ts";
export * from "./table.ts";
