/** `rasai evidence`: a dossier's grounds as one file, and the check of such a file. */
import { WITHHOLDABLE } from "../../account/evidence/index.ts";
import type { Command } from "../command.ts";
import {
	REVOCATIONS,
	renewKey,
	revokeKey,
	showKeys,
} from "../evidence-keys.ts";
import { makeBundle, PER_KIND } from "../evidence-make.ts";
import { checkBundle, LEVELS } from "../evidence-verify.ts";

export const evidenceCommands: readonly Command[] = [
	{
		noun: "evidence",
		verb: "make",
		summary:
			"The grounds of a dossier as one signed file that others can check",
		operands: "ID",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai evidence make PK-2024-02-17-x --out x.zip",
				does: "the ban of X in Pakistan",
			},
			{
				line: "rasai evidence make ID --out x.zip --withhold UID:at+id:safety",
				does: "without the time and the name of one measurement",
			},
		],
		options: [
			{
				name: "out",
				kind: "text",
				value: "FILE",
				summary: "file to write it to",
			},
			{
				name: "sample",
				kind: "integer",
				value: "N",
				summary: `raw records of each kind that ship beside the witnesses (default ${PER_KIND})`,
			},
			{ name: "all", kind: "flag", summary: "all raw records" },
			{
				name: "no-stamp",
				kind: "flag",
				summary: "no time-stamp, though the settings name an authority",
			},
			{
				name: "withhold",
				kind: "list",
				value: "UID:FIELDS:REASON",
				summary: `hide ${WITHHOLDABLE.join(", ")} of a measurement behind salted commitments`,
			},
		],
		notes: [
			"What is found in every measurement of the time always ships, those that speak against included. The sample is drawn by a rule that verifying checks. The same workspace makes the same bytes again.",
		],
		writes: true,
		run: makeBundle,
	},
	{
		noun: "evidence",
		verb: "verify",
		summary:
			"Check such a file, step by step, without a workspace or a connection",
		operands: "FILE",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai evidence verify x.zip --key FINGERPRINT",
				does: "check it against a root key that you know from elsewhere",
			},
			{
				line: "rasai evidence verify x.zip --level integrity --heads heads.json",
				does: "check that it is whole, and that an outside witness knows its ledger",
			},
		],
		options: [
			{
				name: "level",
				kind: "text",
				value: "LEVEL",
				choices: LEVELS,
				summary:
					"integrity: it is whole and signed; recount: and its numbers follow; rejudge (default): and its rows follow from the measurements",
			},
			{
				name: "key",
				kind: "text",
				value: "FINGERPRINT",
				summary: "SHA-256 of the keeper's root key, had by another way",
			},
			{
				name: "heads",
				kind: "text",
				value: "FILE",
				summary: "heads.json of the ledger, as somebody else kept it",
			},
			{
				name: "tsa-certificates",
				kind: "text",
				value: "FILE",
				summary:
					"certificates of time-stamping authorities that you trust, PEM: without them a stamp is not checked",
			},
		],
		notes: [
			"Exit code 3 where a step fails. Without an outside witness it says: self-attested only.",
			"docs/evidence-format.md describes the file so that another verifier can be written from it.",
		],
		run: checkBundle,
	},
	{
		noun: "evidence",
		verb: "keys",
		summary: "The fingerprint of the root, and the key that signs now",
		operands: "",
		operandCount: [0, 0],
		examples: [{ line: "rasai evidence keys", does: "show them" }],
		options: [],
		run: showKeys,
	},
	{
		noun: "evidence",
		verb: "renew",
		summary: "Sign evidence with a new key from here on, certified by the root",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai evidence renew --root /media/stick/root.pem",
				does: "with the root that is kept offline",
			},
		],
		options: [
			{
				name: "root",
				kind: "text",
				value: "FILE",
				summary: "the root's private key (default: the one in the workspace)",
			},
		],
		writes: true,
		run: renewKey,
	},
	{
		noun: "evidence",
		verb: "revoke",
		summary: "Say in the ledger that a signing key is not to be trusted",
		operands: "KEY",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai evidence revoke KEY --reason leaked",
				does: "a key that somebody may have copied",
			},
		],
		options: [
			{
				name: "reason",
				kind: "text",
				value: "REASON",
				choices: REVOCATIONS,
				summary: `why: ${REVOCATIONS.join(", ")} (default leaked)`,
			},
		],
		writes: true,
		run: revokeKey,
	},
];
