/** The fields of the due-process table: what each asks, and where an entry shows the answer. */
import { type Limb, type Order, type RecordEntry, speaksFor } from "./entry.ts";
import { compareTimes, localDays, type RecordTime } from "./time.ts";

/** What an entry shows of a field: undefined where it does not speak of it. */
export interface Finding {
	readonly met: boolean;
	readonly shown?: string | undefined;
}

export interface Field {
	readonly field: string;
	readonly limb: Limb;
	readonly question: string;
	/** It is enough that it happened once: what came before does not make it disputed. */
	readonly ever?: true;
	readonly of: (
		entry: RecordEntry,
		context: { readonly start: RecordTime | undefined },
	) => Finding | undefined;
}

/** A member of an order: known, known to be none, or not known. */
function ofOrder(
	read: (order: Order) => string | null | undefined,
): Field["of"] {
	return ({ order }) => {
		const value = order && read(order);
		if (value === undefined) return undefined;
		return value === null ? { met: false } : { met: true, shown: value };
	};
}

/** The first day, by the clocks of the place, that a time may lie on. */
export const dayOf = (time: RecordTime): string => localDays(time)[0];
export const joined = (
	parts: readonly string[] | undefined,
): string | undefined =>
	parts && parts.length > 0 ? parts.join(", ") : undefined;

export const FIELDS: readonly Field[] = [
	{
		field: "order_known",
		limb: "legality",
		question: "Is there an order, and is its issuer known?",
		ever: true,
		of: (entry) =>
			ofOrder(({ issuer }) => issuer)(entry, { start: undefined }) ??
			(entry.restriction?.orderedBy
				? { met: true, shown: entry.restriction.orderedBy }
				: undefined),
	},
	{
		field: "order_number",
		limb: "legality",
		question: "Does the order have a number?",
		of: ofOrder(({ number }) => number),
	},
	{
		field: "legal_basis",
		limb: "legality",
		question: "Was a statute or a section named as its basis?",
		of: (entry) =>
			ofOrder(({ statute, section }) =>
				statute === null && section == null
					? null
					: joined([statute, section].filter((part) => part != null)),
			)(entry, { start: undefined }) ??
			(entry.restriction?.legalBasis === undefined
				? undefined
				: {
						met: entry.restriction.legalBasis !== null,
						shown: entry.restriction.legalBasis ?? undefined,
					}),
	},
	{
		field: "order_published",
		limb: "legality",
		question: "Was the order public by the time it took effect?",
		of: ({ order }, { start }) => {
			if (order?.published === undefined) return undefined;
			if (order.published === null) return { met: false };
			const effect = order.start ?? start;
			return {
				met: effect !== undefined && dayOf(order.published) <= dayOf(effect),
				shown: `became public on ${dayOf(order.published)}`,
			};
		},
	},
	{
		field: "prior_authorisation",
		limb: "legality",
		question: "Did a court or another independent body authorise it before?",
		of: ofOrder(({ authorisation }) => authorisation),
	},
	{
		field: "order_reasons",
		limb: "legitimate_aim",
		question: "Does the order itself give reasons?",
		of: ofOrder(({ reasons }) => reasons),
	},
	{
		field: "aim_stated",
		limb: "legitimate_aim",
		question: "Did the state ever give a reason?",
		ever: true,
		of: (entry) => {
			const reasons = entry.claims.filter(
				(claim) =>
					claim.matter === "reason" &&
					speaksFor(entry.country, claim.by ?? entry.actor),
			);
			const justification = entry.restriction?.justification;
			return reasons.length > 0
				? {
						met: true,
						shown: joined(reasons.flatMap(({ detail }) => detail ?? [])),
					}
				: justification
					? { met: true, shown: justification }
					: undefined;
		},
	},
	{
		field: "limited_in_time",
		limb: "necessity_proportionality",
		question: "Does the order say when it ends?",
		of: ofOrder(({ expiry }) => expiry && dayOf(expiry)),
	},
	{
		field: "limited_in_area",
		limb: "necessity_proportionality",
		question: "Does the order say for which area?",
		of: ofOrder(({ areas }) => joined(areas)),
	},
	{
		field: "limited_in_services",
		limb: "necessity_proportionality",
		question: "Does the order say which services?",
		of: ofOrder(({ services }) => joined(services)),
	},
	{
		field: "alternatives_considered",
		limb: "necessity_proportionality",
		question: "Were milder means considered?",
		of: ofOrder(({ alternatives }) => alternatives),
	},
	{
		field: "exemptions",
		limb: "necessity_proportionality",
		question: "Were hospitals, banks or others exempted?",
		of: ofOrder(({ exemptions }) => exemptions),
	},
	{
		field: "public_notice",
		limb: "transparency",
		question: "Was the public told before it took effect?",
		of: ({ order, restriction }, { start }) => {
			const notice = order?.publicNotice;
			if (notice === null) return { met: false };
			if (notice)
				return {
					met: start !== undefined && compareTimes(notice, start) < 0,
					shown: dayOf(notice),
				};
			return restriction?.usersNotified === undefined
				? undefined
				: { met: restriction.usersNotified };
		},
	},
	{
		field: "operator_notice",
		limb: "transparency",
		question: "Were operators told in a documented way?",
		of: ofOrder(
			({ operatorNotice }) => operatorNotice && dayOf(operatorNotice),
		),
	},
	{
		field: "acknowledged",
		limb: "transparency",
		question: "Did the state acknowledge it?",
		ever: true,
		of: ({ type, actor, country, when, restriction }) => {
			if (type === "acknowledgement" && speaksFor(country, actor))
				return { met: true, shown: dayOf(when) };
			const word = restriction?.acknowledgement;
			return word === undefined || word === "none"
				? undefined
				: { met: word === "acknowledged" };
		},
	},
	{
		field: "independent_review",
		limb: "review_and_remedy",
		question: "Did a review body look at the order?",
		of: ({ order }) => {
			const review = order?.review;
			if (review === null || review?.met === null) return { met: false };
			return review?.met
				? {
						met: true,
						shown: `${review.body ?? "a body"}, ${dayOf(review.met)}`,
					}
				: undefined;
		},
	},
	{
		field: "court_heard",
		limb: "review_and_remedy",
		question: "Did a court take up a case about it?",
		ever: true,
		of: ({ type, proceeding }) =>
			type === "court_order" && proceeding
				? { met: true, shown: proceeding.court }
				: undefined,
	},
	{
		field: "case_decided",
		limb: "review_and_remedy",
		question: "Was a case about it decided?",
		ever: true,
		of: ({ proceeding }) =>
			proceeding?.outcome
				? { met: true, shown: `${proceeding.court}: ${proceeding.outcome}` }
				: undefined,
	},
	{
		field: "information_request_answered",
		limb: "review_and_remedy",
		question: "Was a request for information answered?",
		of: ({ informationRequest }) =>
			informationRequest?.answered === undefined || informationRequest.isReply
				? undefined
				: {
						met: informationRequest.answered !== null,
						shown: informationRequest.authority,
					},
	},
	{
		field: "remedy",
		limb: "review_and_remedy",
		question: "Was anybody given redress?",
		ever: true,
		of: ({ remedy }) => (remedy ? { met: true, shown: remedy } : undefined),
	},
];
