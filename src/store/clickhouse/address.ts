/** `clickhouse://user@host:8123,other:8123/rasai?cluster=NAME`: where the servers are. */
import { RasaiError } from "../../base/index.ts";

export interface ClickhouseAddress {
	/** One address a shard, in the order of the cluster's shards. */
	readonly shards: readonly string[];
	readonly database: string;
	/** Name of the cluster in the servers' own settings; undefined for one server. */
	readonly cluster: string | undefined;
	readonly user: string;
	readonly password: string;
}

const FORM =
	/^clickhouse(s?):\/\/(?:([^@/:]+)@)?([^/@?]+)\/([A-Za-z]\w{0,40})(?:\?cluster=(\w+))?$/;

/** Reads an address. Passwords come from files, never from an address. Throws `usage`. */
export function readClickhouseAddress(
	text: string,
	password = "",
): ClickhouseAddress {
	const [, secure, user = "default", hosts = "", database = "", cluster] =
		FORM.exec(text) ?? [];
	if (hosts === "")
		throw new RasaiError("usage", `${text} is no address of ClickHouse`, {
			hint: "Example: clickhouse://127.0.0.1:8123/rasai, or clickhouse://rasai@one:8123,two:8123/rasai?cluster=NAME",
		});
	const shards = hosts.split(",").map((host) => {
		const [name = "", port = secure ? "8443" : "8123"] =
			/^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(host)?.slice(1) ?? [];
		if (name === "")
			throw new RasaiError("usage", `${host} is no host of ClickHouse`);
		return `http${secure}://${name}:${port}`;
	});
	if (shards.length > 1 && cluster === undefined)
		throw new RasaiError("usage", "several servers need ?cluster=NAME", {
			hint: "The name that the servers' own settings give the cluster.",
		});
	return { shards, database, cluster, user, password };
}
