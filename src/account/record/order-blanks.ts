/** What is not known of an order: the fields that no source gives. Blank is not none: `null` is an answer. */
import type { Order, RecordEntry } from "./entry.ts";

export type OrderField = Exclude<
	keyof Order,
	"addressee" | "extends" | "replaces" | "revokes"
>;

/** Every field that the standards ask for, what it is called, and what to ask for. */
export const ORDER_FIELDS: Readonly<
	Record<OrderField, readonly [name: string, request: string]>
> = {
	issuer: ["issuer", "the name of the authority that issued the order"],
	instrument: [
		"kind of instrument",
		"what kind of instrument the order is (letter, notification, direction), with a copy",
	],
	number: [
		"number",
		"the number or reference under which the order was issued",
	],
	statute: ["statute", "the statute under which the order was issued"],
	section: ["section", "the section of the statute that gives the power"],
	issued: ["date of issue", "the date on which the order was issued"],
	published: [
		"publication",
		"where and on which date the order was made public, or that it was not",
	],
	start: ["start", "the date and hour from which the order was to be applied"],
	expiry: [
		"expiry",
		"the date on which the order ends, or that it was made without one",
	],
	reasons: ["reasons", "the written reasons for the order"],
	areas: ["areas", "the areas in which the order was to be applied"],
	services: ["services", "the services, domains and addresses that it covers"],
	textHash: ["full text", "a certified copy of the full text of the order"],
	authorisation: [
		"prior authorisation",
		"the decision of the court or other independent body that authorised the order beforehand, or that there is none",
	],
	alternatives: [
		"alternatives considered",
		"the record of milder means that were considered, or that there is none",
	],
	exemptions: [
		"exemptions",
		"which services or institutions (hospitals, banks, emergency lines) were exempted, or that none were",
	],
	publicNotice: [
		"notice to the public",
		"the notice by which the public was told, and its date, or that there was none",
	],
	operatorNotice: [
		"notice to operators",
		"the communications by which operators were told to apply the order, and their dates",
	],
	review: [
		"review",
		"the record of every review of the order: body, dates and findings, or that there was none",
	],
};

/** Fields of an order that no source gives. */
export function blankFields(order: Order): readonly OrderField[] {
	return (Object.keys(ORDER_FIELDS) as OrderField[]).filter(
		(field) => order[field] === undefined,
	);
}

export interface OrderBlanks {
	/** The order's entry; undefined where no order is on the record at all. */
	readonly entry: string | undefined;
	/** Who issued it, as far as is known. */
	readonly issuer: string | undefined;
	readonly fields: readonly OrderField[];
}

/** What is not known of each order among the entries; of the one that must have been, where there is none. */
export function orderBlanksOf(
	entries: readonly RecordEntry[],
): readonly OrderBlanks[] {
	const known = entries.flatMap(({ id, order }) =>
		order
			? [{ entry: id, issuer: order.issuer, fields: blankFields(order) }]
			: [],
	);
	if (known.length > 0) return known.filter(({ fields }) => fields.length > 0);
	const said = entries.find(({ restriction }) => restriction?.orderedBy);
	return [
		{
			entry: undefined,
			issuer: said?.restriction?.orderedBy,
			fields: blankFields({}),
		},
	];
}
