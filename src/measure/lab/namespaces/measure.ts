/** A case, set up in three namespaces with real packets, and measured with the probe. */
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
import { openNamespaces } from "./host.ts";
import type { OutsideReport, ProviderTask, VisitorTask } from "./roles.ts";

const MEMBER = fileURLToPath(new URL("./member.js", import.meta.url));
const TIME_LIMIT_MS = 180_000;

const OUTSIDE_IPS = [
	...[...SITES, ...INNOCENTS, HELPER, DOH, PROVIDER.blockPage, PROVIDER.portal]
		.flatMap(({ ips }): readonly string[] => ips)
		.filter((ip) => !ip.includes(":")),
	PUBLIC_RESOLVER.ip,
];

/** Measures one case. The namespaces are gone when it returns. */
export async function measureInNamespaces(
	one: Case,
	{
		seed,
		softwareVersion,
		startedAt,
		signal,
	}: Omit<MeasureContext, "blackHole" | "nowMs">,
): Promise<MeasurementRecord> {
	const namespaces = await openNamespaces(OUTSIDE_IPS, [PROVIDER.resolver]);
	const members: ChildProcess[] = [];
	const ask = <T>(namespace: string, role: string, task: unknown): Promise<T> =>
		askMember(namespace, role, task, members, signal);
	try {
		const outside = await ask<OutsideReport>(
			namespaces.outside,
			"outside",
			one,
		);
		const provider: ProviderTask = { condition: one.network, outside, seed };
		await ask(namespaces.provider, "provider", provider);
		const visitor: VisitorTask = {
			one,
			context: { softwareVersion, startedAt: startedAt.toISOString() },
		};
		return await ask<MeasurementRecord>(namespaces.visitor, "visitor", visitor);
	} finally {
		for (const member of members) member.kill("SIGKILL");
		await namespaces.close();
	}
}

function askMember<T>(
	namespace: string,
	role: string,
	task: unknown,
	members: ChildProcess[],
	signal: AbortSignal | undefined,
): Promise<T> {
	const member = spawn(
		"ip",
		["netns", "exec", namespace, process.execPath, MEMBER],
		{ stdio: ["ignore", "ignore", "inherit", "ipc"] },
	);
	members.push(member);
	return new Promise((resolve, reject) => {
		const timer = setTimeout(
			() => reject(new Error(`the ${role} took too long`)),
			TIME_LIMIT_MS,
		);
		const settle = (act: () => void): void => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", onAbort);
			act();
		};
		const onAbort = (): void => settle(() => reject(signal?.reason));
		signal?.addEventListener("abort", onAbort, { once: true });
		member.once("error", (error) => settle(() => reject(error)));
		member.once("exit", () =>
			settle(() => reject(new Error(`the ${role} ended`))),
		);
		member.once("message", (message: { done: T } | { failed: string }) =>
			settle(() =>
				"failed" in message
					? reject(new Error(`the ${role}: ${message.failed}`))
					: resolve(message.done),
			),
		);
		member.send({ role, task });
	});
}
