/** Names of the emulated internet, and resolvers that tell them, or something else, over UDP. */
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import {
	AUTHORITATIVE_ANSWER,
	decode,
	encode,
	type Answer as Record,
} from "dns-packet";
import type { Random } from "../random.ts";
import { type DnsAct, type DnsRule, isUnder } from "./condition.ts";
import type { Running } from "./listeners.ts";

/** Addresses by name; a name that is not there does not exist. */
export type Zone = ReadonlyMap<string, readonly string[]>;

const RCODE = { nxdomain: 3, servfail: 2, refused: 5, empty: 0 } as const;
const TTL_SECONDS = 60;

/** The true answer to a query's bytes; undefined where they are no query. */
export function answerTruly(bytes: Buffer, zone: Zone): Buffer | undefined {
	const question = questionOf(bytes);
	if (question === undefined) return undefined;
	const ips = zone.get(question.name);
	return ips === undefined
		? response(bytes, [], RCODE.nxdomain)
		: response(bytes, ips, 0);
}

function questionOf(
	bytes: Buffer,
): { readonly name: string; readonly type: string } | undefined {
	try {
		const question = decode(bytes).questions?.[0];
		return (
			question && { name: question.name.toLowerCase(), type: question.type }
		);
	} catch {
		return undefined;
	}
}

function response(
	query: Buffer,
	ips: readonly string[],
	rcode: number,
): Buffer {
	const { id = 0, questions = [] } = decode(query);
	const [question] = questions;
	const answers = ips.flatMap((ip): Record[] => {
		const type = ip.includes(":") ? "AAAA" : "A";
		return question?.type === type
			? [{ type, name: question.name, ttl: TTL_SECONDS, data: ip }]
			: [];
	});
	return encode({
		type: "response",
		id,
		flags: AUTHORITATIVE_ANSWER | rcode,
		questions,
		answers,
	});
}

export interface ResolverOptions {
	readonly zone: Zone;
	/** Rules that meet questions to this resolver. */
	readonly rules: readonly DnsRule[];
	readonly loss: number;
	readonly random: Random;
}

/** A resolver on loopback. */
export async function openResolver({
	zone,
	rules,
	loss,
	random,
}: ResolverOptions): Promise<Running> {
	const socket = createSocket("udp4");
	const waiting = new AbortController();
	socket.on("message", async (query, from) => {
		const question = questionOf(query);
		if (question === undefined || random.chance(loss) || random.chance(loss))
			return;
		const act = rules.find(({ name }) => isUnder(question.name, name))?.act;
		for (const { bytes, afterMs } of repliesTo(query, act, zone)) {
			if (afterMs > 0)
				await wait(afterMs, undefined, { signal: waiting.signal }).catch(
					() => {},
				);
			if (waiting.signal.aborted) return;
			socket.send(bytes, from.port, from.address, () => {});
		}
	});
	socket.bind(0, "127.0.0.1");
	await once(socket, "listening");
	return {
		port: socket.address().port,
		async close() {
			waiting.abort();
			socket.close();
		},
	};
}

interface Reply {
	readonly bytes: Buffer;
	readonly afterMs: number;
}

function repliesTo(
	query: Buffer,
	act: DnsAct | undefined,
	zone: Zone,
): readonly Reply[] {
	const truth = answerTruly(query, zone);
	const truly = (afterMs: number): readonly Reply[] =>
		truth === undefined ? [] : [{ bytes: truth, afterMs }];
	if (act === undefined) return truly(0);
	switch (act.kind) {
		case "silence":
			return [];
		case "answer":
			return [
				{ bytes: response(query, act.ips, 0), afterMs: 0 },
				...(act.trueAfterMs === undefined ? [] : truly(act.trueAfterMs)),
			];
		default:
			return [{ bytes: response(query, [], RCODE[act.kind]), afterMs: 0 }];
	}
}
