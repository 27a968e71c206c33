/** One page of every kind that the site has, over a seeded fill: what is checked for all pages is checked on these. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	addEditor,
	cacheRecord,
	createPasskeys,
	type ShownSignal,
} from "../../src/pipeline/index.ts";
import { type ServedSite, serveSite } from "../../src/publish/web/index.ts";
import {
	createWorkspace,
	Ledger,
	openWorkspace,
} from "../../src/store/index.ts";
import { fillCountry } from "./fill.ts";
import { FILL_NOW, openFilledSite } from "./filled-site.ts";
import { blockOfX } from "./incidents.ts";
import { readShippedCosts } from "./shipped-costs.ts";

/** Under names that pictures are kept by. */
export const EVERY_PAGE: readonly (readonly [name: string, path: string])[] = [
	["now", "/"],
	["now-urdu", "/ur/"],
	["country", "/pk"],
	["country-urdu", "/ur/pk"],
	["country-emulated", "/qz"],
	["country-recorded", "/in"],
	["record", "/pk/record"],
	["record-dossiers", "/pk/record?of=dossiers"],
	["outlook", "/pk/outlook?kind=cut&days=30"],
	["network", "/pk/as64499"],
	["service", "/service/x"],
	["service-country", "/service/x?cc=pk"],
	["incidents", "/incidents?cc=pk"],
	["incident", "/incident/pk-x-2026-01-30"],
	["incident-revision", "/incident/pk-x-2026-01-30?revision=1"],
	["incident-documented", "/incident/PK-2006-02-28-blogspot"],
	["cost", "/cost"],
	["cost-incident", "/cost?incident=pk-x-2026-01-30"],
	["cell", "/pk/as64497/2026-03-01?service=x&function=web"],
	["target", "/pk/as64497/2026-03-01/signal/chat"],
	["measurement", "/measurement/202620260301.0_PK_64497_xcom"],
	["explore", "/explore"],
	[
		"explore-found",
		"/explore?cc=pk&service=x&since=2026-02-01&until=2026-02-28",
	],
	["embed", "/embed/pk"],
	["embed-tracks", "/embed/incident/pk-x-2026-01-30/tracks"],
	["embed-signal", "/embed/pk/signals/ioda-bgp"],
	["embed-reliability", "/embed/pk/outlook/reliability?kind=cut"],
	["report", "/report?service=x"],
	["subscribe", "/subscribe?cc=pk"],
	["evidence", "/evidence"],
	["rejects", "/rejects"],
	["about", "/about"],
	["not-found", "/nowhere"],
	["sign-in", "/edit"],
];
/** For those who have signed in. */
export const EDITORS_PAGES: readonly (readonly [name: string, path: string])[] =
	[
		["edit", "/edit"],
		["edit-new", "/edit/new?type=statement"],
	];

export interface EveryPage {
	readonly served: ServedSite;
	readonly app: Awaited<ReturnType<typeof openFilledSite>>["app"];
	/** A link that signs an editor in, once. */
	signInLink(): string;
	close(): Promise<void>;
}

export async function openEveryPage(): Promise<EveryPage> {
	const dir = await mkdtemp(join(tmpdir(), "rasai-every-page-"));
	await createWorkspace(dir);
	const clock = () => FILL_NOW;
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock,
		program: "test",
	});
	const { paths } = workspace;
	const fill = (cc: string, endedDaysAgo: number) =>
		fillCountry({
			cc,
			seed: 7,
			networkCount: 30,
			lastOn: "2026-03-01",
			endedDaysAgo,
		});
	const site = await openFilledSite(
		{ real: fill("PK", 0), emulated: fill("QZ", 6) },
		{
			address: "https://rasai.example",
			costs: readShippedCosts(),
			evidence: {
				address: "",
				heads: async () => ({
					schema: "rasai-heads/1",
					heads: [],
					revoked: [],
				}),
			},
			editing: {
				paths,
				record: cacheRecord(paths),
				passkeys: createPasskeys(paths, clock),
				openLedger: () => Ledger.open(workspace),
				address: undefined,
			},
			reporting: {
				offeredFor: ({ domains }) => ({
					origins: domains.slice(0, 2).map((domain) => `https://${domain}`),
					controls: ["https://example.org"],
				}),
				append: async () => {},
				counts: async () => [
					{
						service: "x",
						cc: "PK",
						day: "2026-02-28",
						works: 2,
						fails: 7,
						isSuspicion: true,
					},
				],
				asnOf: () => 64_500,
				perHour: 20,
				trustsProxy: false,
				takesEmulated: true,
			},
			tracks: async () => ({
				title: "Three tracks: X blocked in Pakistan",
				finding: "2 marks of what was said and due.",
				svg: '<svg xmlns="http://www.w3.org/2000/svg" width="700" height="200"><title>Three tracks</title><rect width="700" height="200" fill="#fff"/></svg>',
				marks: [
					{ date: "2026-01-30", lane: "state", mark: "word", exhibit: 1 },
					{ date: "2026-02-01", lane: "orders", mark: "order", exhibit: 2 },
				],
			}),
			signals: async (cc, asn) => ({
				signals: cc === "PK" && asn === null ? [routingOfPakistan()] : [],
				moreCount: 0,
				told: [],
				moreToldCount: 0,
			}),
		},
		[
			blockOfX("PK", 4),
			blockOfX("PK", 12, {
				revision: 2,
				revisedAt: "2026-02-02T10:00:00Z",
				reason: "8 more networks followed.",
			}),
			blockOfX("QZ", 5, { witness: "202620260301.0_QZ_64497_xcom" }),
		],
	);
	const served = await serveSite(site.app, { host: "127.0.0.1", port: 0 });
	return {
		served,
		app: site.app,
		signInLink() {
			const { token } = addEditor(paths, "night-heron", "reviewer", FILL_NOW);
			return `http://localhost:${served.port}/edit/sign-in/${token}`;
		},
		async close() {
			await served.close();
			site.close();
			await workspace.close();
			await rm(dir, { recursive: true });
		},
	};
}

/** Two months by the hour, low in the last of them. */
function routingOfPakistan(): ShownSignal {
	const start = Date.parse("2026-01-01T00:00:00Z") / 1000;
	const count = 24 * 60;
	return {
		key: {
			source: "ioda",
			measure: "bgp",
			unit: "/24 blocks",
			entity: { cc: "PK", area: null, asn: null },
			access: null,
			licence: "their licence",
			trouble: "fall",
			verified: false,
		},
		gauge: "routing",
		stepSeconds: 3600,
		readingCount: count,
		since: start,
		until: start + (count - 1) * 3600,
		points: Array.from({ length: count }, (_, i) => ({
			at: start + i * 3600,
			reading: i < 720 ? 1000 + (i % 24) : 250,
		})),
		changes: [],
	};
}
