/**
 * Requests for information: drafted for what is not known of an order, and
 * followed until the day on which an answer was due. The law is data, read in
 * excerpts; what is not here is not known to us.
 */
import type { RecordEntry } from "./entry.ts";
import {
	ORDER_FIELDS,
	type OrderField,
	orderBlanksOf,
} from "./order-blanks.ts";
import { localDays } from "./time.ts";

export interface AccessLaw {
	readonly country: string;
	readonly name: string;
	/** Within which the body must answer, as the law says. */
	readonly answerWithin: string;
}

export const ACCESS_LAWS: readonly AccessLaw[] = [
	{
		country: "PK",
		name: "Right of Access to Information Act, 2017 (federal bodies)",
		answerWithin: "10 working days, which may be extended once",
	},
	{
		country: "IN",
		name: "Right to Information Act, 2005",
		answerWithin: "30 days",
	},
];

export function accessLawOf(cc: string): AccessLaw | undefined {
	return ACCESS_LAWS.find(({ country }) => country === cc);
}

/** A request for one field of one order. Each can be filed by itself, so that one refusal does not delay the rest. */
export interface DraftRequest {
	/** The order's entry; undefined where no order is on the record. */
	readonly order: string | undefined;
	readonly field: OrderField;
	readonly fieldName: string;
	readonly authority: string;
	readonly law: AccessLaw | undefined;
	/** Text of the request, with blanks for who asks. */
	readonly text: string;
}

/** Drafts a request for each blank field of each order. `subject` says what was restricted, where and when. */
export function draftRequests(
	entries: readonly RecordEntry[],
	cc: string,
	subject: string,
): readonly DraftRequest[] {
	const law = accessLawOf(cc);
	const byId = new Map(entries.map((entry) => [entry.id, entry]));
	return orderBlanksOf(entries).flatMap(({ entry, issuer, fields }) => {
		const order = byId.get(entry ?? "")?.order;
		const authority = issuer ?? "the authority that ordered it";
		const what = order
			? `${order.instrument ?? "order"}${order.issued ? ` of ${localDays(order.issued)[0]}` : ""}${order.addressee ? ` to ${order.addressee}` : ""}`
			: "instrument, if any,";
		return fields.map((field) => {
			const [fieldName, request] = ORDER_FIELDS[field];
			return {
				order: entry,
				field,
				fieldName,
				authority,
				law,
				text: `${law ? `Under the ${law.name}` : "Under the law on access to information"}, I ask ${authority} for ${request}, with regard to the ${what} on ${subject}. If the information is held by another body, please transfer this request and tell me to whom. If it is refused, please name the provision and the appeal.`,
			};
		});
	});
}

/**
 * An entry for each request whose day passed without an answer on the record.
 * Made from the request alone, so that making it again changes nothing.
 */
export function missedAnswers(
	entries: readonly RecordEntry[],
	today: string,
): readonly RecordEntry[] {
	return entries.flatMap((entry) => {
		const request = entry.informationRequest;
		if (!request?.due || request.answered !== undefined) return [];
		const [, lastDay] = localDays(request.due);
		if (lastDay >= today) return [];
		const { claims, deadlines, ...own } = entry;
		return [
			{
				...own,
				id: `${entry.id}:no-answer`.slice(0, 120),
				type: "statement",
				when: request.due,
				actor: {
					office: request.authority,
					rank: "unknown",
					country: entry.country,
				},
				summary: `No answer of ${request.authority} was on the record when the time for it ran out.`,
				noComment: true,
				claims: [],
				deadlines: [],
				informationRequest: { ...request, answered: null },
			},
		];
	});
}
