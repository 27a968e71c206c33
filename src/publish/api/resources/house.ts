/** The house itself: what there is, how it is doing, what it could not read, and under which terms it gives. */
import { z } from "zod";
import { REJECT_REASONS, type RejectReason } from "../../../model/index.ts";
import { SOURCE_STATES, sql } from "../../../store/index.ts";
import { LICENCES } from "../../terms/index.ts";
import { itemOperation, listOperation, type Row } from "../operation.ts";
import * as param from "../parameters.ts";
import { ApiProblem, PROBLEMS, type ProblemName } from "../problems.ts";
import { shortListing } from "./places.ts";

const count = z.int().min(0);
const instant = z.iso.datetime();
const OURS = async () => new Set(["CC-BY-4.0"] as const);

export const getStatus = itemOperation({
	id: "getStatus",
	path: "/api/v1/status",
	tag: "House",
	summary: "Whether the house is well, and how fresh its data are",
	params: z.object({}),
	answerName: "Status",
	answer: z.object({
		status: z
			.enum(["ok", "degraded"])
			.describe(
				"`degraded`: a source that is followed is late or cannot be read, or the follower stands still.",
			),
		siteName: z.string(),
		version: z.string(),
		generation: count.describe("Grows whenever any derived row changed."),
		newestMeasuredAt: instant.nullable().describe("Of real measurements."),
		heartbeatAt: instant
			.nullable()
			.describe("When sources were last looked at."),
		sources: z.array(
			z.object({
				source: z.string(),
				cc: z.string(),
				state: z.enum(SOURCE_STATES),
				checkedAt: instant.nullable(),
				newestAt: instant.nullable(),
				sourceNewestAt: instant.nullable(),
				lagHours: z.number().nullable(),
				since: instant.nullable(),
				problem: z.string(),
			}),
		),
	}),
	problems: [],
	points: 1,
	read: async ({ deps }) => {
		const followed = await deps.followed();
		const [newest] = await deps.cached.query<{ readonly at?: string }>(
			{ world: "real" },
			sql`SELECT max(last_measured_at) AS at FROM sessions`,
		);
		const isStill =
			followed !== undefined &&
			Date.parse(followed.nextAt) < deps.clock().getTime();
		const isIll = followed?.sources.some(({ state }) =>
			["late", "failing", "paused"].includes(state),
		);
		return {
			value: {
				status: isStill || isIll ? "degraded" : "ok",
				siteName: deps.siteName,
				version: deps.version,
				generation: await deps.reader.generation(),
				newestMeasuredAt: newest?.at ?? null,
				heartbeatAt: followed?.heartbeatAt ?? null,
				sources: followed?.sources ?? [],
			},
		};
	},
});

export const listRejectsOperation = listOperation({
	id: "listRejects",
	path: "/api/v1/rejects",
	tag: "House",
	summary: "Input that could not be read, with its place and the reason",
	params: z.object({ ...param.listParams.shape, world: param.world }),
	rowName: "Reject",
	row: z.object({
		file: z.string(),
		fileHash: z.string(),
		member: z.string(),
		line: count.describe("0: the whole file or member."),
		reason: z.enum(Object.keys(REJECT_REASONS) as [RejectReason]),
		message: z.string(),
	}),
	problems: ["emulated-data"],
	points: 1,
	read: (asked, { world: named }) => {
		const world = param.shown(asked, named);
		return {
			world,
			licences: OURS,
			stamp: async () => String(await asked.deps.reader.generation()),
			page: async (cursor, limit) => {
				const [file, hash, member, line, reason] = cursor ?? [
					"",
					"",
					"",
					0,
					"",
				];
				const rows = await asked.deps.reader.query<Row>(
					{ world },
					sql`SELECT file, file_hash, member, line, reason, message FROM rejects
						WHERE (file, file_hash, member, line, reason) > (${String(file)}, ${String(hash)},
							${String(member)}, ${Number(line)}, ${String(reason)})
						ORDER BY file, file_hash, member, line, reason LIMIT ${limit + 1}`,
				);
				const last = rows[limit - 1];
				return {
					items: rows.slice(0, limit),
					next:
						rows.length > limit && last !== undefined
							? ["file", "fileHash", "member", "line", "reason"].map(
									(field) => last[field] as string | number,
								)
							: undefined,
				};
			},
		};
	},
});

export const listLicences = listOperation({
	id: "listLicences",
	path: "/api/v1/licences",
	tag: "House",
	summary: "Terms under which answers are given, by their id",
	params: param.listParams,
	rowName: "Licence",
	row: z.object({
		id: z.string(),
		name: z.string(),
		url: z.url().nullable(),
		attribution: z.string().describe("Whom to name."),
		commercial: z.boolean(),
		covers: z.string(),
	}),
	problems: [],
	points: 1,
	read: () =>
		shortListing(
			{ world: "real", licences: OURS },
			async () =>
				Object.entries(LICENCES).map(([id, licence]) => ({ id, ...licence })),
			(row) => String(row["id"]),
		),
});

const problemName = z.enum(Object.keys(PROBLEMS) as [ProblemName]);

export const getProblem = itemOperation({
	id: "getProblem",
	path: "/api/v1/problems/{name}",
	tag: "House",
	summary: "What a kind of problem means",
	params: z.object({
		name: z.string().max(100).describe("Last part of a problem's `type`."),
	}),
	answerName: "ProblemMeaning",
	answer: z.object({
		name: problemName,
		status: z.int(),
		title: z.string(),
		meaning: z.string(),
	}),
	problems: ["not-found"],
	points: 1,
	read: async (_asked, { name }) => {
		const known = problemName.safeParse(name);
		if (!known.success) throw new ApiProblem("not-found");
		return { value: { name: known.data, ...PROBLEMS[known.data] } };
	},
});
