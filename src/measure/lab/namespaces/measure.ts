/**
 * Cases, set up in namespaces with real packets and measured with the probe.
 * Namespaces and the processes in them serve case after case: making them
 * anew for each would take longer than measuring.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { MeasurementRecord } from "../../probe/index.ts";
import {
	DOH,
	HELPER,
	INNOCENTS,
	PROVIDER,
	PUBLIC_RESOLVER,
	SITES,
} from "../net/index.ts";
import type { Case, MeasureContext } from "../scenarios/index.ts";
import {
	forgetResolver,
	moveVisitor,
	type Namespaces,
	nameResolver,
	openNamespaces,
} from "./host.ts";
import type { OutsideReport, ProviderTask, VisitorTask } from "./roles.ts";

const MEMBER = fileURLToPath(new URL("./member.js", import.meta.url));
const TIME_LIMIT_MS = 180_000;

const OUTSIDE_IPS = [
	...[
		...SITES,
		...INNOCENTS,
		HELPER,
		DOH,
		PROVIDER.blockPage,
		PROVIDER.portal,
	].flatMap(({ ips }): readonly string[] => ips),
	PUBLIC_RESOLVER.ip,
];

export interface NamespaceLab {
	/** Measures one case; several at a time, each in namespaces of its own. */
	measure(
		one: Case,
		context: Omit<MeasureContext, "blackHole" | "nowMs">,
	): Promise<MeasurementRecord>;
	/** Ends the processes and removes the namespaces. */
	close(): Promise<void>;
}

export function openNamespaceLab(): NamespaceLab {
	const all = new Set<Site>();
	const idle: Site[] = [];
	return {
		async measure(one, context) {
			const site = idle.pop() ?? (await openSite());
			all.add(site);
			try {
				const record = await measureAt(site, one, context);
				idle.push(site);
				return record;
			} catch (error) {
				all.delete(site);
				await site.close();
				throw error;
			}
		},
		async close() {
			await Promise.all([...all].map((site) => site.close()));
		},
	};
}

/** Three namespaces and a process in each. */
interface Site extends Pick<Namespaces, "visitor"> {
	readonly members: Readonly<Record<Role, ChildProcess>>;
	/** Cases measured here so far. */
	cases: number;
	close(): Promise<void>;
}

type Role = "outside" | "provider" | "visitor";

async function openSite(): Promise<Site> {
	const namespaces = await openNamespaces(OUTSIDE_IPS, [PROVIDER.resolver]);
	const start = (role: Role): ChildProcess =>
		spawn("ip", ["netns", "exec", namespaces[role], process.execPath, MEMBER], {
			stdio: ["ignore", "ignore", "inherit", "ipc"],
		});
	const members = {
		outside: start("outside"),
		provider: start("provider"),
		visitor: start("visitor"),
	};
	return {
		visitor: namespaces.visitor,
		members,
		cases: 0,
		async close() {
			for (const member of Object.values(members)) member.kill("SIGKILL");
			await namespaces.close();
		},
	};
}

async function measureAt(
	site: Site,
	one: Case,
	{
		seed,
		softwareVersion,
		startedAt,
		signal,
	}: Omit<MeasureContext, "blackHole" | "nowMs">,
): Promise<MeasurementRecord> {
	await setUp(site, one, seed, signal);
	const visitor: VisitorTask = {
		one,
		context: { softwareVersion, startedAt: startedAt.toISOString() },
	};
	return askMember(site.members.visitor, "visitor", visitor, signal);
}

async function setUp(
	site: Site,
	one: Case,
	seed: string,
	signal: AbortSignal | undefined,
): Promise<void> {
	const { members, visitor } = site;
	await moveVisitor(visitor, site.cases++);
	const outside = await askMember<OutsideReport>(
		members.outside,
		"outside",
		one,
		signal,
	);
	const provider: ProviderTask = { condition: one.network, outside, seed };
	await askMember(members.provider, "provider", provider, signal);
}

/** A case that stands until it is closed, to be measured by whatever runs in the visitor's namespace. */
export interface OpenScene {
	/** Name of the visitor's namespace, for `ip netns exec`. */
	readonly visitor: string;
	close(): Promise<void>;
}

export async function openScene(
	one: Case,
	{ seed, signal }: Pick<MeasureContext, "seed" | "signal">,
): Promise<OpenScene> {
	const site = await openSite();
	const close = async (): Promise<void> => {
		await forgetResolver(site.visitor);
		await site.close();
	};
	try {
		await nameResolver(site.visitor, PROVIDER.resolver);
		await setUp(site, one, seed, signal);
	} catch (error) {
		await close();
		throw error;
	}
	return { visitor: site.visitor, close };
}

function askMember<T>(
	member: ChildProcess,
	role: Role,
	task: unknown,
	signal: AbortSignal | undefined,
): Promise<T> {
	return new Promise((resolve, reject) => {
		const settle = (act: () => void): void => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", onAbort);
			member.off("error", onEnd).off("exit", onEnd).off("message", onMessage);
			act();
		};
		const fail = (why: string): void =>
			settle(() => reject(new Error(`the ${role} ${why}`)));
		const onAbort = (): void => settle(() => reject(signal?.reason));
		const onEnd = (): void => fail("ended");
		const onMessage = (message: unknown): void => {
			const answer = message as { done: T } | { failed: string };
			if ("failed" in answer) fail(`failed: ${answer.failed}`);
			else settle(() => resolve(answer.done));
		};
		const timer = setTimeout(() => fail("took too long"), TIME_LIMIT_MS);
		signal?.addEventListener("abort", onAbort, { once: true });
		member.once("error", onEnd).once("exit", onEnd).on("message", onMessage);
		member.send({ role, task });
	});
}
