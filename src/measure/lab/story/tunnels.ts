/** The tests of tools that go round a restriction: tor, vanilla_tor, psiphon and openvpn. */
import { contentIp } from "./cast.ts";
import type { Visitor } from "./visit.ts";
import type { TestRun } from "./web.ts";

type Json = Readonly<Record<string, unknown>>;

/** One tunnel in sixty does not come up although nobody minds. */
const LOSS_RATE = 0.016;
const TOR_TARGETS = [
	{
		name: "authority-1",
		ip: contentIp(200),
		port: 443,
		protocol: "or_port_dirauth",
	},
	{
		name: "authority-2",
		ip: contentIp(201),
		port: 443,
		protocol: "or_port_dirauth",
	},
	{ name: "authority-1", ip: contentIp(200), port: 80, protocol: "dir_port" },
	{ name: "", ip: contentIp(202), port: 9001, protocol: "or_port" },
	{ name: "", ip: contentIp(203), port: 27015, protocol: "obfs4" },
	{ name: "", ip: contentIp(204), port: 27025, protocol: "obfs4" },
] as const;
const OPENVPN_IP = contentIp(210);
const TIMEOUT_S = 10;

export const OPENVPN_INPUT = `openvpn://emulated.corp/?address=${OPENVPN_IP}:1194&transport=tcp`;

export function runTor(visitor: Visitor): TestRun {
	let runtime = 0;
	const targets = TOR_TARGETS.map((target) => {
		const failed = isCut(visitor, "tor");
		const began = runtime;
		runtime += failed ? TIMEOUT_S : visitor.random.between(0.1, 1.4);
		return [
			target.protocol === "obfs4"
				? `${target.ip.replaceAll(".", "")}${target.port}`.padEnd(64, "e")
				: `${target.ip}:${target.port}`,
			torTarget(target, failed, began, runtime),
		] as const;
	});
	const ok = (protocol: string): number =>
		targets.filter(
			([, t]) => t["target_protocol"] === protocol && t["failure"] === null,
		).length;
	const total = (protocol: string): number =>
		TOR_TARGETS.filter((t) => t.protocol === protocol).length;
	return {
		runtime,
		testKeys: {
			dir_port_total: total("dir_port"),
			dir_port_accessible: ok("dir_port"),
			obfs4_total: total("obfs4"),
			obfs4_accessible: ok("obfs4"),
			or_port_dirauth_total: total("or_port_dirauth"),
			or_port_dirauth_accessible: ok("or_port_dirauth"),
			or_port_total: total("or_port"),
			or_port_accessible: ok("or_port"),
			targets: Object.fromEntries(targets),
		},
	};
}

function torTarget(
	target: (typeof TOR_TARGETS)[number],
	failed: boolean,
	t0: number,
	t: number,
): Json {
	const failure = failed ? "generic_timeout_error" : null;
	return {
		agent: "redirect",
		failure,
		network_events: [
			{
				address: `${target.ip}:${target.port}`,
				failure,
				operation: "connect",
				proto: "tcp",
				t0,
				t,
			},
		],
		queries: null,
		requests: null,
		summary: {
			connect: { failure },
			...(failed || target.protocol === "dir_port"
				? {}
				: { handshake: { failure: null } }),
		},
		target_address: `${target.ip}:${target.port}`,
		target_name: target.name,
		target_protocol: target.protocol,
		target_source: "emulated",
		tcp_connect: [
			{
				ip: target.ip,
				port: target.port,
				status: { failure, success: !failed },
				t0,
				t,
			},
		],
		tls_handshakes: null,
	};
}

export function runVanillaTor(visitor: Visitor): TestRun {
	const failed = isCut(visitor, "vanilla_tor");
	const runtime = failed ? 200 : visitor.random.between(6, 60);
	return {
		runtime,
		testKeys: {
			bootstrap_time: failed ? 0 : runtime,
			error: failed ? "timeout-reached" : null,
			failure: failed ? "generic_timeout_error" : null,
			success: !failed,
			timeout: 200,
			tor_logs: [
				"[notice] Bootstrapped 0% (starting): Starting (emulated)",
				"[notice] Bootstrapped 5% (conn): Connecting to a relay",
				...(failed ? [] : ["[notice] Bootstrapped 100% (done): Done"]),
			],
			tor_progress: failed ? 5 : 100,
			tor_progress_tag: failed ? "conn" : "done",
			tor_progress_summary: failed ? "Connecting to a relay" : "Done",
			tor_version: "0.4.8.9",
			transport_name: "vanilla",
		},
	};
}

export function runPsiphon(visitor: Visitor): TestRun {
	const failed = isCut(visitor, "psiphon");
	const bootstrap = failed ? 0 : visitor.random.between(2, 14);
	const failure = failed ? "generic_timeout_error" : null;
	return {
		runtime: failed ? 60 : bootstrap + 1.5,
		testKeys: {
			agent: "redirect",
			bootstrap_time: bootstrap,
			failed_operation: failed ? "top_level" : null,
			failure,
			max_runtime: 60,
			network_events: null,
			queries: null,
			requests: failed
				? null
				: [
						{
							failure: null,
							request: {
								body: "",
								body_is_truncated: false,
								headers: {},
								headers_list: null,
								method: "GET",
								url: "https://page.example/humans.txt",
								x_transport: "tcp",
							},
							response: {
								body: "emulated\n",
								body_is_truncated: false,
								code: 200,
								headers: { "Content-Type": "text/plain" },
								headers_list: [["Content-Type", "text/plain"]],
							},
							t: bootstrap + 1.2,
						},
					],
			socksproxy: "127.0.0.1:1080",
			tcp_connect: null,
			tls_handshakes: null,
			tunnel: "psiphon",
		},
	};
}

export function runOpenvpn(visitor: Visitor): TestRun {
	const failed = isCut(visitor, "openvpn");
	const failure = failed ? "generic_timeout_error" : null;
	const connected = visitor.random.between(0.04, 0.2);
	const t = failed ? TIMEOUT_S : connected + visitor.random.between(0.2, 0.9);
	return {
		runtime: t + 0.001,
		testKeys: {
			success: !failed,
			network_events: [],
			tcp_connect: [
				{
					ip: OPENVPN_IP,
					port: 1194,
					status: { failure: null, success: true },
					t0: 0,
					t: connected,
					tags: [],
					transaction_id: 1,
				},
			],
			openvpn_handshake: [
				{
					bootstrap_time: failed ? 0 : t - connected,
					endpoint: `openvpn://${OPENVPN_IP}:1194/tcp`,
					failure,
					ip: OPENVPN_IP,
					port: 1194,
					transport: "tcp",
					provider: "emulated",
					openvpn_options: { auth: "SHA512", cipher: "AES-256-GCM" },
					t0: connected,
					t,
					tags: [],
					transaction_id: 1,
				},
			],
		},
	};
}

function isCut(visitor: Visitor, test: string): boolean {
	return (
		visitor.plot.techniqueAgainst(visitor.network.asn, test, visitor.atMs) ===
			"tunnel_drop" || visitor.random.chance(LOSS_RATE)
	);
}
