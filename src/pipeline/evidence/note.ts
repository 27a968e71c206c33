/** What a court is told of a bundle in plain words: how it was made, and what it does not show. */
import type { Statement } from "../../account/evidence/index.ts";

export interface NoteInput {
	readonly statement: Omit<Statement, "schema" | "files">;
	readonly rootFingerprint: string;
	readonly recordCount: number;
	readonly keeper: string;
}

export function courtNote({
	statement,
	rootFingerprint,
	recordCount,
	keeper,
}: NoteInput): string {
	const { measurements, sample, withheld, title, isEmulated } = statement;
	const withheldCount = Object.values(withheld).reduce((a, b) => a + b, 0);
	const emulated = isEmulated
		? "EMULATED. This is a made-up event in a made-up country, for practice. It is evidence of nothing.\n\n"
		: "";
	const made =
		measurements.nothing !== null
			? `It rests on no measurement: ${measurements.nothing} It holds what others published, with their sources. Nothing in it was recomputed.`
			: `It rests on ${measurements.count} measurements. What was found in each of them is in data/measurements.jsonl, those that speak against the finding included. The measurements themselves, as they were received, ship for ${recordCount} of them${sample.perKind === null ? "" : `: the witnesses named in the dossier, and the first ${sample.perKind} of each kind in an order that nobody chose`}. ${sample.missing.length === 0 ? "None of those is missing." : `${sample.missing.length} of those could not be had any more and are named in evidence.json.`}`;
	return `${emulated}A note for the court

This file holds the grounds of the document "${title}".

What is in it
  data/dossier.pdf, .html, .json  the document, to be read
  data/measurements.jsonl         what was found, a line for each measurement
  data/measurements/              measurements as they were received
  data/ledger/chain.log           the log in which every entry of the record was written down when it was made
  data/custody.json               who held the measurements, since when
  data/method.json                what was asked of the measurements, word for word
  data/prov.json                  which finding rests on which measurement
  data/judging/                   the rules and lists by which the measurements were judged
  evidence.json, signature.json   what was signed, and the signature

How it was made
  It was made by a computer program, Rasai ${statement.program}, which anybody may read and run.
  The program was run by: ${keeper}.
  ${made}
  ${withheldCount === 0 ? "Nothing is withheld." : `Of ${withheldCount} measurements something is withheld to protect somebody; evidence.json says of how many and why.`}

How to check it
  Open the page "evidence" of any copy of the site, without a connection to the internet, and drop this file on it.
  Or, with the program: rasai evidence verify FILE --key ${rootFingerprint}
  Do not take the fingerprint from this file. Ask for it by another way.

What it shows
  That nothing in this file was changed since it was signed.
  That the numbers in the document follow from the lines, and the lines, as far as measurements ship, from the measurements.

What it does not show
  Who measured. The programs that measured do not know their users, and say themselves which network they were on.
  That a measurement is true. Somebody may have forged some; that is why a finding needs several sessions on several networks.
  That nothing was left out before it was signed.
  Why something could not be reached, where the measurements do not tell.
  When it was signed, unless a time-stamp is in it; a time-stamp shows that it existed by then.
  That what officials or the press are quoted with is true. It shows what was published.
`;
}
