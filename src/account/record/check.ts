/** Whether a value is an entry of the record. Texts come from outside, so nothing throws (P7). */
import { isCountryCode } from "../../reference/index.ts";
import { isRecordDate } from "./dates.ts";
import {
	ACTOR_RANKS,
	type Actor,
	CLAIM_WORDS,
	type Claim,
	type ClaimMatter,
	type ClaimWord,
	DEADLINE_KINDS,
	DEADLINE_OUTCOMES,
	type Deadline,
	ENTRY_TYPES,
	type Estimate,
	type InformationRequest,
	LIMBS,
	type LimbFinding,
	type Order,
	type Proceeding,
	type RecordEntry,
	type RestrictionPart,
	type Review,
	type Source,
} from "./entry.ts";
import {
	amount,
	type Fault,
	flag,
	listOf,
	object,
	oneOf,
	optional,
	orNone,
	text,
	textThat,
	type Validator,
} from "./shape.ts";
import { type RecordTime, spanOf, TIME_PRECISIONS } from "./time.ts";
import {
	ACKNOWLEDGEMENTS,
	CONFIDENCES,
	RESTRICTION_KINDS,
	SCOPES,
	TECHNIQUES,
} from "./types.ts";
import { isZone } from "./zones.ts";

export interface EntryCheck {
	/** Undefined where there is a fault. */
	readonly entry: RecordEntry | undefined;
	readonly faults: readonly Fault[];
}

/** Reads parsed JSON as an entry, with every fault and its place. */
export function checkEntry(value: unknown): EntryCheck {
	const faults: Fault[] = [];
	const entry = ENTRY(value, "", faults);
	if (faults.length === 0) checkWhole(entry, faults);
	return { entry: faults.length === 0 ? entry : undefined, faults };
}

