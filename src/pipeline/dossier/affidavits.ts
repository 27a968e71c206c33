/**
 * Who must swear to what. Templates with blanks: nothing here is sworn until a
 * person who knows it of themselves has read, changed and signed it, and local
 * counsel has checked the form.
 */
import type { Affidavit, Dossier } from "./types.ts";

/** What the law of a country is read to ask of evidence from devices: from excerpts, for counsel to check. */
export const EVIDENCE_LAW: Readonly<Record<string, readonly string[]>> = {
	PK: [
		"Qanun-e-Shahadat Order, 1984, article 164: a court may allow evidence that has become available by modern devices.",
		"Electronic Transactions Ordinance, 2002, section 3: a record is not refused only because it is electronic.",
	],
};

type AffidavitInput = Pick<
	Dossier,
	"title" | "exhibits" | "witnesses" | "measured" | "asOf"
>;

export function affidavitsOf(input: AffidavitInput): readonly Affidavit[] {
	return [
		recordKeeper(input),
		...(input.measured.nothing === undefined
			? [dataKeeper(input), expert(input)]
			: []),
		eyewitness(input),
	];
}

const IDENTITY =
	"I am ________________________ (full name), son/daughter/spouse of ________________________, identity document no. ________________, resident of ________________________.";
const TRUTH =
	"What is said above is true to my own knowledge, save where I say that I was told it or read it, which I believe to be true.";

function recordKeeper({ title, exhibits }: AffidavitInput): Affidavit {
	const archived = exhibits.filter(({ sources }) =>
		sources.some(({ archiveHash }) => archiveHash),
	).length;
	return {
		deponent: "The person who keeps the record",
		why: "Exhibits of the record are what others published. Somebody has to say who collected them, when, and that they were not changed since.",
		paragraphs: [
			IDENTITY,
			`I keep the record from which this dossier, "${title}", was made. It holds ${exhibits.length} exhibits of the record, each with the address of at least one source.`,
			`I read the source of each exhibit named in the list on the day given there, save for exhibits no. ________________, which were entered by ________________________. Of ${archived} of ${exhibits.length} exhibits a copy of the source was archived, with the SHA-256 given.`,
			"The entries lie in a hash-chained ledger. On ________________ I ran the command `rasai ledger verify`. It reported that every step was ok, and as head of the ledger: ________________________________.",
			"I did not see the events myself. The exhibits show what was published about them, and not that it is true.",
			TRUTH,
		],
	};
}

function dataKeeper({ measured, witnesses }: AffidavitInput): Affidavit {
	return {
		deponent: "The person who keeps the measurements",
		why: "Measurements are files that were received. Somebody has to say from where, when, and that they are as they were received.",
		paragraphs: [
			IDENTITY,
			`I keep the workspace that holds ${measured.whole.measurementCount} measurements of ${measured.services.join(", ")} from ${measured.since} up to ${measured.until}, that moment not included. They were received from ________________________ on ________________.`,
			`The measurements named ${witnesses.map(({ label }) => label).join(", ")} in the list are among them. Each file lies in the archive under the SHA-256 of its bytes and was not changed since it was received. From its receipt it was in the custody of: ________________________.`,
			"Networks and countries are what the measuring programs declared. I do not know the persons who ran them.",
			TRUTH,
		],
	};
}

function expert({ measured }: AffidavitInput): Affidavit {
	return {
		deponent: "An expert on networks",
		why: "What the measurements mean is an opinion on method, which a court hears from an expert.",
		paragraphs: [
			IDENTITY,
			"My training and experience in the measurement of networks is: ________________________.",
			`I have read the rules named in the method notes and applied them to the measurements named in the list, or examined how they were applied. Of ${measured.whole.sessionCount} sessions that said anything, ${measured.whole.blockedSessionCount} were blocked and ${measured.whole.workingSessionCount} got through.`,
			"I have considered the other explanations in the section on adverse evidence. My opinion of each is: ________________________.",
			TRUTH,
		],
	};
}

function eyewitness({ title }: AffidavitInput): Affidavit {
	return {
		deponent: "A person who tried to use it",
		why: "What others reported is hearsay. A person who met it can say so of their own knowledge. Ask nobody for whom swearing is dangerous.",
		paragraphs: [
			IDENTITY,
			`On ________________ at about ________ (local time), at ________________________ (place), on the network of ________________________, I tried to use what is named in "${title}" with ________________________ (device, program).`,
			"I saw: ________________________. A picture of it is annexed as ________. Other sites and services worked / did not work: ________________.",
			TRUTH,
		],
	};
}
