import assert from "node:assert/strict";
import test from "node:test";
import { readClickhouseAddress } from "./address.ts";

test("an address names servers, a database, a cluster and a user", () => {
	assert.deepEqual(readClickhouseAddress("clickhouse://127.0.0.1/rasai"), {
		shards: ["http://127.0.0.1:8123"],
		database: "rasai",
		cluster: undefined,
		user: "default",
		password: "",
	});
	assert.deepEqual(
		readClickhouseAddress(
			"clickhouses://me@one,[::1]:9443/rasai?cluster=pair",
			"secret",
		),
		{
			shards: ["https://one:8443", "https://[::1]:9443"],
			database: "rasai",
			cluster: "pair",
			user: "me",
			password: "secret",
		},
	);
});

test("P7: what is no address, holds a password or could be SQL is refused", () => {
	for (const text of [
		"clickhouse://one",
		"clickhouse://me:secret@one/rasai",
		"clickhouse://one,two/rasai",
		"clickhouse://one/rasai;drop",
		"clickhouse://one/rasai?cluster=a'b",
		"http://one/rasai",
	])
		assert.throws(() => readClickhouseAddress(text), { code: "usage" });
});
