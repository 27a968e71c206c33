/**
 * Lists of events by other trackers. What comes in is their parsed JSON; what
 * goes out are entries of the record, and every item that was left out with
 * its reason. Their words stay quotations under their terms. Serves P7, P10
 * and P12.
 */
export { cloudflareAnnotations, readCloudflare } from "./cloudflare.ts";
export { pulseEvents, readPulse } from "./pulse.ts";
export type { TrackerReading } from "./reading.ts";
export { isSflc, readSflc } from "./sflc.ts";
