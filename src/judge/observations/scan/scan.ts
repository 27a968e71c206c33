/**
 * A record as its readers need it, read in one pass by the scanning program.
 * Same facts as by JSON.parse, which reads whatever is not scanned: records
 * that are not UTF-8, larger than any honest one, nested without end, or of
 * tests that ask for more than the shapes name.
 */
import { isUtf8 } from "node:buffer";
import type { Row } from "../fields.ts";
import { scanBytes } from "./cells.ts";
import { readScanned, record } from "./shapes.ts";

/**
 * What facts need of a record; undefined where JSON.parse has to read it, or
 * say that it is none. Bodies of answers come as bytes, which the next scan
 * overwrites.
 */
export function scanRecord(bytes: Uint8Array): Row | undefined {
	if (!isUtf8(bytes)) return undefined;
	const cell = scanBytes(bytes, record);
	return cell === undefined ? undefined : readScanned(cell);
}