const ID = textThat(
	(id) => /^[A-Za-z0-9][A-Za-z0-9._:-]{0,119}$/.test(id),
	"not an id of letters, digits, dashes, dots and colons",
);
const TIME: Validator<RecordTime> = object<RecordTime>({
	date: textThat(isRecordDate, "no date"),
	precision: oneOf(TIME_PRECISIONS),
	zone: optional(textThat(isZone, "no IANA zone")),
});
const COUNTRY = textThat(isCountryCode, "no country");
const OFFICE = {
	office: optional(text),
	rank: oneOf(ACTOR_RANKS),
	country: optional(COUNTRY),
	isProtected: optional(flag),
};
const CLAIM: Validator<Claim> = object<Claim>({
	matter: oneOf(Object.keys(CLAIM_WORDS) as ClaimMatter[]),
	asserted: oneOf<ClaimWord>(Object.values(CLAIM_WORDS).flat()),
	services: optional(listOf(text)),
	areas: optional(listOf(text)),
	since: TIME,
	until: optional(TIME),
	by: optional(object<Omit<Actor, "name">>(OFFICE)),
	detail: optional(text),
	disputedBy: optional(listOf(text)),
	isPartial: optional(flag),
});
const ORDER: Validator<Order> = object<Order>({
	issuer: optional(text),
	addressee: optional(text),
	instrument: optional(text),
	number: orNone(text),
	statute: orNone(text),
	section: orNone(text),
	issued: optional(TIME),
	published: orNone(TIME),
	start: optional(TIME),
	expiry: orNone(TIME),
	reasons: orNone(text),
	areas: optional(listOf(text)),
	services: optional(listOf(text)),
	textHash: optional(
		textThat((hash) => /^[0-9a-f]{64}$/.test(hash), "no hash"),
	),
	extends: optional(ID),
	replaces: optional(ID),
	revokes: optional(ID),
	authorisation: orNone(text),
	alternatives: orNone(text),
	exemptions: orNone(text),
	publicNotice: orNone(TIME),
	operatorNotice: orNone(TIME),
	review: orNone(
		object<Review>({
			body: optional(text),
			referred: orNone(TIME),
			met: orNone(TIME),
			finding: orNone(text),
		}),
	),
});
const PROCEEDING: Validator<Proceeding> = object<Proceeding>({
	court: text,
	docket: optional(text),
	parties: optional(listOf(text)),
	provisions: optional(listOf(text)),
	ordered: optional(text),
	outcome: optional(text),
	appealOf: optional(ID),
});
const DEADLINE: Validator<Deadline> = object<Deadline>({
	kind: oneOf(DEADLINE_KINDS),
	due: TIME,
	by: optional(text),
	toDo: optional(text),
	condition: optional(text),
	setBy: optional(ID),
	answeredBy: optional(ID),
	outcome: optional(oneOf(DEADLINE_OUTCOMES)),
});
const RESTRICTION: Validator<RestrictionPart> = object<RestrictionPart>({
	kind: oneOf(RESTRICTION_KINDS),
	start: TIME,
	end: optional(TIME),
	isOngoing: flag,
	scope: optional(oneOf(SCOPES)),
	scopeNames: optional(listOf(text)),
	networks: listOf(text),
	technique: listOf(oneOf(TECHNIQUES)),
	cause: optional(text),
	orderedBy: optional(text),
	acknowledgement: optional(oneOf(ACKNOWLEDGEMENTS)),
	justification: optional(text),
	legalBasis: orNone(text),
	usersNotified: optional(flag),
});
const SOURCE: Validator<Source> = object<Source>({
	url: textThat(
		(url) => /^https?:\/\//.test(url) && URL.canParse(url),
		"not a web address",
	),
	archiveHash: optional(
		textThat((hash) => /^[0-9a-f]{64}$/.test(hash), "no hash"),
	),
	accessedOn: optional(
		textThat((day) => day.length === 10 && isRecordDate(day), "no day"),
	),
});
const ENTRY: Validator<RecordEntry> = object<RecordEntry>({
	id: ID,
	country: COUNTRY,
	type: oneOf(ENTRY_TYPES),
	when: TIME,
	services: listOf(text),
	areas: listOf(text),
	about: listOf(ID),
	actor: object<Actor>({ ...OFFICE, name: optional(text) }),
	summary: text,
	note: optional(text),
	quote: optional(text),
	noComment: optional(flag),
	inWriting: optional(flag),
	claims: listOf(CLAIM),
	order: optional(ORDER),
	proceeding: optional(PROCEEDING),
	deadlines: listOf(DEADLINE),
	informationRequest: optional(
		object<InformationRequest>({
			authority: text,
			law: optional(text),
			filed: optional(TIME),
			due: optional(TIME),
			answered: orNone(TIME),
			isReply: optional(flag),
		}),
	),
	remedy: optional(text),
	findings: optional(
		listOf(
			object<LimbFinding>({
				limb: oneOf(LIMBS),
				answer: oneOf(["met", "not_met"]),
			}),
		),
	),
	estimate: optional(
		object<Estimate>({
			low: optional(amount),
			high: optional(amount),
			currency: optional(
				textThat((code) => /^[A-Z]{3}$/.test(code), "no currency code"),
			),
			of: optional(text),
		}),
	),
	restriction: optional(RESTRICTION),
	corrects: optional(ID),
	sources: listOf(SOURCE),
	confidence: oneOf(CONFIDENCES),
	licence: optional(text),
});

/** What no member alone can show. */
function checkWhole(entry: RecordEntry, faults: Fault[]): void {
	const need = (held: boolean, at: string, problem: string) => {
		if (!held) faults.push({ at, problem });
	};
	need(entry.sources.length > 0, "sources", "no source");
	need(
		entry.type !== "deadline" || entry.deadlines.length > 0,
		"deadlines",
		"an entry of type deadline needs one",
	);
	need(
		(entry.type === "restriction") === (entry.restriction !== undefined),
		"restriction",
		"belongs to entries of type restriction, and to all of them",
	);
	entry.claims.forEach((claim, index) => {
		const at = `claims[${index}]`;
		const words: readonly ClaimWord[] = CLAIM_WORDS[claim.matter];
		need(
			words.includes(claim.asserted),
			`${at}.asserted`,
			`not about ${claim.matter}`,
		);
		if (claim.until)
			checkOrder(claim.since, claim.until, `${at}.until`, faults);
	});
	if (entry.order?.start && entry.order.expiry)
		checkOrder(entry.order.start, entry.order.expiry, "order.expiry", faults);
	if (entry.restriction?.end) {
		const { start, end } = entry.restriction;
		checkOrder(start, end, "restriction.end", faults);
		need(!entry.restriction.isOngoing, "restriction.end", "ended and ongoing");
	}
}

function checkOrder(
	since: RecordTime,
	until: RecordTime,
	at: string,
	faults: Fault[],
): void {
	const span = spanOf(since, until);
	if (
		span.since !== undefined &&
		Date.parse(span.since) >= Date.parse(span.until)
	)
		faults.push({ at, problem: "before it begins" });
}
