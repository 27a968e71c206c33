export { scanRecord } from "./scan.ts";
