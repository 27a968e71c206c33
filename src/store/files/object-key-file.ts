/** The keys of a bucket, from a file that nobody else can read: they never stand in config.toml. */
import { open } from "node:fs/promises";
import { messageOf, RasaiError } from "../../base/index.ts";
import type { S3Keys } from "../../gather/archives/index.ts";

/** Reads two lines: the access key's id, and its secret. Throws `config_invalid` where the file is open to others or holds anything else. */
export async function readObjectKeys(path: string): Promise<S3Keys> {
	const fault = (why: string, cause?: unknown): RasaiError =>
		new RasaiError("config_invalid", `archive.s3_key_file: ${path} ${why}`, {
			cause,
		});
	if (path === "")
		throw new RasaiError(
			"config_invalid",
			"archive.s3 is set, and archive.s3_key_file is not",
		);
	const file = await open(path, "r").catch((cause: unknown) => {
		throw fault(`cannot be read: ${messageOf(cause)}`, cause);
	});
	try {
		const { mode } = await file.stat();
		if ((mode & 0o077) !== 0)
			throw fault("can be read by others: chmod 600 keeps them out");
		const lines = (await file.readFile("utf8")).trim().split(/\s*\n\s*/);
		const [accessKeyId, secretAccessKey] = lines;
		if (!accessKeyId || !secretAccessKey || lines.length !== 2)
			throw fault("must hold two lines: the access key's id, and its secret");
		return { accessKeyId, secretAccessKey };
	} finally {
		await file.close();
	}
}
