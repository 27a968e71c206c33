/** ClickHouse servers on loopback for tests, of the `chdb` package: one process each, killed and started again at will. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { setTimeout as wait } from "node:timers/promises";

const START_LIMIT_MS = 60_000;
/** Longer than any test. The launcher ends with the test's process in any case. */
const SERVING_SECONDS = 3600;

export interface ChdbServer {
	readonly httpPort: number;
	/** Kills it as a power cut would. */
	kill(): Promise<void>;
	/** Starts it again, on what is on the disk. */
	start(): Promise<void>;
}

/** Folder with `libchdb.so` and the launcher, as `npm run test:cluster` made it. */
export const CHDB = process.env["RASAI_CHDB"];

/** Starts servers that are the shards of a cluster named `pair`. They end with the test. */
export async function testCluster(
	t: Pick<TestContext, "after">,
	shardCount: number,
): Promise<readonly ChdbServer[]> {
	const folder = await mkdtemp(join(tmpdir(), "rasai-servers-"));
	const servers = await startCluster(CHDB ?? "", folder, shardCount);
	t.after(async () => {
		await Promise.all(servers.map((server) => server.kill()));
		await rm(folder, { recursive: true, force: true });
	});
	return servers;
}

async function startCluster(
	chdb: string,
	folder: string,
	shardCount: number,
): Promise<readonly ChdbServer[]> {
	const ports = await freePorts(2 * shardCount);
	const tcpPorts = ports.slice(shardCount);
	const servers = await Promise.all(
		ports.slice(0, shardCount).map(async (httpPort, shard) => {
			const own = join(folder, `shard-${shard + 1}`);
			await mkdir(own, { recursive: true });
			await writeFile(
				join(own, "config.xml"),
				configOf(own, httpPort, tcpPorts[shard] ?? 0, tcpPorts),
			);
			return serverOf(chdb, own, httpPort);
		}),
	);
	await Promise.all(servers.map((server) => server.start()));
	return servers;
}

function configOf(
	folder: string,
	httpPort: number,
	tcpPort: number,
	tcpPorts: readonly number[],
): string {
	const shards = tcpPorts.map(
		(port) =>
			`<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`,
	);
	return `<clickhouse>
<listen_host>127.0.0.1</listen_host><http_port>${httpPort}</http_port><tcp_port>${tcpPort}</tcp_port>
<path>${folder}/data/</path>
<logger><level>warning</level><console>1</console></logger>
<remote_servers><pair>${shards.join("")}</pair></remote_servers>
</clickhouse>\n`;
}

function serverOf(chdb: string, folder: string, httpPort: number): ChdbServer {
	let child: ChildProcess | undefined;
	return {
		httpPort,
		async start() {
			const log = await open(join(folder, "log"), "a");
			child = spawn(
				join(chdb, "launch"),
				[
					join(chdb, "libchdb.so"),
					`--config-file=${folder}/config.xml`,
					`--path=${folder}/data/`,
					`--query=SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP;
						SELECT sleepEachRow(1) FROM numbers(${SERVING_SECONDS}) SETTINGS max_block_size = 1 FORMAT Null`,
				],
				{ stdio: ["ignore", log.fd, log.fd] },
			);
			await log.close();
			await untilUp(child, httpPort, folder);
		},
		async kill() {
			if (child === undefined || child.exitCode !== null) return;
			const ended = once(child, "exit");
			child.kill("SIGKILL");
			await ended;
		},
	};
}

async function untilUp(
	child: ChildProcess,
	httpPort: number,
	folder: string,
): Promise<void> {
	const signal = AbortSignal.timeout(START_LIMIT_MS);
	for (;;) {
		if (child.exitCode !== null)
			throw new Error(`the server ended; see ${folder}/log`);
		const isUp = await fetch(`http://127.0.0.1:${httpPort}/ping`, {
			signal,
		}).then(
			(response) => response.ok,
			() => false,
		);
		if (isUp) return;
		await wait(100, undefined, { signal });
	}
}

async function freePorts(count: number): Promise<readonly number[]> {
	const servers = await Promise.all(
		Array.from({ length: count }, async () => {
			const server = createServer().listen(0, "127.0.0.1");
			await once(server, "listening");
			return server;
		}),
	);
	const ports = servers.map((server) => {
		const address = server.address();
		return typeof address === "object" && address ? address.port : 0;
	});
	for (const server of servers) server.close();
	return ports;
}
