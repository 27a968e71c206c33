import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import test from "node:test";
import { connect as connectTls } from "node:tls";
import { readFirstBytes } from "./first-bytes.ts";

/** The bytes of a real handshake's beginning. */
async function hello(servername: string): Promise<Buffer> {
	const server = createServer();
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const client = connectTls({ host: "127.0.0.1", port, servername });
	client.on("error", () => {});
	const [socket] = await once(server, "connection");
	const [bytes] = await once(socket, "data");
	socket.destroy();
	client.destroy();
	server.close();
	return bytes as Buffer;
}

test("the server name of a TLS hello is read, once all of it is there", async () => {
	const bytes = await hello("www.news.example");
	assert.deepEqual(readFirstBytes(bytes), {
		kind: "tls",
		name: "www.news.example",
	});
	for (const length of [0, 3, 40, bytes.length - 1])
		assert.deepEqual(readFirstBytes(bytes.subarray(0, length)), {
			kind: "more",
		});
});

test("a hello without a name has an empty one", async () => {
	assert.deepEqual(readFirstBytes(await hello("")), { kind: "tls", name: "" });
});

test("the host of a request is read without its port and in lower case", () => {
	const request =
		"GET / HTTP/1.1\r\nAccept: */*\r\nHost: Plain.Example:80\r\n\r\n";
	assert.deepEqual(readFirstBytes(Buffer.from(request)), {
		kind: "http",
		name: "plain.example",
	});
	assert.deepEqual(readFirstBytes(Buffer.from(request.slice(0, 30))), {
		kind: "more",
	});
});

test("a record of a handshake that is cut short inside is not a name", () => {
	const record = Buffer.concat([
		Buffer.from([22, 3, 1, 0, 50]),
		Buffer.alloc(50, 0xff),
	]);
	assert.deepEqual(readFirstBytes(record), { kind: "other" });
});
