/** The bucket that config.toml names for the archive, and the archive with it. */
import { createHttpClient } from "../base/index.ts";
import { type ObjectBucket, openBucket } from "../gather/archives/index.ts";
import {
	type Archive,
	openArchive,
	readObjectKeys,
	type Workspace,
} from "../store/index.ts";

/** Undefined where none is named. Throws `config_invalid` for its key file. */
export async function bucketOf({
	config: { archive },
	clock,
}: Pick<Workspace, "config" | "clock">): Promise<ObjectBucket | undefined> {
	if (archive.s3 === "") return undefined;
	return openBucket(
		// Named by the operator: may lie in a private network.
		createHttpClient({ allowedOrigins: [new URL(archive.s3).origin] }),
		{
			url: archive.s3,
			region: archive.s3Region,
			keys: await readObjectKeys(archive.s3KeyFile),
			clock,
		},
	);
}

/** The raw archive of a workspace, wherever its bytes are. */
export async function openArchiveOf(workspace: Workspace): Promise<Archive> {
	return openArchive(workspace, await bucketOf(workspace));
}
