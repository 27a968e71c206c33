/** Annexes of a printed dossier: exhibits with their sources, requests, affidavits, method notes. */
import {
	type Dossier,
	EVIDENCE_LAW,
	formatTime,
} from "../../pipeline/index.ts";
import type { Block, Inline, Inlines } from "./document.ts";
import {
	cite,
	dated,
	exhibitWords,
	spaced,
	TRACK_WORDS,
} from "./dossier-words.ts";

export function annexBlocks(dossier: Dossier): readonly Block[] {
	return [
		...exhibitBlocks(dossier),
		...requestBlocks(dossier),
		...affidavitBlocks(dossier),
		...methodBlocks(dossier),
	];
}

function exhibitBlocks(dossier: Dossier): readonly Block[] {
	const { exhibits, witnesses, tracks } = dossier;
	// An order that sets a deadline is an order first.
	const lanes = new Map(
		[...tracks.items]
			.sort((a, b) =>
				a.lane === "deadlines" ? -1 : b.lane === "deadlines" ? 1 : 0,
			)
			.map(({ exhibit, lane }) => [exhibit, lane]),
	);
	return [
		{
			kind: "heading",
			level: 2,
			text: "Annex A: exhibits, in order of time",
			isPageStart: true,
		},
		{
			kind: "paragraph",
			text: [
				"Exhibits of the record are what others published, in our own words. Numbers hold within this edition.",
			],
		},
		{
			kind: "table",
			columns: [
				{ title: "No.", width: 0.7 },
				{ title: "When", width: 1.5 },
				{ title: "Track, kind, who", width: 2.5 },
				{ title: "What", width: 5.2 },
			],
			rows: exhibits.map((exhibit) => [
				[{ strong: `E-${exhibit.number}` }],
				[formatTime(exhibit.when)],
				[
					{
						strong: TRACK_WORDS[lanes.get(exhibit.number) ?? "deadlines"],
					},
					`: ${spaced(exhibit.type)}. ${exhibit.who}`,
				],
				exhibitWords(exhibit),
			]),
		},
		{ kind: "heading", level: 3, text: "Sources of the exhibits" },
		{
			kind: "paragraph",
			text: [
				"Archive hash: SHA-256 of the copy that was kept. A source without one was not archived; one without a date was read before dates were kept.",
			],
		},
		{
			kind: "table",
			columns: [
				{ title: "No.", width: 0.7 },
				{ title: "Address", width: 5.4 },
				{ title: "Archive hash", width: 2.4 },
				{ title: "Read on", width: 1.2 },
			],
			rows: exhibits.flatMap(({ number, sources, entry }) =>
				sources.length === 0
					? [[[`E-${number}`], [`erased (${entry})`], ["–"], ["–"]]]
					: sources.map(({ url, archiveHash, accessedOn }) => [
							[`E-${number}`],
							[{ href: url, text: url } as Inline],
							[archiveHash ? { code: archiveHash } : "not archived"],
							[accessedOn ?? "not kept"],
						]),
			),
		},
		...(witnesses.length > 0
			? [
					{
						kind: "heading" as const,
						level: 3 as const,
						text: "Measurements as witnesses",
					},
					{
						kind: "table" as const,
						columns: [
							{ title: "No.", width: 0.7 },
							{ title: "Measurement", width: 5 },
							{ title: "Shows", width: 4 },
						],
						rows: witnesses.map(({ label, uid, shows }) => [
							[{ strong: label }],
							[{ code: uid } as Inline],
							[shows],
						]),
					},
					{
						kind: "note" as const,
						text: [
							"Why each was judged so: ",
							{ code: "rasai verdict explain UID" },
						],
					},
				]
			: []),
	];
}

function requestBlocks({ requests, exhibits }: Dossier): readonly Block[] {
	const [first] = requests;
	if (!first) return [];
	const numberOf = (entry: string | undefined): number | undefined =>
		exhibits.find((exhibit) => exhibit.entry === entry)?.number;
	return [
		{
			kind: "heading",
			level: 2,
			text: "Annex B: drafted requests for information",
			isPageStart: true,
		},
		{
			kind: "paragraph",
			text: [
				"One for each blank of an order. Each can be filed by itself, so that one refusal does not delay the rest. ",
				first.law
					? `${first.law.name}: an answer is due within ${first.law.answerWithin}. The law was read in excerpts and wants a lawyer's check.`
					: "Which law applies here is not known to us.",
				" Enter each request in the record with its day; a missed answer then becomes an entry of its own.",
			],
		},
		{
			kind: "list",
			isNumbered: true,
			items: requests.map(({ text, fieldName, order }) => [
				{ strong: `${fieldName}. ` },
				`${dated(text)}${order ? ` (${cite([numberOf(order)])})` : ""}`,
			]),
		},
		{
			kind: "paragraph",
			text: [
				"Name: ________________________   Address: ________________________   Date and signature: ________________",
			],
		},
	];
}

function affidavitBlocks({ affidavits, incident }: Dossier): readonly Block[] {
	return [
		{
			kind: "heading",
			level: 2,
			text: "Annex C: affidavits, to be completed",
			isPageStart: true,
		},
		{
			kind: "paragraph",
			text: [
				"Templates for those who must swear to it. Nothing here is sworn until the person has read, changed and signed it.",
			],
		},
		...(EVIDENCE_LAW[incident.cc] ?? []).map(
			(law): Block => ({
				kind: "note",
				text: [`${law} Read in excerpts; local counsel must check.`],
			}),
		),
		...affidavits.flatMap(({ deponent, why, paragraphs }): readonly Block[] => [
			{ kind: "heading", level: 3, text: deponent },
			{ kind: "note", text: [why] },
			{
				kind: "list",
				isNumbered: true,
				items: paragraphs.map((paragraph) => [paragraph]),
			},
			{
				kind: "paragraph",
				text: [
					"Sworn at ________________________ on ________________ before ________________________. Signature: ________________________",
				],
			},
		]),
	];
}

function methodBlocks({
	licences,
	incident,
	edition,
}: Dossier): readonly Block[] {
	const items: Inlines[] = [
		[
			"Said, due and measured are three tracks. None overwrites another, and what others reported is never worded as measured.",
		],
		[
			"Each session counts once, on the side of more than half of its measurements. Below 5 sessions on 2 networks nothing is found, in either direction. To find that something works, 80% of sessions and networks must agree.",
		],
		[
			"Turning points are the first entries that make them. Entries of low confidence make none. A restoration counts when nobody says of a later time that it was restricted.",
		],
		[
			"Dates are no more exact than their sources. A day is a day by the clocks of the place.",
		],
		[
			"Blank means unknown and is never filled in. An entry belongs here because it names this restriction, or by service, country, area and time; where a blank or a coarse date leaves it open, a person decides.",
		],
		[
			incident.ruleset
				? `Ruleset ${incident.ruleset}, reference data ${incident.reference ?? "not named"}.`
				: "No ruleset was used: this restriction is documented only.",
		],
		[
			"The same record, measurements and program give the same edition: ",
			{ code: edition },
		],
		[`Terms of the data: ${licences.join("; ")}.`],
	];
	return [
		{ kind: "heading", level: 2, text: "Method notes" },
		{ kind: "list", isNumbered: false, items },
	];
}
