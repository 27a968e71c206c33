/**
 * Network events by flow. Events name their flow by `transaction_id`; those of
 * older probes name nothing, but stand in the order of each connection's life,
 * so that rows find their flow by the instant at which it ended.
 */
import { isRecord } from "../../model/index.ts";
import { createFlow, type FlowEvents, readEvent } from "./events.ts";
import { flowOf, listOf, millisecondsOf } from "./fields.ts";

/** Far above what a probe writes; what comes after is not read. */
const MAX_EVENTS = 20_000;

/** Instants are in seconds as written: two flows may share a microsecond, but not those. */
export interface EventIndex {
	readonly byFlow: ReadonlyMap<number, FlowEvents>;
	/** Flows without an id, by the instant their handshake was done. */
	readonly byHandshakeEnd: ReadonlyMap<number, FlowEvents>;
	/** Flows without an id, by the instants their HTTP transaction began and was done. */
	readonly byExchange: ReadonlyMap<number, FlowEvents>;
	/** When the look-up that was done at an instant had begun, in milliseconds. */
	readonly resolveStarts: ReadonlyMap<number, number>;
	/** The end of the look-up that came before a connect, by the instant of the connect. */
	readonly lookupOfConnect: ReadonlyMap<number, number>;
	/** The only flow, where there is just one. */
	readonly single: FlowEvents | undefined;
}

const NO_EVENTS: EventIndex = {
	byFlow: new Map(),
	byHandshakeEnd: new Map(),
	byExchange: new Map(),
	resolveStarts: new Map(),
	lookupOfConnect: new Map(),
	single: undefined,
};

/** What begins a new flow where flows have no id. */
const FLOW_STARTS: ReadonlySet<string> = new Set([
	"http_transaction_start",
	"resolve_start",
	"connect",
]);

/** Reads `network_events`. Events that cannot be read are passed over: they only add to what rows say. */
export function indexEvents(value: unknown): EventIndex {
	const events = listOf(value);
	if (events.length === 0) return NO_EVENTS;
	const byFlow = new Map<number, FlowEvents>();
	const ordered = createOrdered();
	for (let index = 0; index < events.length && index < MAX_EVENTS; index++) {
		const event = events[index];
		if (!isRecord(event)) continue;
		const at = event["t"];
		const atMs = millisecondsOf(at);
		const operation = event["operation"];
		if (atMs === undefined || typeof operation !== "string") continue;
		const id = flowOf(event);
		if (id === undefined) {
			ordered.begin(operation, at as number, atMs);
			readEvent(ordered.current(), operation, event, atMs);
			ordered.end(operation, at as number);
			continue;
		}
		let flow = byFlow.get(id);
		if (flow === undefined) {
			flow = createFlow(undefined);
			byFlow.set(id, flow);
		}
		readEvent(flow, operation, event, atMs);
	}
	return { byFlow, ...ordered.index(byFlow) };
}

/** The flows whose events have no id, as they follow each other. */
function createOrdered() {
	const byHandshakeEnd = new Map<number, FlowEvents>();
	const byExchange = new Map<number, FlowEvents>();
	const resolveStarts = new Map<number, number>();
	const lookupOfConnect = new Map<number, number>();
	let current: FlowEvents | undefined;
	let flowCount = 0;
	let exchangeStart: number | undefined;
	let resolveStartMs: number | undefined;
	let resolved: number | undefined;

	return {
		/** Before an event is read: whether it begins a flow, and what it begins of one. */
		begin(operation: string, at: number, atMs: number): void {
			if (current === undefined || FLOW_STARTS.has(operation)) {
				// An exchange may go over the connection that is open already.
				const isExchange = operation === "http_transaction_start";
				current = createFlow(isExchange ? current?.address : undefined);
				flowCount++;
			}
			if (operation === "http_transaction_start") {
				exchangeStart = at;
				resolved = undefined;
			} else if (operation === "resolve_start") resolveStartMs = atMs;
			else if (operation === "resolve_done") {
				resolved = at;
				if (resolveStartMs !== undefined) resolveStarts.set(at, resolveStartMs);
			} else if (operation === "connect" && resolved !== undefined)
				lookupOfConnect.set(at, resolved);
		},
		current: (): FlowEvents => current as FlowEvents,
		/** After an event was read: whether rows will look for the flow at this instant. */
		end(operation: string, at: number): void {
			if (current === undefined) return;
			if (operation.endsWith("_handshake_done"))
				byHandshakeEnd.set(at, current);
			else if (operation === "http_transaction_done") {
				current.exchange.startMs = millisecondsOf(exchangeStart);
				if (exchangeStart !== undefined) byExchange.set(exchangeStart, current);
				byExchange.set(at, current);
				exchangeStart = undefined;
			}
		},
		index: (byFlow: ReadonlyMap<number, FlowEvents>) => ({
			byHandshakeEnd,
			byExchange,
			resolveStarts,
			lookupOfConnect,
			single: flowCount === 1 && byFlow.size === 0 ? current : undefined,
		}),
	};
}
