/** What the reports page needs: what it may ask a browser to look at, and where reports go. */
import type {
	Offered,
	VisitorCount,
	VisitorReport,
} from "../../../measure/helper/index.ts";
import type { Service } from "../../../reference/index.ts";

export interface Reporting {
	/** What a visitor's browser looks at, and at what to compare. */
	offeredFor(service: Service): Offered;
	append(report: VisitorReport): Promise<void>;
	/** By country and day. */
	counts(): Promise<readonly VisitorCount[]>;
	/** AS number of an address, 0 where unknown. */
	asnOf(address: string): number;
	/** Reports that one line may send in an hour. */
	readonly perHour: number;
	readonly trustsProxy: boolean;
	/** Whether the emulated country can be chosen: where nobody outside can send. */
	readonly takesEmulated: boolean;
}

/** Most addresses of a service that a browser is asked to look at. */
const MAX_ORIGINS = 4;

/** What can be looked at of a service: its first addresses. */
export function offeredOf(
	{ domains }: Service,
	controls: readonly string[],
): Offered {
	return {
		origins: domains.slice(0, MAX_ORIGINS).map((domain) => `https://${domain}`),
		controls: controls.map((host) => `https://${host}`),
	};
}
